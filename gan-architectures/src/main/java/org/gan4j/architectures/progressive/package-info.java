/**
 * ProGAN's networks, which can grow from small images to large ones. Begin reading with {@link
 * org.gan4j.architectures.progressive.Progressive}.
 */
package org.gan4j.architectures.progressive;
