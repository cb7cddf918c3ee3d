/**
 * The pixels of images, or the numbers of vectors, as features. Begin reading with {@link
 * org.gan4j.metrics.pixels.PixelFeatures}.
 */
package org.gan4j.metrics.pixels;
