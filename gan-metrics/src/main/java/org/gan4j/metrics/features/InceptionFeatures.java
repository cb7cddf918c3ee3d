package org.gan4j.metrics.features;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.architectures.trunks.InceptionV3;
import org.gan4j.tensor.engine.Engine;

/**
 * Features of images by the first blocks of {@link InceptionV3}, whose weights
 * {@code scripts/data/fetch-perceptual-net} fetches: the mean of a layer over all positions, 768 numbers an image for
 * {@code mixed5}. It judges generators that MobileNetV2 has taught. The weights and the layer are not those of FID, and
 * neither are the numbers.
 *
 * @param size the height and width to which images are resized, small ones enlarged, by a triangle filter; 96 by
 *     default, at least 75
 * @param layer the name of the layer; {@code mixed5}, the last, by default
 * @param folder the folder of the fetched weights; {@code data/perceptual-net} by default
 */
public record InceptionFeatures(int size, String layer, String folder) implements Extractor {
    private static final int SIZE = 96;
    private static final int BATCH = 16;
    /** As in Keras; smaller images leave a single position to the last blocks. */
    private static final int LEAST = 75;

    /**
     * Validates the size.
     *
     * @throws IllegalArgumentException if it is less than 75
     */
    public InceptionFeatures {
        if (size < LEAST) {
            throw new IllegalArgumentException("the features of inception-v3 need a size of at least " + LEAST
                    + ", not " + size + ": 96 is usual, and smaller images are enlarged to it");
        }
    }

    /** Returns the features of mixed5 of images at 96×96, with the weights in data/perceptual-net. */
    public static InceptionFeatures standard() {
        return new InceptionFeatures(SIZE, "mixed5", "data/perceptual-net");
    }

    @Override
    public String name() {
        return "inception-v3";
    }

    @Override
    public String summary() {
        return "the first blocks of InceptionV3, which a script fetches: 768 features of an image";
    }

    @Override
    public Optional<String> network() {
        return Optional.of(name());
    }

    @Override
    public Optional<String> problem(DataSchema data) {
        return Files.isRegularFile(Path.of(folder).resolve(InceptionV3.FILE))
                ? Optional.empty()
                : Optional.of("there are no weights of " + name() + " in " + folder
                        + ": scripts/data/fetch-perceptual-net fetches them");
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the folder has no usable weights, or the network no such layer
     * @throws java.io.UncheckedIOException if the weights cannot be read
     */
    @Override
    public Extraction open(Engine engine, LearningData samples) {
        return FeatureExtractor.on(engine, InceptionV3.in(Path.of(folder)), Resizing.triangle(size), BATCH, layer);
    }
}
