package org.gan4j.cli.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.gan4j.cli.rating.statistics.CrossedMean;
import org.gan4j.cli.rating.statistics.Interval;

/**
 * A line of a summary's tables: a value with its interval.
 *
 * @param name the run, or the pair of runs
 * @param items the number of items with a rating
 * @param ratings the number of ratings
 * @param value the mean opinion, or a share; null if there is no rating
 * @param low the lower end of the interval of 95 %; null if it is unknown
 * @param high the upper end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SummaryRow(String name, Long items, Integer ratings, Double value, Double low, Double high) {
    /** Returns the mean opinion of a run, between 1 and 5. */
    static SummaryRow opinion(RunRatings run, RatingKind kind) {
        CrossedMean mean = CrossedMean.of(run.ratings());
        return of(run, mean.value(), mean.interval().within(kind.lowest(), kind.highest()));
    }

    /** Returns the share of a run's items that are judged real. */
    static SummaryRow judgedReal(RunRatings run) {
        CrossedMean share = CrossedMean.of(run.ratings());
        return of(run, share.value(), share.share(run.ratings().size()));
    }

    /** Returns the difference of two runs. */
    static SummaryRow difference(RunRatings first, RunRatings second, RatingKind kind) {
        CrossedMean difference = CrossedMean.difference(first.ratings(), second.ratings());
        int most = kind.highest() - kind.lowest();
        return of(
                first.name() + " − " + second.name(),
                null,
                null,
                difference.value(),
                difference.interval().within(-most, most));
    }

    /** Returns half the share of fakes judged real plus half the share of real images judged fake. */
    static SummaryRow errors(RunRatings fake, RunRatings real) {
        CrossedMean rate =
                CrossedMean.difference(fake.ratings(), real.ratings()).scaled(0.5, 0.5);
        double count = 4 / (1.0 / fake.ratings().size() + 1.0 / real.ratings().size());
        return of(fake.name(), null, null, rate.value(), rate.share(count));
    }

    private static SummaryRow of(RunRatings run, double value, Interval interval) {
        return of(run.name(), run.items(), run.ratings().size(), value, interval);
    }

    private static SummaryRow of(String name, Long items, Integer ratings, double value, Interval interval) {
        return new SummaryRow(name, items, ratings, known(value), known(interval.low()), known(interval.high()));
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** Returns the interval, if it is known. */
    Optional<Interval> interval() {
        return low == null ? Optional.empty() : Optional.of(new Interval(low, high));
    }
}
