/**
 * Measures of an image against its reference, for images of any size: differences of pixels, of local structure, and of
 * a pretrained network's features. Each is a metric of pairs, too. Begin reading with {@link
 * org.gan4j.metrics.images.ImagePairMeasure}, then {@link org.gan4j.metrics.images.PeakSignalToNoise}.
 */
package org.gan4j.metrics.images;
