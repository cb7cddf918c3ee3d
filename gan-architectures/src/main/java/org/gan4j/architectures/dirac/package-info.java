/** Dirac-GAN, the smallest GAN. Begin reading with {@link org.gan4j.architectures.dirac.Dirac}. */
package org.gan4j.architectures.dirac;
