package org.gan4j.data;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;

/**
 * Other data in which every class is equally frequent, so that the batches of training are class-balanced on average
 * and a GAN learns rare classes as well as frequent ones. Samples of rare classes repeat; none is left out.
 *
 * <p>With K classes that occur, of which the most frequent has n samples, there are K·n samples. Sample i is of class i
 * mod K, and the i / K-th of that class in the order of the data, starting over after its last one. So a sample of a
 * class with m samples occurs ⌊n/m⌋ or ⌈n/m⌉ times, which also shows what this cannot do: a class of few samples is seen
 * often, but in no more variety.
 *
 * @param data the other data, with a field {@code label}
 */
public record Balanced(DataSource data) implements DataSource {
    /** Returns the balanced form of data. */
    public static Balanced of(DataSource data) {
        return new Balanced(data);
    }

    @Override
    public DataSource over(DataSource other) {
        return new Balanced(data.over(other));
    }

    @Override
    public String name() {
        return "balanced";
    }

    @Override
    public String summary() {
        return "other data in which every class is equally frequent; samples of rare ones repeat";
    }

    /**
     * Opens the data.
     *
     * @throws IllegalArgumentException if the other data have no classes, samples without a class, or several
     *     partitions, or if there would be too many samples
     */
    @Override
    public Dataset open() {
        Dataset whole = data.open();
        try {
            requireClasses(whole);
            return new Rows(whole, EqualClasses.of(KnownLabels.read(whole), data.name()));
        } catch (RuntimeException unusable) {
            whole.close();
            throw unusable;
        }
    }

    private void requireClasses(Dataset whole) {
        if (!whole.fields().contains(KnownLabels.CLASS)) {
            throw new IllegalArgumentException(
                    "the data source balanced needs one INT label per sample; the data source "
                            + data.name() + " has "
                            + whole.fields().stream().map(Field::name).toList()
                            + ": use a folder with a sub-folder for each class, or data with labels");
        }
        if (whole.partitions().size() > 1) {
            throw new IllegalArgumentException("the data source " + data.name()
                    + " has partitions, whose samples and labels do not belong together: balance each of its parts,"
                    + " inside it");
        }
    }
}
