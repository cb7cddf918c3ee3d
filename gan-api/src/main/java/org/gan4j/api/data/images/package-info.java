/**
 * Conversion of Java's images to 8-bit levels. {@link org.gan4j.api.data.images.PixelImage} is a whole image, {@link
 * org.gan4j.api.data.images.PixelRows} reads one row by row.
 */
package org.gan4j.api.data.images;
