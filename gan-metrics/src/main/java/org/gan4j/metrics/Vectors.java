package org.gan4j.metrics;

import org.gan4j.tensor.TensorData;

/**
 * A set of feature vectors, in the order that loops over pairs want: number f of vector i is at f · count + i. Zeros follow,
 * so that the loops can take {@link #STEP} features at a time.
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
     * The rows of a matrix.
     *
     * @param whose such as "real", for the sentence
     * @param least how many rows are needed
     */
    static Vectors of(String whose, TensorData rows, String metric, int least) {
        if (rows.shape().rank() != 2) {
            throw new IllegalArgumentException(
                    metric + " needs features [N,F]; the " + whose + " ones have the shape " + rows.shape());
        }
        int count = rows.shape().dim(0);
        int width = rows.shape().dim(1);
        if (count < least) {
            throw new IllegalArgumentException(metric + " needs at least " + least + " " + whose
                    + " samples; there are " + count + ": evaluate more of them");
        }
        double[] byFeature = new double[count * ((width + STEP - 1) / STEP * STEP)];
        for (int i = 0; i < count; i++) {
            for (int f = 0; f < width; f++) {
                double value = rows.get(i * width + f);
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("feature " + f + " of " + whose + " sample " + i + " is " + value
                            + ", and " + metric + " needs finite numbers: look at the sample");
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

    /** Not to be changed. */
    double[] byFeature() {
        return byFeature;
    }

    double get(int vector, int feature) {
        return byFeature[feature * count + vector];
    }

    /** Both sets must come from one network. */
    static void requireEqualWidths(String metric, Vectors real, Vectors fake) {
        if (real.width != fake.width) {
            throw new IllegalArgumentException(metric + " compares features of one network; the real ones are "
                    + real.width + " numbers a sample, the fake ones " + fake.width);
        }
    }
}
