package org.gan4j.training.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;

/**
 * A player that no gradient reaches: its norm is 0 in all steps of the window, as if all units of a layer of rectifiers
 * were off (<a href="https://arxiv.org/abs/1903.06733">Lu et al. 2019</a>).
 *
 * @param norm the largest norm that counts as 0
 */
public record DeadGradient(double norm) implements MetricsDetector {
    /** Returns the detector for a norm of exactly 0. */
    public static DeadGradient standard() {
        return new DeadGradient(0);
    }

    @Override
    public Kind kind() {
        return Kind.DEAD_NETWORK;
    }

    @Override
    public Optional<Diagnosis> of(MetricsWindow window, String player) {
        double largest = Arrays.stream(window.gradient(player).latest(MetricsHistory.WINDOW))
                .max()
                .orElseThrow();
        return largest <= norm
                ? found(
                        window.step(),
                        player,
                        "in the last %d steps the norm of its gradient is %s",
                        MetricsHistory.WINDOW,
                        largest == 0 ? "0" : "at most " + largest)
                : Optional.empty();
    }
}
