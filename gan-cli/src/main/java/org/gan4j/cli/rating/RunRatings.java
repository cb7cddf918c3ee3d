package org.gan4j.cli.rating;

import java.util.List;
import org.gan4j.cli.rating.statistics.Rating;

/**
 * The ratings of a run's samples, or of the real images.
 *
 * @param name the run, as it was named, or {@link #REAL}
 * @param ratings the ratings of all raters who are not left out
 */
record RunRatings(String name, List<Rating> ratings) {
    static final String REAL = "real images";

    RunRatings {
        ratings = List.copyOf(ratings);
    }

    /** Returns the number of items with a rating. */
    long items() {
        return ratings.stream().map(Rating::item).distinct().count();
    }
}
