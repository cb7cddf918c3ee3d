package org.gan4j.training.diagnosis;

import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;

/**
 * A critic that separates real and generated samples perfectly. Its loss is then near its minimum of 0, and the
 * generator learns nothing from it: with the minimax loss its gradient vanishes, with the non-saturating one it is
 * noise (<a href="https://arxiv.org/abs/1701.04862">Arjovsky and Bottou 2017</a>, theorems 2.4 and 2.6). It is detected
 * if all adversarial losses of the window are positive, and their median is below
 *
 * <ul>
 *   <li>{@code perfect}, or
 *   <li>{@code good}, while the median of a generator's gradient is below {@code share} of its largest median before.
 * </ul>
 *
 * <p>Losses that have no minimum of 0, such as Wasserstein's, become negative and are never meant.
 *
 * @param perfect the median loss of a critic that is too strong whatever the gradient; chance is 0.5 to 2
 * @param good the median loss of a critic that is too strong if the generator's gradient vanishes
 * @param share the share of the generator's gradient that is left
 */
public record SaturatedCritic(double perfect, double good, double share) implements MetricsDetector {
    /** Returns the detector with the calibrated thresholds. */
    public static SaturatedCritic standard() {
        return new SaturatedCritic(1e-3, 0.02, 0.02);
    }

    @Override
    public Kind kind() {
        return Kind.SATURATED_CRITIC;
    }

    @Override
    public Optional<Diagnosis> of(MetricsWindow window, String player) {
        Series loss = window.critics().contains(player) ? window.loss(player) : null;
        if (loss == null || !isPositive(loss)) {
            return Optional.empty();
        }
        double median = loss.median(MetricsHistory.WINDOW);
        for (String generator : window.generators()) {
            Series gradient = window.gradient(generator);
            double left = gradient.median(MetricsHistory.WINDOW) / gradient.peak();
            if (median < perfect || median < good && left < share) {
                return found(
                        window.step(),
                        player,
                        "in the last %d steps its loss has a median of %.2g, and the gradient of the %s is"
                                + " %.2g times its largest",
                        MetricsHistory.WINDOW,
                        median,
                        generator,
                        left);
            }
        }
        return Optional.empty();
    }

    private static boolean isPositive(Series loss) {
        for (double each : loss.latest(MetricsHistory.WINDOW)) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
