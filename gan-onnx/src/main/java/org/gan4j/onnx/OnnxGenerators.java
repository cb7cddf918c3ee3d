package org.gan4j.onnx;

import java.nio.file.Path;
import org.gan4j.api.inference.GeneratorFile;
import org.gan4j.api.inference.GeneratorFormat;

/**
 * Generators that are <a href="https://onnx.ai">ONNX</a> files, computed by ONNX Runtime on the CPU. A file has one input,
 * latents [N, size] or [N, size, 1, 1] of type float, and one output, images [N,C,H,W] or vectors [N,D].
 */
public final class OnnxGenerators implements GeneratorFormat {
    @Override
    public String extension() {
        return ".onnx";
    }

    @Override
    public GeneratorFile open(Path file) {
        return OnnxGenerator.open(file);
    }
}
