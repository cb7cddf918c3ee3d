package org.gan4j.metrics;

import org.gan4j.tensor.TensorData;

/**
 * A set of feature vectors, laid out for loops over pairs: feature f of vector i is at f · count + i. Zeros pad the
 * end, so the loops can process {@link #STEP} features at a time.
 */
final class Vectors {
    static final int STEP = 4;

    private final int count;
    private final int width;
    private final double[] byFeature;

    private Vectors(int count, int width, double[] byFeature) {
        this.count = count;
        this.width = width;
        this.byFeature = byFeature;
    }

    /**
     * Returns the rows of a matrix.
     *
     * @param whose the origin of the rows for messages, such as "real"
     * @param least the smallest number of rows
     * @throws IllegalArgumentException if the rows are not a matrix, too few, or not finite
     */
    static Vectors of(String whose, TensorData rows, String metric, int least) {
        if (rows.shape().rank() != 2) {
            throw new IllegalArgumentException(
                    metric + " needs features [N,F]; the " + whose + " features have the shape " + rows.shape());
        }
        int count = rows.shape().dim(0);
        int width = rows.shape().dim(1);
        if (count < least) {
            throw new IllegalArgumentException(metric + " needs at least " + least + " " + whose
                    + " samples; there are " + count + ": evaluate more samples");
        }
        double[] byFeature = new double[count * ((width + STEP - 1) / STEP * STEP)];
        for (int i = 0; i < count; i++) {
            for (int f = 0; f < width; f++) {
                double value = rows.get(i * width + f);
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("feature " + f + " of " + whose + " sample " + i + " is " + value
                            + ", and " + metric + " needs finite numbers: check the sample");
                }
                byFeature[f * count + i] = value;
            }
        }
        return new Vectors(count, width, byFeature);
    }

    int count() {
        return count;
    }

    int width() {
        return width;
    }

    /** Returns the values themselves, not a copy; callers must not change them. */
    double[] byFeature() {
        return byFeature;
    }

    double get(int vector, int feature) {
        return byFeature[feature * count + vector];
    }

    /**
     * Requires that both sets have the same number of features.
     *
     * @throws IllegalArgumentException if they do not
     */
    static void requireEqualWidths(String metric, Vectors real, Vectors fake) {
        if (real.width != fake.width) {
            throw new IllegalArgumentException(metric + " compares features of one network; real samples have "
                    + real.width + " features, fake ones " + fake.width + ": extract both with the same network");
        }
    }
}
