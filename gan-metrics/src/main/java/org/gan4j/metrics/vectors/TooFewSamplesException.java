package org.gan4j.metrics.vectors;

/** Thrown if a metric is given fewer samples than it needs. */
public final class TooFewSamplesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int least;

    TooFewSamplesException(String message, int least) {
        super(message);
        this.least = least;
    }

    /** Returns the smallest number of samples that the metric can measure. */
    public int least() {
        return least;
    }
}
