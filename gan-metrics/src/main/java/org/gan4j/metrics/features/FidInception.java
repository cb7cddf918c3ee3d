package org.gan4j.metrics.features;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.architectures.trunks.FidInceptionV3;
import org.gan4j.tensor.engine.Engine;

/**
 * The 2,048 features that define FID (<a href="https://arxiv.org/abs/1706.08500">Heusel et al. 2017</a>), by the
 * network of TensorFlow's file of 2015-12-05, {@link FidInceptionV3}, whose weights a user supplies. With it, and only
 * with it, the Fréchet distance is the FID of papers; it still depends on the number of samples (50,000 in most
 * papers), on the data they are compared with, and on how those were resized.
 *
 * <p>Images are rounded to 256 levels and interpolated to 299×299 without antialiasing, as in pytorch-fid. This is
 * a network of 5.7 billion multiplications an image: count on much time.
 *
 * @param file the safetensors file with the weights
 */
public record FidInception(@FilePath String file) implements Extractor {
    private static final int SIZE = 299;
    private static final int BATCH = 8;

    /** Returns the extractor that reads {@code data/fid-inception.safetensors}. */
    public static FidInception standard() {
        return new FidInception("data/fid-inception.safetensors");
    }

    @Override
    public String name() {
        return "fid-inception";
    }

    @Override
    public String summary() {
        return "the InceptionV3 that defines FID, with weights that you supply: 2,048 features of an image";
    }

    @Override
    public Optional<String> network() {
        return Optional.of(name());
    }

    @Override
    public boolean isOnRequest() {
        return true;
    }

    @Override
    public Optional<String> problem(DataSchema data) {
        return Files.isRegularFile(Path.of(file))
                ? Optional.empty()
                : Optional.of(
                        "there is no file " + file + " with the weights of FID's InceptionV3: docs/metrics.md shows"
                                + " how to save it from pytorch-fid");
    }

    /** {@inheritDoc} The Fréchet distance by this network is FID, and the kernel distance KID. */
    @Override
    public String named(String result) {
        return result.replaceFirst("^frechet\\b", "fid").replaceFirst("^kernel-distance\\b", "kid");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the file is missing, or does not hold the weights
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    @Override
    public Extraction open(Engine engine, LearningData samples) {
        FidInceptionV3 network = FidInceptionV3.of(Path.of(file));
        return FeatureExtractor.on(engine, network, Resizing.interpolation(SIZE), BATCH, "Mixed_7c");
    }
}
