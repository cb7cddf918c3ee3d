/**
 * Functions of a trained GAN as files of <a href="https://onnx.ai">ONNX</a>. Begin reading with {@link
 * org.gan4j.export.onnx.OnnxExport}; {@code Translation} turns a traced expression into a graph of ONNX, op by op.
 */
package org.gan4j.export.onnx;
