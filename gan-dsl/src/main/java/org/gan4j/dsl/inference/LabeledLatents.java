package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extractor;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.metrics.features.RandomRows;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Latents and the classes of their samples.
 *
 * @param latents FLOAT [N,L]
 * @param classes the number of each sample's class
 */
public record LabeledLatents(TensorData latents, List<Integer> classes) {
    private static final int COUNT = 2048;
    private static final int PART = 256;
    private static final String CLASSIFIER = "classifier";

    /** Copies the classes. */
    public LabeledLatents {
        classes = List.copyOf(classes);
    }

    /**
     * Returns the latents that an encoder finds of random images of the data, and their labels. Images without a label are left
     * out.
     *
     * @throws IllegalArgumentException if none of them has a label
     */
    public static LabeledLatents ofImages(Encoder encoder, ReferenceData data, long seed, Weights weights) {
        int[] rows = RandomRows.of(data.size(), Math.min(COUNT, data.size()), seed);
        List<TensorData> latents = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        for (int from = 0; from < rows.length; from += PART) {
            Map<String, TensorData> part =
                    data.read(Arrays.copyOfRange(rows, from, Math.min(rows.length, from + PART)), seed);
            int[] labels = part.get(Field.LABEL).toInts();
            TensorData encoded = encoder.encode(part.get(Field.IMAGE), weights);
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] >= 0) {
                    latents.add(encoded.rows(i, i + 1));
                    classes.add(labels[i]);
                }
            }
        }
        if (classes.isEmpty()) {
            throw new IllegalArgumentException(
                    "none of " + rows.length + " random images of the data has a label: label more of them");
        }
        return new LabeledLatents(TensorData.joined(latents), classes);
    }

    /**
     * Returns random latents, and the classes that a classifier, which learns from the data, finds of their samples.
     *
     * @param comparison the comparison of samples with the data
     * @param extractions the extractors that are open
     * @throws IllegalArgumentException if there is no classifier
     */
    public static LabeledLatents ofSamples(
            LatentSampler sampler, Comparison comparison, Extractions extractions, long seed, Weights weights) {
        ComponentRegistry components = ComponentRegistry.onClassPath();
        if (!components.has(ComponentKind.EXTRACTOR, CLASSIFIER)) {
            throw new IllegalArgumentException("there is no extractor " + CLASSIFIER
                    + " that could tell the classes of samples: add the module gan-metrics");
        }
        Extractor named = components.named(ComponentKind.EXTRACTOR, CLASSIFIER);
        Extraction classifier = extractions.of(named, comparison);
        Latents drawn = new Latents(sampler.latents(), seed, OptionalDouble.empty());
        List<TensorData> latents = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        for (int from = 0; from < COUNT; from += PART) {
            TensorData rows = TensorData.of(
                    drawn.rows(from, PART), Shape.of(PART, sampler.latents().size()));
            latents.add(rows);
            Arrays.stream(ClassRejection.classes(classifier, sampler.samples(rows, weights)))
                    .forEach(classes::add);
        }
        return new LabeledLatents(TensorData.joined(latents), classes);
    }

    /** Returns for each sample whether it is of a class. */
    public List<Boolean> are(int wished) {
        return IntStream.range(0, classes.size())
                .mapToObj(i -> classes.get(i) == wished)
                .toList();
    }
}
