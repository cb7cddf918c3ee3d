package org.gan4j.training.diagnosis;

import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;

/**
 * A gradient that is many times what it was (<a href="https://arxiv.org/abs/1211.5063">Pascanu et al. 2013</a>). The
 * median norm of the window is compared with that of the first steps of the phase, and with a norm that no well-scaled
 * network has.
 *
 * @param times the factor above the gradient of the first steps
 * @param norm the least norm that counts
 */
public record ExplodingGradient(double times, double norm) implements MetricsDetector {
    /** Returns the detector with the calibrated thresholds. */
    public static ExplodingGradient standard() {
        return new ExplodingGradient(30, 500);
    }

    @Override
    public Kind kind() {
        return Kind.EXPLODING_GRADIENT;
    }

    @Override
    public Optional<Diagnosis> of(MetricsWindow window, String player) {
        Series gradient = window.gradient(player);
        double median = gradient.median(MetricsHistory.WINDOW);
        return median > times * gradient.first() && median > norm
                ? found(
                        window.step(),
                        player,
                        "in the last %d steps the norm of its gradient has a median of %.3g, after %.2g at the"
                                + " start",
                        MetricsHistory.WINDOW,
                        median,
                        gradient.first())
                : Optional.empty();
    }
}
