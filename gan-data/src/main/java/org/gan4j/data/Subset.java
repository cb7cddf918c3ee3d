package org.gan4j.data;

import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;

/**
 * Some samples of other data, for example to see what few data do to a GAN. It has all fields and classes of the other
 * data, in their order.
 *
 * @param data the other data
 * @param samples the number of samples, at least 1
 * @param seed the seed that chooses them; 1 by default
 */
public record Subset(DataSource data, int samples, long seed) implements DataSource {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if there is no sample
     */
    public Subset {
        if (samples < 1) {
            throw new IllegalArgumentException("a subset needs at least 1 sample, not " + samples);
        }
    }

    /**
     * Returns this many samples, chosen by seed 1.
     *
     * @throws IllegalArgumentException if there is no sample
     */
    public static Subset of(DataSource data, int samples) {
        return new Subset(data, samples, 1);
    }

    @Override
    public DataSource over(DataSource other) {
        return new Subset(other, samples, seed);
    }

    @Override
    public String name() {
        return "subset";
    }

    @Override
    public String summary() {
        return "some samples of other data, chosen by a seed";
    }

    /**
     * Opens the data.
     *
     * @throws IllegalArgumentException if the other data have fewer samples, or several partitions
     */
    @Override
    public Dataset open() {
        Dataset whole = data.open();
        if (whole.size() < samples || whole.partitions().size() > 1) {
            String cause = whole.size() < samples
                    ? "has only " + whole.size() + " samples, not " + samples + ": choose fewer"
                    : "has several partitions: take the subset of each";
            whole.close();
            throw new IllegalArgumentException("the data " + data.name() + " of a subset " + cause);
        }
        return new Rows(whole, chosen(whole.size()));
    }

    /** Chooses by a shuffle of all indices whose sequence is specified, so every Java version chooses the same. */
    private int[] chosen(int size) {
        Random random = new Random(seed);
        int[] all = IntStream.range(0, size).toArray();
        for (int i = 0; i < samples; i++) {
            int other = i + random.nextInt(size - i);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        return IntStream.of(all).limit(samples).sorted().toArray();
    }
}
