package org.gan4j.metrics.vectors;

import org.gan4j.tensor.TensorData;

/** Requirements for features, one row per sample, which every metric of features states alike. */
public final class FeatureChecks {
    private FeatureChecks() {}

    /**
     * Requires enough rows of finite numbers.
     *
     * @param whose the origin of the rows for messages, such as "real"
     * @param least the smallest number of rows
     * @throws IllegalArgumentException if the rows are not a matrix, too few, or not finite
     */
    public static void require(String whose, TensorData rows, String metric, int least) {
        if (rows.shape().rank() != 2) {
            throw new IllegalArgumentException(
                    metric + " needs features [N,F]; the " + whose + " features have the shape " + rows.shape());
        }
        requireCount(whose, rows.shape().dim(0), metric, least);
        int width = rows.shape().dim(1);
        for (int i = 0; i < rows.shape().size(); i++) {
            double value = rows.get(i);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("feature " + i % width + " of " + whose + " sample " + i / width
                        + " is " + value + ", and " + metric + " needs finite numbers: check the sample");
            }
        }
    }

    /**
     * Requires enough samples.
     *
     * @throws TooFewSamplesException if there are too few
     */
    public static void requireCount(String whose, int count, String metric, int least) {
        if (count < least) {
            throw new TooFewSamplesException(
                    metric + " needs at least " + least + " " + whose + " samples; there are " + count
                            + ": evaluate more samples",
                    least);
        }
    }

    /**
     * Requires that both sides have the same number of features.
     *
     * @throws IllegalArgumentException if they do not
     */
    public static void requireEqualWidths(String metric, int real, int fake) {
        if (real != fake) {
            throw new IllegalArgumentException(metric + " compares features of one network; real samples have " + real
                    + " features, fake ones " + fake + ": extract both with the same network");
        }
    }
}
