package org.gan4j.metrics.vectors;

import org.gan4j.tensor.TensorData;

/**
 * A set of feature vectors, laid out for loops over pairs: feature f of vector i is at f · count + i. Zeros pad the
 * end, so the loops can process {@link #STEP} features at a time.
 */
public final class Vectors {
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
    public static Vectors of(String whose, TensorData rows, String metric, int least) {
        FeatureChecks.require(whose, rows, metric, least);
        int count = rows.shape().dim(0);
        int width = rows.shape().dim(1);
        double[] byFeature = new double[padded(count, width)];
        for (int i = 0; i < count; i++) {
            for (int f = 0; f < width; f++) {
                byFeature[f * count + i] = rows.get(i * width + f);
            }
        }
        return new Vectors(count, width, byFeature);
    }

    /** Returns rows of finite numbers, all of the same length. */
    public static Vectors of(double[][] rows) {
        int width = rows[0].length;
        double[] byFeature = new double[padded(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < width; f++) {
                byFeature[f * rows.length + i] = rows[i][f];
            }
        }
        return new Vectors(rows.length, width, byFeature);
    }

    /** Returns the columns of a matrix of finite numbers, whose layout is this one already. */
    static Vectors ofColumns(double[] matrix, int rows, int columns) {
        double[] byFeature = new double[padded(columns, rows)];
        System.arraycopy(matrix, 0, byFeature, 0, rows * columns);
        return new Vectors(columns, rows, byFeature);
    }

    private static int padded(int count, int width) {
        return Math.multiplyExact(count, (width + STEP - 1) / STEP * STEP);
    }

    /** Returns these vectors divided by their lengths; vectors of zeros stay as they are. */
    public Vectors normalized() {
        double[] unit = new double[byFeature.length];
        for (int i = 0; i < count; i++) {
            double squares = 0;
            for (int f = 0; f < width; f++) {
                squares += get(i, f) * get(i, f);
            }
            double length = squares == 0 ? 1 : Math.sqrt(squares);
            for (int f = 0; f < width; f++) {
                unit[f * count + i] = get(i, f) / length;
            }
        }
        return new Vectors(count, width, unit);
    }

    /** Returns the columns as vectors. */
    public Vectors transposed() {
        double[] transposed = new double[padded(width, count)];
        for (int f = 0; f < width; f++) {
            for (int i = 0; i < count; i++) {
                transposed[i * width + f] = get(i, f);
            }
        }
        return new Vectors(width, count, transposed);
    }

    /** Returns these vectors, then others of the same width. */
    public Vectors and(Vectors others) {
        int all = count + others.count;
        double[] both = new double[padded(all, width)];
        for (int f = 0; f < width; f++) {
            System.arraycopy(byFeature, f * count, both, f * all, count);
            System.arraycopy(others.byFeature, f * others.count, both, f * all + count, others.count);
        }
        return new Vectors(all, width, both);
    }

    /** Returns the vectors with these indices. */
    public Vectors chosen(int... indices) {
        double[] some = new double[padded(indices.length, width)];
        for (int f = 0; f < width; f++) {
            for (int i = 0; i < indices.length; i++) {
                some[f * indices.length + i] = get(indices[i], f);
            }
        }
        return new Vectors(indices.length, width, some);
    }

    /** Returns the number of vectors. */
    public int count() {
        return count;
    }

    /** Returns the number of features of each. */
    public int width() {
        return width;
    }

    /** Returns the values themselves, not a copy; callers must not change them. */
    double[] byFeature() {
        return byFeature;
    }

    /** Returns one number of one vector. */
    public double get(int vector, int feature) {
        return byFeature[feature * count + vector];
    }

    /**
     * Requires that both sets have the same number of features.
     *
     * @throws IllegalArgumentException if they do not
     */
    public static void requireEqualWidths(String metric, Vectors real, Vectors fake) {
        FeatureChecks.requireEqualWidths(metric, real.width, fake.width);
    }
}
