/**
 * The U-Net as a generator from images to images and as a critic that scores each pixel of an image. Begin reading with
 * {@link org.gan4j.architectures.unet.UNet}.
 */
package org.gan4j.architectures.unet;
