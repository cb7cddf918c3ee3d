/**
 * Writing of images. Begin with {@link org.gan4j.data.images.PngFiles}, which writes PNG files; {@link
 * org.gan4j.data.images.ImageGrid} draws several images as a grid, and {@link org.gan4j.data.images.PngText} is text in
 * such files.
 */
package org.gan4j.data.images;
