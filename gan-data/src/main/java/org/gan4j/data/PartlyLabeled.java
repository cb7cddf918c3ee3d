package org.gan4j.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;

/**
 * Data of which the classes of a few samples are known, for semi-supervised learning. A batch has samples whose class is
 * not told, from all of the data, as {@code image}; and beside them some of the few, as {@code labeled} and {@code
 * label}, which do not belong to the others: they are gone through again and again, in an order of their own. A sample
 * whose label is -1 has none.
 *
 * @param data with the fields {@code image} and {@code label}
 * @param labels of how many samples the class is known: chosen by the seed, equally many of each class as far as there
 *     are; 0 takes all that have one
 * @param seed which samples these are
 */
public record PartlyLabeled(DataSource data, int labels, long seed) implements DataSource {
    /** The field of the samples whose class is known; {@code label} says which it is. */
    public static final String LABELED = "labelled";

    public PartlyLabeled {
        if (labels < 0) {
            throw new IllegalArgumentException("the number of labels must be at least 0, which is all, not " + labels);
        }
    }

    /** So many labels of these data, chosen by seed 1. */
    public static PartlyLabeled of(DataSource data, int labels) {
        return new PartlyLabeled(data, labels, 1);
    }

    /** The same number of labels of other data. */
    public PartlyLabeled data(DataSource other) {
        return new PartlyLabeled(other, labels, seed);
    }

    /** The labels of other samples. */
    public PartlyLabeled seed(long number) {
        return new PartlyLabeled(data, labels, number);
    }

    @Override
    public String name() {
        return "partly-labeled";
    }

    @Override
    public String summary() {
        return "data with labels, of which a few are told: for semi-supervised";
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
