package org.gan4j.training.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;

/**
 * A loss that circles with a constant or growing amplitude, as the Dirac-GAN's does
 * (<a href="https://arxiv.org/abs/1801.04406">Mescheder et al. 2018</a>). The autocorrelation of the latest losses
 * must have a valley and then a peak, whose lag is the period; noise has neither. Damped circles converge, and are none.
 *
 * @param steps the number of losses, at most {@value MetricsHistory#LONGEST}
 * @param peak the least autocorrelation after one period
 * @param valley the largest autocorrelation before it
 * @param undamped the least amplitude of the second half, in amplitudes of the first one
 * @param shortest the least period in steps
 */
public record Oscillation(int steps, double peak, double valley, double undamped, int shortest)
        implements MetricsDetector {
    /** Returns the detector with the calibrated thresholds. */
    public static Oscillation standard() {
        return new Oscillation(MetricsHistory.LONGEST, 0.5, -0.5, 0.9, 4);
    }

    @Override
    public Kind kind() {
        return Kind.OSCILLATION;
    }

    @Override
    public Optional<Diagnosis> of(MetricsWindow window, String player) {
        Series loss = window.loss(player);
        if (loss == null || loss.recent().length < steps) {
            return Optional.empty();
        }
        double[] x = centered(loss.latest(steps));
        double before = variance(Arrays.copyOfRange(x, 0, steps / 2));
        double after = variance(Arrays.copyOfRange(x, steps / 2, steps));
        int period = period(x);
        if (period < shortest || after < undamped * undamped * before) {
            return Optional.empty();
        }
        return found(
                window.step(),
                player,
                "in the last %d steps its loss circles with a period of %d steps and an autocorrelation of"
                        + " %.2f, undamped",
                steps,
                period,
                correlation(x, period));
    }

    /** Returns the lag of the first peak after a valley; 0 if there is none. */
    private int period(double[] x) {
        if (variance(x) == 0) {
            return 0;
        }
        boolean low = false;
        double[] correlations = new double[x.length / 2];
        for (int lag = 1; lag < correlations.length; lag++) {
            correlations[lag] = correlation(x, lag);
            low |= correlations[lag] <= valley;
            boolean fell = lag > 1 && correlations[lag] < correlations[lag - 1];
            if (low && fell && correlations[lag - 1] >= peak) {
                return lag - 1;
            }
        }
        return 0;
    }

    /** Returns the autocorrelation, with the mean over the pairs that there are, so a circle's does not fall with the lag. */
    private static double correlation(double[] x, int lag) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i + lag < x.length; i++) {
            sum += x[i] * x[i + lag];
            squares += (x[i] * x[i] + x[i + lag] * x[i + lag]) / 2;
        }
        return squares == 0 ? 0 : sum / squares;
    }

    private static double[] centered(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(each -> each - mean).toArray();
    }

    private static double variance(double[] x) {
        return Arrays.stream(centered(x)).map(each -> each * each).average().orElseThrow();
    }
}
