package org.gan4j.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;

/**
 * Data in which the class of only a few samples is known, for semi-supervised learning. A batch has unlabeled samples
 * from all of the data as {@code image}. It also has labeled samples from the few as {@code labelled} and {@code
 * label}, which do not belong to the unlabeled ones: they are cycled endlessly, in an order of their own. A sample
 * whose label is -1 has none.
 *
 * @param data data with the fields {@code image} and {@code label}
 * @param labels the number of samples whose class is known, chosen by the seed and balanced over the classes as far as
 *     possible; 0 means all samples that have a label
 * @param seed the seed that chooses these samples; defaults to 1
 */
public record PartlyLabeled(DataSource data, int labels, long seed) implements DataSource {
    /** The field of the samples whose class is known; {@code label} holds the class. */
    public static final String LABELED = "labelled";

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the number of labels is negative
     */
    public PartlyLabeled {
        if (labels < 0) {
            throw new IllegalArgumentException("the number of labels must be at least 0 (all), not " + labels);
        }
    }

    /**
     * Returns data with this number of labels, chosen by seed 1.
     *
     * @throws IllegalArgumentException if the number of labels is negative
     */
    public static PartlyLabeled of(DataSource data, int labels) {
        return new PartlyLabeled(data, labels, 1);
    }

    /** Returns a copy of this data source with other data. */
    public PartlyLabeled data(DataSource other) {
        return new PartlyLabeled(other, labels, seed);
    }

    @Override
    public DataSource over(DataSource other) {
        return data(other);
    }

    /** Returns a copy of this data source with another seed, which chooses other samples. */
    public PartlyLabeled seed(long number) {
        return new PartlyLabeled(data, labels, number);
    }

    @Override
    public String name() {
        return "partly-labeled";
    }

    @Override
    public String summary() {
        return "data with only a few labels, for the application semi-supervised";
    }

    @Override
    public Dataset open() {
        Dataset whole = data.open();
        try {
            int[] known = KnownLabels.of(whole, data.name()).choose(labels, seed);
            Dataset unlabeled = View.of(whole, Map.of(Field.IMAGE, Field.IMAGE));
            Dataset labeled =
                    new View(whole, Map.of(Field.IMAGE, LABELED, Field.LABEL, Field.LABEL), Optional.of(known));
            return new PartitionedData(
                    List.of(unlabeled, labeled), List.of(whole), List.of(Field.IMAGE, LABELED), whole.classes());
        } catch (RuntimeException unusable) {
            whole.close();
            throw unusable;
        }
    }
}
