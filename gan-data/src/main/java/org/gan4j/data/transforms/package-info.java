/**
 * Transforms of images on their way from the data to a network: random augmentations and filters. Begin with {@link
 * org.gan4j.data.transforms.Flip}, which is the simplest; {@link org.gan4j.data.transforms.TransformedBatches} applies
 * transforms to batches.
 */
package org.gan4j.data.transforms;
