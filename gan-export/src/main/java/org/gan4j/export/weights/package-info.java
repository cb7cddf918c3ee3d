/**
 * Weights as PyTorch keeps them: its names and layouts in safetensors files. Begin reading with {@link
 * org.gan4j.export.weights.WeightExport} and {@link org.gan4j.export.weights.WeightImport}.
 */
package org.gan4j.export.weights;
