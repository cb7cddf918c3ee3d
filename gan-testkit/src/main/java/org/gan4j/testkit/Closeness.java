package org.gan4j.testkit;

import java.util.Optional;
import org.gan4j.tensor.TensorData;

/**
 * A test of whether two tensors agree. They agree if no element differs by more than the tolerance times the largest
 * expected magnitude. The scale is at least 0.01, because values that should cancel leave rounding errors. NaN agrees
 * with NaN and an infinity with the same infinity; integers and booleans must be equal.
 */
public final class Closeness {
    private static final double SMALLEST_SCALE = 0.01;

    private final double tolerance;

    /**
     * Creates a comparison.
     *
     * @param tolerance the allowed difference, relative to the largest expected element
     */
    public Closeness(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * Compares two tensors.
     *
     * @param what the name of the value, used in the message
     * @throws AssertionError if they do not agree; the message states where and by how much
     */
    public void require(String what, TensorData found, TensorData expected) {
        difference(what, found, expected).ifPresent(message -> {
            throw new AssertionError(message);
        });
    }

    Optional<String> difference(String what, TensorData found, TensorData expected) {
        if (!found.shape().equals(expected.shape())) {
            return Optional.of(what + ": expected shape " + expected.shape() + ", found " + found.shape());
        }
        double scale = SMALLEST_SCALE;
        for (int i = 0; i < expected.shape().size(); i++) {
            double value = Math.abs(expected.get(i));
            scale = Double.isFinite(value) ? Math.max(scale, value) : scale;
        }
        double allowed = expected.dtype().isFloating() ? tolerance * scale : 0;
        int worst = -1;
        double most = 0;
        for (int i = 0; i < expected.shape().size(); i++) {
            double error = error(found.get(i), expected.get(i));
            if (!(error <= allowed) && !(error <= most)) {
                worst = i;
                most = error;
            }
        }
        return worst < 0
                ? Optional.empty()
                : Optional.of(what + ", element " + worst + " of " + expected.shape() + ": expected "
                        + expected.get(worst) + ", found " + found.get(worst) + "; the difference is "
                        + most + ", but at most " + allowed + " is allowed");
    }

    private static double error(double found, double expected) {
        if (Double.compare(found, expected) == 0) {
            return 0;
        }
        double error = Math.abs(found - expected);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }
}
