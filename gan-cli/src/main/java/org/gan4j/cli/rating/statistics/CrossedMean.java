package org.gan4j.cli.rating.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A weighted sum of mean ratings, Σ w · mean, with an interval over raters and items, since both are samples: other raters
 * would judge otherwise, and other items would be judged otherwise. Each rating is μ + rater + item + rest, a two-way
 * random-effects model. The variance of one mean of R raters by I items is (MS_R + MS_I − MS_E) / RI, with the mean squares of
 * raters, items and rest and negative components taken as zero (Brennan 2001, Generalizability Theory, chapters 2 and 6;
 * Searle, Casella and McCulloch 1992, Variance Components); degrees of freedom are Satterthwaite's
 * (<a href="https://doi.org/10.2307/3002019">1946</a>). Missing ratings are allowed: then these are the same sums over the
 * ratings that there are.
 *
 * @param value the weighted sum
 * @param variance the variance of it; NaN if the ratings are too few to tell
 * @param degrees the degrees of freedom of the variance
 */
public record CrossedMean(double value, double variance, double degrees) {
    private static final double CONFIDENCE = 0.95;

    /** Returns the mean of ratings. */
    public static CrossedMean of(List<Rating> ratings) {
        return new Sum().add(1, ratings).estimate();
    }

    /** Returns the mean of some ratings minus that of others. A rater of both is taken to be the same person. */
    public static CrossedMean difference(List<Rating> first, List<Rating> second) {
        return new Sum().add(1, first).add(-1, second).estimate();
    }

    /** Returns this times a factor, plus a number. */
    public CrossedMean scaled(double factor, double plus) {
        return new CrossedMean(factor * value + plus, factor * factor * variance, degrees);
    }

    /**
     * Returns Wilson's interval of this as a share. Ratings of one rater or of one item depend on each other, so the count n is
     * reduced to n / deff, where the design effect deff is the variance over that of independent ratings, p(1 − p)/n, and by
     * (z/t)² for the degrees of freedom (Korn and Graubard 1998, Survey Methodology 24(2), 193).
     *
     * @param count the number of ratings n
     */
    public Interval share(double count) {
        double independent = value * (1 - value);
        if (Double.isNaN(variance) || variance == 0 || independent <= 0) {
            return Wilson.of(value, count);
        }
        double ratio = Wilson.Z / StudentT.twoSided(CONFIDENCE, degrees);
        return Wilson.of(value, Math.min(count, independent / variance * ratio * ratio));
    }

    /** Returns value ± t √variance. */
    public Interval interval() {
        if (Double.isNaN(variance)) {
            return Interval.UNKNOWN;
        }
        double half = variance == 0 ? 0 : StudentT.twoSided(CONFIDENCE, degrees) * Math.sqrt(variance);
        return new Interval(value - half, value + half);
    }

    /** A part of the variance, and its degrees of freedom. */
    private record Part(double variance, double degrees) {}

    private static final class Sum {
        private final Map<String, Double> raters = new LinkedHashMap<>();
        private final List<Part> items = new ArrayList<>();
        private final List<Part> rests = new ArrayList<>();
        private double value;

        private Sum add(double weight, List<Rating> ratings) {
            int n = ratings.size();
            double mean = ratings.stream().mapToDouble(Rating::value).sum() / n;
            value += weight * mean;
            Map<String, List<Double>> byRater = new LinkedHashMap<>();
            Map<String, List<Double>> byItem = new LinkedHashMap<>();
            for (Rating rating : ratings) {
                double share = weight * (rating.value() - mean) / n;
                raters.merge(rating.rater(), share, Double::sum);
                byRater.computeIfAbsent(rating.rater(), any -> new ArrayList<>())
                        .add(share);
                byItem.computeIfAbsent(rating.item(), any -> new ArrayList<>()).add(share);
            }
            items.add(spread(byItem.values().stream().map(CrossedMean::sum).toList()));
            double rest = 0;
            for (Rating rating : ratings) {
                double share = weight * (rating.value() - mean) / n;
                List<Double> rater = byRater.get(rating.rater());
                List<Double> item = byItem.get(rating.item());
                rest += Math.pow(share - sum(rater) / rater.size() - sum(item) / item.size(), 2);
            }
            int degrees = n - byRater.size() - byItem.size() + 1;
            rests.add(degrees > 0 ? new Part(rest * n / degrees, degrees) : new Part(0, 0));
            return this;
        }

        private CrossedMean estimate() {
            double rest = rests.stream().mapToDouble(Part::variance).sum();
            List<Part> parts = new ArrayList<>(rests);
            double variance = rest;
            Part ofRaters = spread(List.copyOf(raters.values()));
            if (ofRaters.degrees() > 0) {
                parts.add(ofRaters);
                variance += Math.max(0, ofRaters.variance() - rest);
            }
            for (int i = 0; i < items.size(); i++) {
                parts.add(items.get(i));
                variance += Math.max(0, items.get(i).variance() - rests.get(i).variance());
            }
            double weights = 0;
            boolean known = false;
            for (Part part : parts) {
                if (part.degrees() > 0) {
                    weights += part.variance() * part.variance() / part.degrees();
                    known = true;
                }
            }
            return new CrossedMean(value, known ? variance : Double.NaN, variance * variance / weights);
        }

        /** Returns k/(k − 1) Σ s² of k sums of deviations, which estimates the variance of their total. */
        private static Part spread(List<Double> sums) {
            int count = sums.size();
            double squares = sums.stream().mapToDouble(sum -> sum * sum).sum();
            return count > 1 ? new Part(squares * count / (count - 1), count - 1) : new Part(0, 0);
        }
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
