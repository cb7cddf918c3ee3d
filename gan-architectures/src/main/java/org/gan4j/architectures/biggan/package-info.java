/**
 * BigGAN's generator and critic: residual networks with a shared class embedding, latents at every resolution and
 * self-attention. Begin reading with {@link org.gan4j.architectures.biggan.BigGan}.
 */
package org.gan4j.architectures.biggan;
