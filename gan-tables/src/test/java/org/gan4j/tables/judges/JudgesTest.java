package org.gan4j.tables.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.tables.GivenRows;
import org.gan4j.tables.Oracle;
import org.gan4j.tables.values.AlignedTables;
import org.gan4j.tables.values.Estimate;
import org.gan4j.tables.values.ValueTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgesTest {
    private static final AlignedTables CUSTOMERS =
            AlignedTables.of(GivenRows.customers(0), Optional.of(GivenRows.customers(1)), GivenRows.customers(2));

    private static final ValueTable SOME = CUSTOMERS.training().drawn(1000, new Draw(1, "some"));

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    @Test
    void scoresAreThoseOfScikitLearn() {
        JsonNode oracle = Oracle.of("scores");
        int[] truth = IntStream.range(0, oracle.get("truth").size())
                .map(i -> oracle.get("truth").get(i).intValue())
                .toArray();
        double[][] probabilities = IntStream.range(0, truth.length)
                .mapToObj(i -> numbers(oracle.get("probabilities").get(i)))
                .toArray(double[][]::new);
        ClassScores scores = ClassScores.of(truth, probabilities, 1);
        assertThat(scores.macroF1().value()).isEqualTo(oracle.get("macro-f1").doubleValue(), within(1e-12));
        assertThat(scores.auc().value()).isEqualTo(oracle.get("auc").doubleValue(), within(1e-12));
        assertThat(scores.auc().low()).isBetween(0.8, scores.auc().value());
        assertThat(scores.auc().high()).isBetween(scores.auc().value(), 0.96);
    }

    @ParameterizedTest
    @EnumSource(Judge.class)
    void realRowsAreNotToldFromRealRows(Judge judge) {
        Estimate auc = Detection.of(judge, SOME, CUSTOMERS.synthetic(), 4);
        assertThat(auc.low()).isLessThan(0.5);
        assertThat(auc.high()).isGreaterThan(0.5);
    }

    /**
     * A charge is minutes times a rate, which a tree sees, and a linear model of single columns does not. Shuffled columns have
     * the same values as real ones: those that are not in the learned half are in the other, which moves the AUC below 0.5.
     */
    @Test
    void aForestTellsIndependentColumnsFromRealRows() {
        ValueTable independent = SOME.independent(4);
        assertThat(Detection.of(Judge.FOREST, SOME, independent, 4).low()).isGreaterThan(0.9);
        assertThat(Detection.of(Judge.LOGISTIC, SOME, independent, 4).value()).isLessThan(0.55);
    }

    @Test
    void aForestLearnsWhoLeaves() {
        Usefulness useful = Usefulness.of(
                Judge.FOREST,
                CUSTOMERS.training(),
                CUSTOMERS.heldOut().orElseThrow(),
                CUSTOMERS.synthetic(),
                "churn",
                4);
        assertThat(useful.synthetic().auc().value()).isGreaterThan(0.85);
        assertThat(useful.real().auc().value())
                .isCloseTo(useful.synthetic().auc().value(), within(0.04));
        assertThat(useful.independent().auc().value()).isBetween(0.35, 0.65);
    }

    @Test
    void theMostFrequentClassHasAnAucOfOneHalf() {
        ClassScores majority =
                Usefulness.majority(CUSTOMERS.training(), CUSTOMERS.heldOut().orElseThrow(), "churn", 4);
        assertThat(majority.auc().value()).isEqualTo(0.5);
        assertThat(majority.macroF1().value()).isBetween(0.4, 0.5);
    }

    @ParameterizedTest
    @EnumSource(Judge.class)
    void aJudgeOfOneClassAlwaysNamesIt(Judge judge) {
        ValueTable rows = CUSTOMERS.training().of(new int[] {0, 1, 2});
        double[][] probabilities =
                judge.train(rows, rows, new int[] {1, 1, 1}, 3, 1).probabilities(rows);
        assertThat(probabilities).hasDimensions(3, 3);
        assertThat(probabilities[0]).containsExactly(0, 1, 0);
    }

    @ParameterizedTest
    @EnumSource(Judge.class)
    void aJudgeSaysItsSettingsAndItsLibrary(Judge judge) {
        assertThat(judge.settings()).contains("; Tribuo 4.");
    }
}
