/**
 * Generation by styles: StyleGAN and StyleGAN2. Begin reading with {@link org.gan4j.apps.style.StyleGan}.
 */
package org.gan4j.apps.style;
