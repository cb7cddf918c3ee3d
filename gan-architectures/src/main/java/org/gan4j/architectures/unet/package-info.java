/**
 * The U-Net as a critic, which scores each pixel of an image. Begin reading with {@link
 * org.gan4j.architectures.unet.UNet}.
 */
package org.gan4j.architectures.unet;
