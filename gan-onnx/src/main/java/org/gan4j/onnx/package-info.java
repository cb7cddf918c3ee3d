/**
 * ONNX files: features of images, and generators of any program. Begin reading with {@link org.gan4j.onnx.OnnxFeatures} and
 * {@link org.gan4j.onnx.OnnxGenerators}.
 */
package org.gan4j.onnx;
