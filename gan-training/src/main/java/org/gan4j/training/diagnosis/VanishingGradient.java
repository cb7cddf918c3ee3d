package org.gan4j.training.diagnosis;

import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;

/**
 * A gradient that is a tiny part of what it was, so the player no longer learns
 * (<a href="https://arxiv.org/abs/1701.04862">Arjovsky and Bottou 2017</a>). The median norm of the window is compared
 * with the largest such median before. At an exact equilibrium gradients vanish as well: then it is no failure.
 *
 * @param share the share of the largest gradient below which it counts as vanished
 */
public record VanishingGradient(double share) implements MetricsDetector {
    /** Returns the detector with the calibrated threshold. */
    public static VanishingGradient standard() {
        return new VanishingGradient(1e-3);
    }

    @Override
    public Kind kind() {
        return Kind.VANISHING_GRADIENT;
    }

    @Override
    public Optional<Diagnosis> of(MetricsWindow window, String player) {
        Series gradient = window.gradient(player);
        double median = gradient.median(MetricsHistory.WINDOW);
        return median < share * gradient.peak()
                ? found(
                        window.step(),
                        player,
                        "in the last %d steps the norm of its gradient has a median of %.2g, %.2g times its"
                                + " largest",
                        MetricsHistory.WINDOW,
                        median,
                        median / gradient.peak())
                : Optional.empty();
    }
}
