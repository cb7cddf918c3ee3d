package org.gan4j.cli.rating;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * The control pairs of a study, which show whether a rater pays attention. A repeated item fails if its two ratings are more
 * than one point apart. Noise fails if it is not rated below the real image that it stands against, or if it is judged real.
 * A rater who fails more than a third of either kind is left out. Pairs that were not rated do not count.
 *
 * @param key the key of the study
 */
record Controls(RatingKey key) {
    private static final int LIMIT = 3;

    /** Returns the reason to leave out a rater, or nothing if there is none. */
    Optional<String> failure(Ratings ratings) {
        Count repeats = new Count();
        Count noise = new Count();
        for (Map.Entry<String, Origin> item : key.items().entrySet()) {
            OptionalInt rating = ratings.of(item.getKey());
            if (item.getValue() instanceof Origin.Repeat repeat) {
                OptionalInt first = ratings.of(repeat.of());
                repeats.add(rating, first, () -> Math.abs(rating.getAsInt() - first.getAsInt()) > 1);
            } else if (item.getValue() instanceof Origin.Noise against) {
                OptionalInt real = ratings.of(against.of());
                noise.add(rating, real, () -> isTooGood(rating.getAsInt(), real.getAsInt()));
            }
        }
        if (repeats.isTooMany()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "rated %d of %d repeated images more than one point differently the second time",
                    repeats.failed,
                    repeats.all));
        }
        return noise.isTooMany()
                ? Optional.of(String.format(
                        Locale.ROOT,
                        key.question().isScale()
                                ? "rated noise no lower than a real image in %d of %d pairs"
                                : "judged %d of %d images of noise real",
                        noise.failed,
                        noise.all))
                : Optional.empty();
    }

    private boolean isTooGood(int noise, int real) {
        return key.question().isScale() ? noise >= real : noise == 1;
    }

    private static final class Count {
        private int failed;
        private int all;

        private void add(OptionalInt one, OptionalInt other, BooleanSupplier fails) {
            if (one.isPresent() && other.isPresent()) {
                all++;
                failed += fails.getAsBoolean() ? 1 : 0;
            }
        }

        private boolean isTooMany() {
            return LIMIT * failed > all;
        }
    }
}
