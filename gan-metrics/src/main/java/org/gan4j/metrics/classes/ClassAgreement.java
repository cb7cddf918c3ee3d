package org.gan4j.metrics.classes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.tensor.TensorData;

/**
 * The share of samples that show the class which was asked of the generator, as a classifier of the data's classes sees
 * it (as in <a href="https://arxiv.org/abs/1610.09585">Odena et al. 2017</a>).
 *
 * <pre>
 * class-agreement      = share of fakes whose most probable class is the one that was asked
 * class-agreement.real = share of the data whose most probable class is their label: the classifier's accuracy, the goal
 * </pre>
 *
 * Errors are those of a {@link Share}. It needs a generator of classes and a classifier of the data's classes; {@code
 * .real} needs labels of the data. Agreement says nothing about quality or variety: one image of each class reaches 1.
 */
public record ClassAgreement() implements Metric {
    private static final int FEWEST = 2;

    @Override
    public String name() {
        return "class-agreement";
    }

    @Override
    public String summary() {
        return "share of samples that show the class asked for, by a classifier; its accuracy on the data";
    }

    @Override
    public Given given() {
        return Given.PROBABILITIES;
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return comparison.labeled();
    }

    /**
     * Measures the agreement.
     *
     * @throws IllegalArgumentException if the classes that were asked are not known, if the classifier has others, if
     *     there are too few samples, no probabilities, or labels that do not fit them
     */
    @Override
    public Map<String, Double> measure(MetricInput in) {
        TensorData asked = in.fakeLabels()
                .orElseThrow(() -> new IllegalArgumentException(name() + " needs the classes that were asked of the"
                        + " generator, and none are known: evaluate a generator of classes, such as that of the recipe"
                        + " conditional"));
        requireClassesOfLabels(in);
        Map<String, Double> values = new LinkedHashMap<>();
        put(values, name(), "fake", in.fake(), asked);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name() + " needs the classes that were asked of the generator, and that"
                    + " of each sample is unknown: evaluate with labeled data");
        }
        in.realLabels().ifPresent(labels -> put(values, name() + ".real", "real", in.real(), labels));
        return values;
    }

    private void requireClassesOfLabels(MetricInput in) {
        int labels = in.classes().size();
        if (labels > 0 && in.fake().shape().rank() == 2 && in.fake().shape().dim(1) != labels) {
            throw new IllegalArgumentException(
                    name() + " needs a classifier of the " + labels + " classes of the labels,"
                            + " and this one has " + in.fake().shape().dim(1)
                            + ": choose an extractor that was trained on these labels, such as classifier");
        }
    }

    private void put(Map<String, Double> values, String result, String whose, TensorData rows, TensorData labels) {
        agreement(whose, Probabilities.of(whose, rows, name(), FEWEST), labels.toInts())
                .ifPresent(share -> {
                    values.put(result, share.value());
                    values.put(result + ".error", share.error());
                });
    }

    /** Returns the share of samples whose class is their label; those with a negative label, unknown, are left out. */
    private Optional<Share> agreement(String whose, Probabilities seen, int[] labels) {
        if (labels.length != seen.count()) {
            throw new IllegalArgumentException(name() + " needs one label for each " + whose + " sample; there are "
                    + labels.length + " labels and " + seen.count() + " samples: give them together");
        }
        int[] most = seen.mostProbable();
        int[] known =
                IntStream.range(0, labels.length).filter(i -> labels[i] >= 0).toArray();
        for (int i : known) {
            if (labels[i] >= seen.classes()) {
                throw new IllegalArgumentException("the label of " + whose + " sample " + i + " is " + labels[i]
                        + ", but the classifier has " + seen.classes()
                        + " classes: choose an extractor that was trained on these labels");
            }
        }
        long equal = IntStream.of(known).filter(i -> most[i] == labels[i]).count();
        return known.length == 0 ? Optional.empty() : Optional.of(new Share(equal, known.length));
    }
}
