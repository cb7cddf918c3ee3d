/** R3GAN, the modern residual baseline. Begin reading with {@link org.gan4j.architectures.r3gan.R3Gan}. */
package org.gan4j.architectures.r3gan;
