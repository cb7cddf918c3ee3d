package org.gan4j.tables.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.metrics.privacy.NearerShare;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.tables.judges.ClassScores;
import org.gan4j.tables.judges.Usefulness;
import org.gan4j.tables.privacy.TablePrivacy;
import org.gan4j.tables.values.Estimate;

/**
 * An overall number of a report, next to what it is compared with.
 *
 * @param name the measure
 * @param ideal the number to be reached, in words
 * @param synthetic the number of the synthetic rows
 * @param real that of real rows in their place, if it was measured
 * @param independent that of rows with independent columns in their place, if it was measured
 */
public record Figure(
        String name, String ideal, Estimate synthetic, Optional<Estimate> real, Optional<Estimate> independent) {
    private static final double SMALL = 0.01;
    private static final double UNSEEN = 0.00005;

    static Figure of(String name, String ideal, Compared<Estimate> numbers) {
        return new Figure(name, ideal, numbers.synthetic(), numbers.heldOut(), Optional.of(numbers.independent()));
    }

    static Figure of(String name, Usefulness useful, Function<ClassScores, Estimate> score) {
        return new Figure(
                name,
                "as real",
                score.apply(useful.synthetic()),
                Optional.of(score.apply(useful.real())),
                Optional.of(score.apply(useful.independent())));
    }

    static List<Figure> of(TablePrivacy found) {
        List<Figure> figures = new ArrayList<>();
        figures.add(alone("nearer to training than to held-out rows", "0.5", share(found.nearer())));
        found.near().ifPresent(near -> figures.add(alone("the same, of the nearest rows", "0.5", share(near))));
        figures.add(new Figure(
                "distance to the closest training row, 5 % quantile",
                "as real",
                Estimate.of(found.quantile()),
                Optional.of(Estimate.of(found.quantileHeldOut())),
                Optional.empty()));
        Share copies = found.copies().synthetic();
        figures.add(new Figure(
                "copies of training rows",
                "as real",
                Estimate.of(copies),
                Optional.of(Estimate.of(found.copies().heldOut())),
                Optional.empty()));
        figures.add(alone("advantage of an attack on membership", "0", Estimate.of(found.attack())));
        return figures;
    }

    private static Estimate share(NearerShare nearer) {
        return Estimate.of(nearer.share());
    }

    private static Figure alone(String name, String ideal, Estimate number) {
        return new Figure(name, ideal, number, Optional.empty(), Optional.empty());
    }

    /** Returns a number as {@link #text(double)} does, and its interval if it has one. */
    public static String text(Estimate number) {
        return number.hasInterval()
                ? text(number.value()) + " (" + text(number.low()) + " to " + text(number.high()) + ")"
                : text(number.value());
    }

    /** Returns a number with three decimals, or with four if it is small. */
    public static String text(double number) {
        double size = Math.abs(number);
        if (size < UNSEEN) {
            return "0.000";
        }
        return String.format(Locale.ROOT, size < SMALL ? "%.4f" : "%.3f", number);
    }
}
