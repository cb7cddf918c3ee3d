package org.gan4j.cli.rating;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The ratings of one rater.
 *
 * @param rater the rater's name
 * @param values the ratings, by the ids of the items
 */
record Ratings(String rater, Map<String, Integer> values) {
    Ratings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the rating of an item, if it was rated. */
    OptionalInt of(String id) {
        Integer value = values.get(id);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
