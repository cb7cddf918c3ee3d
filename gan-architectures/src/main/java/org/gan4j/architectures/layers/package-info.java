/**
 * Layers from which networks are built: convolutions, linear layers, normalizations, activations and noise. Begin reading
 * with {@link org.gan4j.architectures.layers.Layer} and {@link org.gan4j.architectures.layers.Sequential}.
 */
package org.gan4j.architectures.layers;
