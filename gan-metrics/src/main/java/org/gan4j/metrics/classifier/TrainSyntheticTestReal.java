package org.gan4j.metrics.classifier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.features.ReducedSamples;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;

/**
 * Train on synthetic, test on real (TSTR, <a href="https://arxiv.org/abs/1706.02633">Esteban et al. 2017</a>; the
 * classification accuracy score of <a href="https://arxiv.org/abs/1905.10887">Ravuri and Vinyals 2019</a>): a
 * classifier learns from samples with the classes that were asked of the generator, and is tested on data. It finds
 * missing modes, wrong classes and artifacts at once, and says whether samples can replace data.
 *
 * <p>The data are divided at random: the classifier is tested on one half; another one, which learns from as many of
 * the other half as there are samples at most, and is tested on the same, gives {@code .real}, the number to reach.
 * Both learn from equal numbers of samples. The papers test on data that the GAN has not seen; here the data are those
 * of the evaluation, by default the rows that the GAN was trained on, so a GAN that memorizes them scores like {@code
 * .real}: evaluate with held-out data, {@code --data}, for numbers in the sense of the papers. With the
 * classes k that the tested half has,
 *
 * <pre>
 * balanced accuracy = mean over k of the share of the samples of class k that are classified as k
 * error² = 1/K² Σ p̃ (1 − p̃) / n,   p̃ = (right + 1) / (n + 2),  n samples of the class
 * </pre>
 *
 * so the error is that of the finite number of tested samples; training once more with other random numbers adds about
 * a percent. The classifier is the one of {@link ClassifierFeatures}, which is in the name of the result: {@code
 * train-synthetic-test-real.small-cnn} for images and {@code .small-mlp} for vectors. The papers' classifiers are
 * larger, so the numbers compare generators with each other and not with papers.
 *
 * @param steps the number of updates of each classifier; 1,500 by default
 * @param batch the number of samples of each update; 64 by default
 * @param size larger images are reduced so that the longer side has this length; 32 by default
 */
public record TrainSyntheticTestReal(int steps, int batch, int size) implements Metric {
    private static final String NAME = "train-synthetic-test-real";
    private static final int LEAST = 20;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if {@code steps} or {@code batch} is less than 1, or {@code size} less than 8
     */
    public TrainSyntheticTestReal {
        if (steps < 1 || batch < 1 || size < ClassifierFeatures.LEAST_SIZE) {
            throw new IllegalArgumentException(NAME + " needs steps and a batch of at least 1 and a size of at least "
                    + ClassifierFeatures.LEAST_SIZE + "; got steps " + steps + ", batch " + batch + " and size " + size
                    + ": the defaults are 1500, 64 and 32");
        }
    }

    /** Returns the metric with the default settings. */
    public static TrainSyntheticTestReal standard() {
        return new TrainSyntheticTestReal(1500, 64, 32);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "accuracy on data of a classifier that learned from samples; needs classes (on request)";
    }

    @Override
    public Given given() {
        return Given.SAMPLES;
    }

    @Override
    public boolean isOnRequest() {
        return true;
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return comparison.pairing() == Comparison.Pairing.DISTRIBUTION
                && comparison.labeled()
                && ClassifierFeatures.standard().appliesTo(comparison.with());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the classes of data or samples are not known, if there are fewer than two
     *     classes, or too few samples
     */
    @Override
    public Map<String, Double> measure(MetricInput in) {
        int classes = in.classes().size();
        try (Session session = Engines.preferred().open();
                ReducedSamples reduced =
                        new ReducedSamples(session, in.real().shape().without(0), size)) {
            LabeledSamples real = labeled("data", reduced, in.real(), in.realLabels(), classes)
                    .shuffled(in.seed());
            LabeledSamples fake = labeled("samples", reduced, in.fake(), in.fakeLabels(), classes)
                    .shuffled(in.seed());
            LabeledSamples tested = real.part(0, real.size() / 2);
            int count = Math.min(real.size() - tested.size(), fake.size());
            BalancedAccuracy synthetic = accuracy(in.seed(), fake.part(0, count), tested, classes);
            BalancedAccuracy other =
                    accuracy(in.seed(), real.part(tested.size(), tested.size() + count), tested, classes);
            String name = NAME + (in.real().shape().rank() == 2 ? ".small-mlp" : ".small-cnn");
            Map<String, Double> values = new LinkedHashMap<>();
            values.put(name, synthetic.value());
            values.put(name + ".error", synthetic.error());
            values.put(name + ".real", other.value());
            values.put(name + ".real.error", other.error());
            return values;
        }
    }

    private BalancedAccuracy accuracy(long seed, LabeledSamples learned, LabeledSamples tested, int classes) {
        // a session of its own: the variables of both classifiers have the same names
        try (Session session = Engines.preferred().open();
                TrainedClassifier classifier =
                        new ClassifierTraining(steps, batch, seed).train(session, learned, classes)) {
            return BalancedAccuracy.of(classifier.classes(tested), tested.labels(), classes);
        }
    }

    private static LabeledSamples labeled(
            String whose, ReducedSamples reduced, TensorData rows, Optional<TensorData> labels, int classes) {
        if (labels.isEmpty() || classes < 2) {
            throw new IllegalArgumentException(NAME + " needs the classes of data and samples, at least two; "
                    + (classes < 2 ? "there are " + classes : "those of the " + whose + " are not known")
                    + ": evaluate a generator of classes, such as that of the recipe conditional");
        }
        LabeledSamples known = LabeledSamples.of(reduced.of(rows), labels.get());
        if (known.size() < LEAST) {
            throw new IllegalArgumentException(NAME + " needs at least " + LEAST + " " + whose
                    + " of known class; there" + " are " + known.size() + ": evaluate more samples");
        }
        for (int i = 0; i < known.size(); i++) {
            for (float value : known.rows().get(i)) {
                if (!Float.isFinite(value)) {
                    throw new IllegalArgumentException("a number of row " + i + " of the " + whose + " is " + value
                            + ", and " + NAME + " needs finite ones: check the " + whose);
                }
            }
        }
        return known;
    }
}
