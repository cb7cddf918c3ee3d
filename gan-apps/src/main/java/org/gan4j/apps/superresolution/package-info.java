/**
 * Super-resolution: larger images from small ones, with detail (SRGAN). Begin reading with {@link
 * org.gan4j.apps.superresolution.SuperResolution}, the application; a trained one enlarges photographs of any size, tile
 * by tile, with an {@link org.gan4j.apps.superresolution.Upscaler}.
 */
package org.gan4j.apps.superresolution;
