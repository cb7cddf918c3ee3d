package org.gan4j.cli.rating;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.cli.rating.statistics.KrippendorffAlpha;
import org.gan4j.cli.rating.statistics.Rating;

/**
 * The meaning of ratings.
 *
 * @param study the name of the study
 * @param kind its question
 * @param raters the raters who count
 * @param leftOut the raters who failed the controls or rated nothing, each with the reason
 * @param incomplete what raters who count did not rate, in sentences
 * @param real the ratings of the real images
 * @param runs those of each run, in the order in which they were named
 * @param alpha Krippendorff's alpha over samples and real images; NaN if there is nothing to agree on
 */
public record RatingSummary(
        String study,
        RatingKind kind,
        List<String> raters,
        Map<String, String> leftOut,
        List<String> incomplete,
        RunRatings real,
        List<RunRatings> runs,
        double alpha) {
    /** Copies the lists. */
    public RatingSummary {
        raters = List.copyOf(raters);
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        incomplete = List.copyOf(incomplete);
        runs = List.copyOf(runs);
    }

    private static Optional<String> failure(Controls controls, Ratings ratings) {
        return ratings.values().isEmpty() ? Optional.of("rated nothing") : controls.failure(ratings);
    }

    /**
     * Summarizes the ratings of a study.
     *
     * @throws IllegalArgumentException if a file does not fit the study, a rater has two files, or no rater is left
     */
    public static RatingSummary of(RatingKey key, List<RatingFile> files) {
        Controls controls = new Controls(key);
        List<Ratings> kept = new ArrayList<>();
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (Ratings ratings : distinct(key, files)) {
            failure(controls, ratings)
                    .ifPresentOrElse(reason -> leftOut.put(ratings.rater(), reason), () -> kept.add(ratings));
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("no rater is left, since all are left out ("
                    + leftOut.entrySet().stream()
                            .map(rater -> rater.getKey() + " " + rater.getValue())
                            .collect(Collectors.joining("; "))
                    + "): collect the ratings of others");
        }
        RunRatings real = new RunRatings(RunRatings.REAL, collected(key, kept, null));
        List<RunRatings> runs = key.runs().stream()
                .map(run -> new RunRatings(run, collected(key, kept, run)))
                .toList();
        List<Rating> all = new ArrayList<>(real.ratings());
        runs.forEach(run -> all.addAll(run.ratings()));
        RatingKind kind = key.question();
        return new RatingSummary(
                key.study(),
                kind,
                kept.stream().map(Ratings::rater).toList(),
                leftOut,
                incomplete(key, kept),
                real,
                runs,
                (kind.isScale() ? KrippendorffAlpha.ORDINAL : KrippendorffAlpha.NOMINAL).of(all));
    }

    private static List<String> incomplete(RatingKey key, List<Ratings> raters) {
        int all = key.items().size();
        return raters.stream()
                .filter(ratings -> ratings.values().size() < all)
                .map(ratings -> ratings.rater() + " rated " + ratings.values().size() + " of " + all + " items")
                .toList();
    }

    private static List<Ratings> distinct(RatingKey key, List<RatingFile> files) {
        Map<String, RatingFile> byRater = new LinkedHashMap<>();
        List<Ratings> all = new ArrayList<>();
        for (RatingFile file : files) {
            all.add(file.of(key));
            RatingFile other = byRater.put(file.rater(), file);
            if (other != null) {
                throw new IllegalArgumentException("the rater " + file.rater() + " has two files, " + other.file()
                        + " and " + file.file() + ": leave out one of the two");
            }
        }
        return all;
    }

    /** Returns the ratings of a run's samples, or of the real images if there is no run; without the controls. */
    private static List<Rating> collected(RatingKey key, List<Ratings> raters, String run) {
        List<Rating> collected = new ArrayList<>();
        for (Ratings ratings : raters) {
            ratings.values().forEach((id, value) -> {
                Origin origin = key.items().get(id);
                boolean wanted = run == null
                        ? origin instanceof Origin.Real
                        : origin instanceof Origin.Sample sample && sample.run().equals(run);
                if (wanted) {
                    collected.add(new Rating(ratings.rater(), id, value));
                }
            });
        }
        return collected;
    }
}
