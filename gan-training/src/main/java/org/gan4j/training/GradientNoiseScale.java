package org.gan4j.training;

import org.gan4j.api.training.TrainingHistory;

/**
 * The gradient noise scale (<a href="https://arxiv.org/abs/1812.06162">McCandlish et al. 2018</a>, appendix A.1), which
 * predicts the largest useful batch: well below it, a batch of twice the size halves the number of steps; well above it,
 * a larger batch only costs time. With G the true gradient and Σ the covariance of the gradients of single samples, the
 * squared norm of the gradient of B samples is |G|² + tr(Σ)/B on average. Its means for parts of b samples and for
 * batches of B samples give unbiased estimates of both:
 *
 * <pre>
 * |G|²  = (B |G_B|² − b |G_b|²) / (B − b)
 * tr(Σ) = (|G_b|² − |G_B|²) / (1/b − 1/B)
 * scale = tr(Σ) / |G|²
 * </pre>
 *
 * <p>A training with {@link org.gan4j.api.application.GanComponents#ACCUMULATION} logs the roots of both as {@code
 * gradient-part.<player>} and {@code gradient.<player>} in each step. The estimates of one step are noisy, so average over
 * many; those of a GAN change as its players do.
 *
 * @param signal |G|², the squared norm of the true gradient; not above 0 if it is lost in the noise
 * @param noise tr(Σ), the sum of the variances of the gradient of one sample
 */
public record GradientNoiseScale(double signal, double noise) {
    /**
     * Returns the estimate from means over steps.
     *
     * @param part the number b of samples of a part
     * @param batch the number B of samples of a batch
     * @param squaredOfParts the mean of the squared norms of the gradients of parts
     * @param squaredOfBatches the mean of the squared norms of the gradients of batches
     * @throws IllegalArgumentException if a part is not smaller than a batch, or is empty
     */
    public static GradientNoiseScale of(int part, int batch, double squaredOfParts, double squaredOfBatches) {
        if (part < 1 || part >= batch) {
            throw new IllegalArgumentException("the parts have " + part + " samples and the batches " + batch
                    + ": the noise scale needs parts of at least 1 sample that are smaller than the batch");
        }
        double signal = (batch * squaredOfBatches - part * squaredOfParts) / (batch - part);
        double noise = (squaredOfParts - squaredOfBatches) / (1.0 / part - 1.0 / batch);
        return new GradientNoiseScale(signal, noise);
    }

    /**
     * Returns the estimate from the steps of a training.
     *
     * @param part the number of samples of a part
     * @param batch the number of samples of a batch
     * @param history the metrics of the steps
     * @param player the player, such as {@code critic}
     * @throws IllegalArgumentException if a part is not smaller than a batch or is empty, or the history has no gradient
     *     norms of parts
     */
    public static GradientNoiseScale of(int part, int batch, TrainingHistory history, String player) {
        return of(
                part, batch, meanSquare(history, "gradient-part." + player), meanSquare(history, "gradient." + player));
    }

    private static double meanSquare(TrainingHistory history, String metric) {
        return history.of(metric).values().stream()
                .mapToDouble(norm -> norm * norm)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("the training has no metric " + metric
                        + ": train with an accumulation above 1, and name one of its players"));
    }

    /** Returns the noise scale tr(Σ)/|G|², in samples; infinity if the signal is lost in the noise. */
    public double scale() {
        return signal > 0 ? noise / signal : Double.POSITIVE_INFINITY;
    }
}
