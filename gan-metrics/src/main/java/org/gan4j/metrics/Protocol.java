package org.gan4j.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gan4j.metrics.features.FeatureSource;

/**
 * How a number was measured. Numbers of unlike protocols cannot be compared.
 *
 * @param features what computed the features
 * @param data the data that samples were compared with
 * @param split whether a GAN was trained on these data or they were held out; empty if that is not known
 * @param realCount the number of samples of the data; 0 if samples were compared with each other alone
 * @param samples the origin of the generated samples
 * @param weights the weights that generated them, and a truncation if there was one; empty if that is not known
 * @param fakeCount the number of generated samples
 * @param seed the seed that chose the samples and the data
 */
public record Protocol(
        FeatureSource features,
        String data,
        String split,
        int realCount,
        String samples,
        String weights,
        int fakeCount,
        long seed) {
    /** The split of data that the GAN was trained on. */
    public static final String TRAINED_ON = "trained on";
    /** The split of data that the GAN was not trained on. */
    public static final String HELD_OUT = "held out";
    /** The start of the weights that training reached last. */
    public static final String LATEST = "latest";
    /** The start of the weights that are a moving average over steps. */
    public static final String MOVING_AVERAGE = "moving average";
    /** The part of the weights between their kind and the truncation of the latents. */
    public static final String TRUNCATION = ", truncation ";

    private static final String FEATURES = "features";
    private static final String DIGEST = "features.weights";
    private static final String RESIZING = "resizing";
    private static final String DATA = "data";
    private static final String SPLIT = "split";
    private static final String REAL = "real.count";
    private static final String SAMPLES = "samples";
    private static final String WEIGHTS = "weights";
    private static final String FAKE = "fake.count";
    private static final String SEED = "seed";

    /** Returns whether samples were compared with each other, and not with data. */
    public boolean isOfSamplesAlone() {
        return realCount == 0;
    }

    /** Returns this protocol with other features. */
    public Protocol with(FeatureSource other) {
        return new Protocol(other, data, split, realCount, samples, weights, fakeCount, seed);
    }

    /**
     * Returns the differences that make numbers of this protocol and another one incomparable, as "the data: a; b". The
     * origin of the samples and the seed may differ.
     */
    public List<String> differences(Protocol other) {
        List<String> differences = new ArrayList<>();
        add(differences, "the features", features.network(), other.features.network());
        add(differences, "the weights of the features", features.weights(), other.features.weights());
        add(differences, "the resizing", features.resizing(), other.features.resizing());
        add(differences, "the data", data, other.data);
        add(differences, "the split of the data", split, other.split);
        add(differences, "the number of samples of the data", realCount, other.realCount);
        add(differences, "the number of generated samples", fakeCount, other.fakeCount);
        add(differences, "the weights of the generator", weights, other.weights);
        return differences;
    }

    private static void add(List<String> differences, String what, Object one, Object other) {
        if (!Objects.equals(one, other)) {
            differences.add(what + ": " + one + "; " + other);
        }
    }

    /** Returns everything for JSON, in order. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(FEATURES, features.network());
        map.put(DIGEST, features.weights());
        map.put(RESIZING, features.resizing());
        map.put(DATA, data);
        map.put(SPLIT, split);
        map.put(REAL, realCount);
        map.put(SAMPLES, samples);
        map.put(WEIGHTS, weights);
        map.put(FAKE, fakeCount);
        map.put(SEED, seed);
        return map;
    }

    /**
     * Returns the protocol that {@link #toMap} wrote.
     *
     * @throws IllegalArgumentException if an entry is missing or of another type
     */
    public static Protocol of(Map<String, ?> map) {
        return new Protocol(
                new FeatureSource(text(map, FEATURES), text(map, DIGEST), text(map, RESIZING)),
                text(map, DATA),
                text(map, SPLIT),
                (int) number(map, REAL),
                text(map, SAMPLES),
                text(map, WEIGHTS),
                (int) number(map, FAKE),
                number(map, SEED));
    }

    private static String text(Map<String, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw missing(key, map);
    }

    private static long number(Map<String, ?> map, String key) {
        if (map.get(key) instanceof Number number) {
            return number.longValue();
        }
        throw missing(key, map);
    }

    private static IllegalArgumentException missing(String key, Map<String, ?> map) {
        return new IllegalArgumentException("the protocol of an evaluation has no " + key + " that can be used; it has "
                + map.keySet() + ": evaluate again");
    }
}
