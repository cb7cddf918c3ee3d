package org.gan4j.metrics.features;

import java.util.Optional;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.architectures.trunks.MobileNetV2;
import org.gan4j.tensor.engine.Engine;

/**
 * Features of images by the first blocks of {@link MobileNetV2}, whose weights are in this library: the mean of its last
 * layer over all positions, 96 numbers an image. It is the default, since it needs no file and no labels.
 *
 * @param size the height and width to which images are resized; 96 by default, as measured in docs/metrics.md
 */
public record MobileNetFeatures(int size) implements Extractor {
    private static final int SIZE = 96;
    private static final int BATCH = 16;
    /** The network halves its input four times. */
    private static final int LEAST = 16;

    /**
     * Validates the size.
     *
     * @throws IllegalArgumentException if it is less than 16
     */
    public MobileNetFeatures {
        if (size < LEAST) {
            throw new IllegalArgumentException("the features of mobilenet-v2 need a size of at least " + LEAST
                    + ", not " + size + ": 96 is usual");
        }
    }

    /** Returns the features of images at 96×96. */
    public static MobileNetFeatures standard() {
        return new MobileNetFeatures(SIZE);
    }

    @Override
    public String name() {
        return "mobilenet-v2";
    }

    @Override
    public String summary() {
        return "the first blocks of MobileNetV2, which are included: 96 features of an image";
    }

    @Override
    public Optional<String> network() {
        return Optional.of(name());
    }

    @Override
    public Extraction open(Engine engine, LearningData samples) {
        return FeatureExtractor.on(engine, MobileNetV2.pretrained(), size, BATCH);
    }
}
