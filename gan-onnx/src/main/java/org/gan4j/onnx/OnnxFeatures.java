package org.gan4j.onnx;

import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.tensor.engine.Engine;

/**
 * Features by an <a href="https://onnx.ai">ONNX</a> file, such as one that PyTorch exports, computed by ONNX Runtime
 * on the CPU. The file has one input, images [N,3,H,W] or [N,1,H,W] of type float. An output [N,F] is taken as it is,
 * and the positions of an output [N,F,h,w] are averaged.
 *
 * @param file the file; {@code data/features.onnx} by default
 * @param features the name of the output with the features; empty, the default, for the first
 * @param probabilities the name of the output with the probabilities of the data's classes [N,K], in their order;
 *     empty, the default, for none
 * @param size the height and width to which images are resized by a triangle filter; 0, the default, for the size in
 *     the file, and 224 if it has none
 * @param scaling the range of pixels that the network was trained on; IMAGENET by default
 */
public record OnnxFeatures(@FilePath String file, String features, String probabilities, int size, Scaling scaling)
        implements Extractor {
    /**
     * Validates the size.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public OnnxFeatures {
        if (size < 0) {
            throw new IllegalArgumentException(
                    "the size of images for an ONNX file must be at least 1, or 0 for the file's own, not " + size);
        }
    }

    /** Returns the extractor with the default settings. */
    public static OnnxFeatures standard() {
        return new OnnxFeatures("data/features.onnx", "", "", 0, Scaling.IMAGENET);
    }

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public String summary() {
        return "an ONNX file of your own, computed by ONNX Runtime";
    }

    @Override
    public boolean classifies() {
        return !probabilities.isEmpty();
    }

    @Override
    public Optional<String> problem(DataSchema data) {
        return OnnxFile.missing(Path.of(file));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the file is missing or no ONNX, has another kind of input, or lacks an output
     */
    @Override
    public Extraction open(Engine engine, LearningData samples) {
        return OnnxExtraction.open(engine, Path.of(file), this);
    }
}
