package org.gan4j.metrics.classifier;

import java.util.Optional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.engine.Engine;

/**
 * Features and probabilities of a classifier that is trained on the data themselves, which need labels. It suits data
 * that are unlike photographs, such as digits, drawings or tables of numbers, which a network of ImageNet does not
 * know. Images pass a small convolutional network, vectors a small fully connected one; the 128 numbers before the last
 * layer are the features.
 *
 * <p>A tenth of the samples, at least 20, drawn at random, is held back, and the share of them for which the classifier
 * is right is part of {@link Extraction#network()}. A classifier that is not significantly better than always answering
 * the most frequent class is refused. The weights depend on the data and the settings only: the seed of all random
 * numbers is {@value #SEED}.
 *
 * <p>It learns from the data that the GAN was trained on. If those are evaluated, too, which is the default, it has
 * learned from 90 % of the real rows that it then judges, unless there are more than {@code samples}: {@code
 * class-agreement.real} is mostly its accuracy in training, and its features compare rows that it has seen with samples
 * that it has not. Evaluate with held-out data, {@code --data}, for numbers by this classifier.
 *
 * @param steps the number of updates; 1,500 by default
 * @param batch the number of samples of each update; 64 by default
 * @param size larger images are reduced so that the longer side has this length; 32 by default
 * @param samples the number of samples to learn from and to hold back, at most, drawn at random; 20,000 by default
 */
public record ClassifierFeatures(int steps, int batch, int size, int samples) implements Extractor {
    static final long SEED = 1;

    static final int LEAST_SIZE = 8;

    /** As many to hold back as {@link HeldOut} needs, and as many to learn from. */
    static final int LEAST_SAMPLES = 2 * HeldOut.LEAST;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if {@code steps} or {@code batch} is less than 1, {@code size} less than 8, or
     *     {@code samples} less than 40
     */
    public ClassifierFeatures {
        if (steps < 1 || batch < 1 || size < LEAST_SIZE || samples < LEAST_SAMPLES) {
            throw new IllegalArgumentException(
                    "the classifier needs steps and a batch of at least 1, a size of at least "
                            + LEAST_SIZE + " and at least " + LEAST_SAMPLES + " samples; got steps " + steps
                            + ", batch " + batch
                            + ", size " + size + " and samples " + samples
                            + ": the defaults are 1500, 64, 32 and 20000");
        }
    }

    /** Returns the classifier with its default settings. */
    public static ClassifierFeatures standard() {
        return new ClassifierFeatures(1500, 64, 32, 20_000);
    }

    @Override
    public String name() {
        return "classifier";
    }

    @Override
    public String summary() {
        return "a small classifier trained on the data, which need labels: 128 features, probabilities";
    }

    @Override
    public boolean appliesTo(Field field) {
        return field.isImage() || field.dtype() == DType.FLOAT && field.shape().rank() == 1;
    }

    @Override
    public boolean classifies() {
        return true;
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public Optional<String> problem(DataSchema data) {
        return data.classes().size() > 1
                ? Optional.empty()
                : Optional.of("the classifier needs data with labels of at least two classes: choose labeled data");
    }

    @Override
    public Extraction open(Engine engine, LearningData data) {
        return ClassifierExtraction.open(engine, data, this);
    }
}
