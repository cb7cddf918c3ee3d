/** Features of images by an ONNX file. Begin reading with {@link org.gan4j.onnx.OnnxFeatures}. */
package org.gan4j.onnx;
