package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Samples of wished classes by a generator that knows no classes: it generates, a classifier names the most probable
 * class of each sample, and those of classes that are full are dropped. The samples of a class are as the generator makes
 * them, as far as the classifier is right.
 *
 * @param sampler generates samples
 * @param classifier computes the probabilities of the classes
 * @param labels the names of the classes, in the order of their numbers
 */
record ClassRejection(LatentSampler sampler, Extraction classifier, List<String> labels) {
    private static final int PART = 256;
    /** A class that fewer than one in a hundred samples belong to takes too long. */
    private static final int MOST_PER_SAMPLE = 100;

    private static final int LEAST_DRAWN = 10_000;

    /**
     * Generates samples until each class is full.
     *
     * @param request the number of samples, their truncation and weights
     * @param wanted the number of samples of each class, by its name
     * @throws IllegalArgumentException if the generator makes too few of a class
     */
    Samples sample(SampleRequest request, long seed, Map<String, Integer> wanted) {
        Truncated<LatentSampler> chosen = Truncated.of(sampler, request, LatentSampler::truncated);
        Latents latents = new Latents(
                sampler.latents(), request.seed().orElse(seed), chosen.request().truncation());
        Map<String, List<TensorData>> found = new LinkedHashMap<>();
        wanted.forEach((label, count) -> found.put(label, new ArrayList<>()));
        long most = Math.max(LEAST_DRAWN, (long) MOST_PER_SAMPLE * request.count());
        int drawn = 0;
        while (!isFull(found, wanted)) {
            if (drawn >= most) {
                throw new IllegalArgumentException("after " + drawn + " samples there are still too few of a class: "
                        + described(found, wanted) + "; this generator hardly makes it: ask for other shares, or train"
                        + " on balanced data");
            }
            TensorData rows = TensorData.of(
                    latents.rows(drawn, PART), Shape.of(PART, sampler.latents().size()));
            TensorData samples = chosen.by().samples(rows, request.weights().orElseThrow());
            int[] classes = classes(classifier, samples);
            for (int i = 0; i < PART; i++) {
                String label = labels.get(classes[i]);
                if (found.containsKey(label) && found.get(label).size() < wanted.get(label)) {
                    found.get(label).add(samples.rows(i, i + 1));
                }
            }
            drawn += PART;
        }
        List<TensorData> all = found.values().stream().flatMap(List::stream).toList();
        return new Samples(TensorData.joined(all), OptionalInt.empty(), wanted);
    }

    /** Returns the most probable class of each sample. */
    static int[] classes(Extraction classifier, TensorData samples) {
        TensorData probabilities = classifier
                .of(samples)
                .probabilities()
                .orElseThrow(() -> new IllegalArgumentException("the extractor " + classifier.network()
                        + " computes no probabilities of classes: use another"));
        float[] values = probabilities.toFloats();
        int count = probabilities.shape().dim(1);
        int[] classes = new int[probabilities.shape().dim(0)];
        for (int i = 0; i < classes.length; i++) {
            for (int k = 1; k < count; k++) {
                classes[i] = values[i * count + k] > values[i * count + classes[i]] ? k : classes[i];
            }
        }
        return classes;
    }

    private static boolean isFull(Map<String, List<TensorData>> found, Map<String, Integer> wanted) {
        return found.entrySet().stream().allMatch(each -> each.getValue().size() >= wanted.get(each.getKey()));
    }

    private static String described(Map<String, List<TensorData>> found, Map<String, Integer> wanted) {
        List<String> parts = new ArrayList<>();
        found.forEach((label, samples) -> parts.add(samples.size() + " of " + wanted.get(label) + " " + label));
        return String.join(", ", parts);
    }
}
