package org.gan4j.cli.rating.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests with published examples, and with the numbers of src/test/oracle/make_rating_oracle.py. */
class StatisticsTest {
    /** Krippendorff 2011, section C: four observers, twelve units, and missing values (0). */
    private static final int[][] KRIPPENDORFF = {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
        {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0}
    };
    /** Shrout and Fleiss 1979, table 2: four judges, six targets; mean squares 32.49 of judges, 11.24 of targets, 1.02. */
    private static final int[][] SHROUT_FLEISS = {
        {9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7}
    };

    private static JsonNode oracle;

    @BeforeAll
    static void read() throws IOException {
        oracle = new ObjectMapper().readTree(StatisticsTest.class.getResource("rating-oracle.json"));
    }

    /** Returns the ratings of a table with a row per rater, where 0 is a missing one. */
    private static List<Rating> ratings(int[][] table) {
        List<Rating> ratings = new ArrayList<>();
        for (int rater = 0; rater < table.length; rater++) {
            for (int item = 0; item < table[rater].length; item++) {
                if (table[rater][item] != 0) {
                    ratings.add(new Rating("rater " + rater, "item " + item, table[rater][item]));
                }
            }
        }
        return ratings;
    }

    private static List<Rating> ratings(JsonNode table) {
        return ratings(new ObjectMapper().convertValue(table, int[][].class));
    }

    private static List<Rating> constant(int raters, int items, int value) {
        int[][] table = new int[raters][items];
        for (int[] row : table) {
            Arrays.fill(row, value);
        }
        return ratings(table);
    }

    @Test
    void alphaIsThatOfKrippendorffsExample() {
        assertThat(KrippendorffAlpha.NOMINAL.of(ratings(KRIPPENDORFF))).isCloseTo(0.743, within(5e-4));
        assertThat(KrippendorffAlpha.ORDINAL.of(ratings(KRIPPENDORFF))).isCloseTo(0.815, within(5e-4));
    }

    @Test
    void alphaIsThatOfTheDefinitionByPairs() {
        List<Rating> ratings = ratings(oracle.at("/alpha/ratings"));
        assertThat(KrippendorffAlpha.NOMINAL.of(ratings))
                .isCloseTo(oracle.at("/alpha/nominal").asDouble(), within(1e-12));
        assertThat(KrippendorffAlpha.ORDINAL.of(ratings))
                .isCloseTo(oracle.at("/alpha/ordinal").asDouble(), within(1e-12));
    }

    @Test
    void alphaIsOneForEqualRatersAndUnknownWithoutDifferences() {
        assertThat(KrippendorffAlpha.ORDINAL.of(ratings(new int[][] {{1, 2, 5}, {1, 2, 5}})))
                .isEqualTo(1);
        assertThat(KrippendorffAlpha.NOMINAL.of(constant(2, 3, 4))).isNaN();
        assertThat(KrippendorffAlpha.NOMINAL.of(ratings(new int[][] {{1, 2, 5}})))
                .as("one rater")
                .isNaN();
        assertThat(KrippendorffAlpha.NOMINAL.of(List.of())).isNaN();
    }

    @Test
    void quantilesOfStudentsTAreThoseOfSciPy() {
        for (JsonNode row : oracle.path("t")) {
            assertThat(StudentT.twoSided(0.95, row.path("degrees").asDouble()))
                    .isCloseTo(row.path("quantile").asDouble(), within(1e-9));
        }
    }

    @Test
    void wilsonsIntervalIsThatOfSciPy() {
        for (JsonNode row : oracle.path("wilson")) {
            double count = row.path("count").asDouble();
            Interval interval = Wilson.of(row.path("hits").asDouble() / count, count);
            assertThat(interval.low()).isCloseTo(row.path("low").asDouble(), within(1e-9));
            assertThat(interval.high()).isCloseTo(row.path("high").asDouble(), within(1e-9));
        }
    }

    /** Newcombe 1998, table I, method 3. */
    @Test
    void wilsonsIntervalIsThatOfNewcombe() {
        Interval interval = Wilson.of(81.0 / 263, 263);
        assertThat(interval.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3662, within(5e-5));
    }

    @Test
    void theVarianceOfAMeanIsThatOfTheTwoWayAnalysisOfVariance() {
        CrossedMean mean = CrossedMean.of(ratings(oracle.at("/crossed/ratings")));
        assertThat(mean.value()).isCloseTo(oracle.at("/crossed/mean").asDouble(), within(1e-12));
        assertThat(mean.variance()).isCloseTo(oracle.at("/crossed/variance").asDouble(), within(1e-12));
        assertThat(mean.degrees()).isCloseTo(oracle.at("/crossed/degrees").asDouble(), within(1e-9));
    }

    @Test
    void theVarianceFollowsFromThePublishedMeanSquares() {
        CrossedMean mean = CrossedMean.of(ratings(SHROUT_FLEISS));
        assertThat(mean.variance() * 24).isCloseTo(32.49 + 11.24 - 1.02, within(0.015));
    }

    @Test
    void oneRaterLeavesTheSpreadOfItems() {
        CrossedMean mean = CrossedMean.of(ratings(new int[][] {{1, 3, 5, 3}}));
        assertThat(mean.variance()).as("s²/n = (8/3)/4").isCloseTo(2.0 / 3, within(1e-12));
        assertThat(mean.degrees()).isCloseTo(3, within(1e-12));
        assertThat(CrossedMean.of(ratings(new int[][] {{4}})).interval().isKnown())
                .isFalse();
        assertThat(CrossedMean.of(List.of()).interval().isKnown()).isFalse();
    }

    @Test
    void aDifferenceWithinRatersIsSurerThanTheMeans() {
        List<Rating> strict = ratings(new int[][] {{1, 2, 1, 2}, {3, 4, 3, 4}});
        List<Rating> better = new ArrayList<>();
        strict.forEach(rating -> better.add(new Rating(rating.rater(), "other " + rating.item(), rating.value() + 1)));
        CrossedMean difference = CrossedMean.difference(better, strict);
        assertThat(difference.value()).isEqualTo(1);
        assertThat(difference.variance())
                .as("both raters see the same difference, so only items vary: s²/n of each, (1/3)/4")
                .isCloseTo(2 * (1.0 / 3) / 4, within(1e-12));
        assertThat(CrossedMean.of(strict).variance()).isGreaterThan(1);
    }

    @Test
    void missingRatingsCountAsNotGiven() {
        int[][] table = {{4, 5, 3, 0}, {3, 5, 2, 4}, {4, 0, 3, 5}};
        CrossedMean mean = CrossedMean.of(ratings(table));
        assertThat(mean.value()).isCloseTo(38.0 / 10, within(1e-12));
        assertThat(mean.interval().low()).isBetween(1.0, 3.5);
    }

    @Test
    void aShareOfDependentRatingsHasAWiderInterval() {
        int[][] table = {{2, 2, 2, 2, 2, 2}, {1, 1, 1, 1, 1, 1}, {2, 2, 2, 1, 2, 2}};
        List<Rating> judged = ratings(table).stream()
                .map(rating -> new Rating(rating.rater(), rating.item(), rating.value() - 1))
                .toList();
        CrossedMean share = CrossedMean.of(judged);
        Interval independent = Wilson.of(share.value(), judged.size());
        assertThat(share.share(judged.size()).low()).isLessThan(independent.low() - 0.1);
        CrossedMean all = CrossedMean.of(constant(2, 5, 1));
        assertThat(all.share(10)).as("no spread to tell").isEqualTo(Wilson.of(1, 10));
    }
}
