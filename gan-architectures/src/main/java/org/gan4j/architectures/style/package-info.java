/**
 * Generators whose layers are controlled by styles, StyleGAN and StyleGAN2. Begin reading with {@link
 * org.gan4j.architectures.style.Style}.
 */
package org.gan4j.architectures.style;
