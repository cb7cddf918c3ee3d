/** PatchGAN, a critic that scores patches of an image. Begin reading with {@link org.gan4j.architectures.patch.Patch}. */
package org.gan4j.architectures.patch;
