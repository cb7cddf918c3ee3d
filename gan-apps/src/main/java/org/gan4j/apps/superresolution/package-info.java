/**
 * Super-resolution: larger images from small ones. Begin reading with {@link
 * org.gan4j.apps.superresolution.Upscaler}, which enlarges photographs with a trained generator, tile by tile.
 */
package org.gan4j.apps.superresolution;
