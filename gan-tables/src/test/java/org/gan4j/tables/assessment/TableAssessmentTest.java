package org.gan4j.tables.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gan4j.data.tables.TableRows;
import org.gan4j.tables.GivenRows;
import org.junit.jupiter.api.Test;

class TableAssessmentTest {
    private static final GivenRows TRAINING = GivenRows.of(GivenRows.resource("training"), i -> true);
    private static final TableRows HELD_OUT = GivenRows.resource("held-out");
    private static final GivenRows SYNTHETIC = GivenRows.of(GivenRows.resource("synthetic"), i -> true);

    private static void assertProblem(TableAssessment assessment, String message) {
        assertThatThrownBy(assessment::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    /** Changes the columns, and each row in the same way. */
    private static GivenRows changed(GivenRows rows, UnaryOperator<List<String>> change) {
        return new GivenRows(
                change.apply(rows.columns()), rows.rows().stream().map(change).toList());
    }

    @Test
    void aReportHasAllSections() {
        TableReport report = TableAssessment.of(TRAINING, HELD_OUT, SYNTHETIC)
                .target("member")
                .seed(7)
                .run();
        assertThat(report.setting().columns()).isEqualTo(5);
        assertThat(report.figures().stream().map(Figure::name))
                .containsExactly(
                        "column shapes",
                        "column pair trends",
                        "missing values",
                        "detection AUC, random forest",
                        "detection AUC, logistic regression",
                        "macro-F1, random forest",
                        "AUC, random forest",
                        "macro-F1, logistic regression",
                        "AUC, logistic regression",
                        "nearer to training than to held-out rows",
                        "the same, of the nearest rows",
                        "distance to the closest training row, 5 % quantile",
                        "copies of training rows",
                        "advantage of an attack on membership");
        assertThat(report.notes())
                .containsExactly(
                        "Synthetic rows that equal a training row in all compared columns: 9. Look at them before"
                                + " you pass the table on.");
    }

    @Test
    void aSeedDecidesEverything() {
        TableAssessment assessment =
                TableAssessment.of(TRAINING, HELD_OUT, SYNTHETIC).target("city").seed(7);
        String report = new AssessmentJson(assessment.run()).text();
        assertThat(new AssessmentJson(assessment.run()).text()).isEqualTo(report);
        assertThat(new AssessmentJson(assessment.seed(8).run()).text()).isNotEqualTo(report);
    }

    @Test
    void withoutHeldOutRowsAReportSaysWhatIsMissing() {
        TableReport report =
                TableAssessment.of(TRAINING, SYNTHETIC).target("member").run();
        assertThat(report.usefulness()).isEmpty();
        assertThat(report.privacy()).isEmpty();
        assertThat(report.similarity().heldOut()).isEmpty();
        assertThat(report.notes())
                .containsExactly(
                        "Usefulness and privacy were not measured, since no held-out rows were given: both need"
                                + " real rows that the generator was not trained on.");
    }

    @Test
    void withoutTargetAReportSaysThatUsefulnessIsMissing() {
        assertThat(TableAssessment.of(TRAINING, HELD_OUT, SYNTHETIC).run().notes())
                .contains("Usefulness was not measured, since no target column was named.");
    }

    @Test
    void columnsMayHaveAnotherOrderAndIdentifiersAreNotCompared() {
        int[] number = {0};
        GivenRows counted = new GivenRows(
                List.of("age", "customer_id"),
                TRAINING.rows().stream()
                        .map(row -> List.of(row.get(0), "" + (5000 + number[0]++)))
                        .toList());
        GivenRows ages = changed(SYNTHETIC, row -> row.subList(0, 1));
        TableReport report = TableAssessment.of(counted, ages).run();
        assertThat(report.setting().columns()).isEqualTo(1);
        assertThat(report.setting().leftOut()).hasSize(1).first().asString().startsWith("customer_id: identifiers");
        assertThat(report.similarity().synthetic().trend()).isEqualTo(1);

        GivenRows turned = changed(SYNTHETIC, row -> {
            List<String> other = new ArrayList<>(row);
            Collections.reverse(other);
            return other;
        });
        assertThat(TableAssessment.of(TRAINING, turned).run().similarity())
                .isEqualTo(TableAssessment.of(TRAINING, SYNTHETIC).run().similarity());
    }

    @Test
    void tablesThatCannotBeComparedAreExplained() {
        assertProblem(
                TableAssessment.of(TRAINING, changed(SYNTHETIC, row -> row.subList(0, 4))),
                "the synthetic table has no column joined, which the training table has; pass tables with the same"
                        + " columns");
        assertProblem(
                TableAssessment.of(changed(TRAINING, row -> row.subList(0, 4)), HELD_OUT, SYNTHETIC),
                "the synthetic table has a column joined, which the training table has not; leave it out");
        assertProblem(
                TableAssessment.of(TRAINING, new GivenRows(TRAINING.columns(), List.of())),
                "the synthetic table has no rows, and an assessment needs at least 20; pass a table with more rows");
        assertProblem(
                TableAssessment.of(TRAINING, GivenRows.of(HELD_OUT, i -> i == 0), SYNTHETIC),
                "the held-out table has 1 row, and an assessment needs at least 20; pass a table with more rows");
        assertProblem(
                TableAssessment.of(TRAINING, changed(SYNTHETIC, row -> {
                    List<String> other = new ArrayList<>(row);
                    other.set(0, row.get(0).replace("60", "old"));
                    return other;
                })),
                "row 1 of the synthetic table, column age: 'old' does not fit, since the column of the training table"
                        + " holds whole numbers from 18 to 69; correct the cell, or leave out the column in all tables");
        assertProblem(
                TableAssessment.of(
                        GivenRows.of(new GivenRows(List.of("id"), counting()), i -> true),
                        new GivenRows(List.of("id"), counting())),
                "no column of the training table can be compared among 30 rows, since all hold identifiers or text; add"
                        + " columns of numbers, dates or categories");
    }

    private static List<List<String>> counting() {
        return IntStream.range(0, 30).mapToObj(i -> List.of("" + i)).toList();
    }

    @Test
    void aTargetThatCannotBeLearnedIsExplained() {
        TableAssessment all = TableAssessment.of(TRAINING, HELD_OUT, SYNTHETIC);
        assertProblem(
                all.target("members"),
                "the target members is no column that is compared; did you mean member?; name a column of categories");
        assertProblem(
                all.target("age"),
                "the target age holds numbers or dates, and usefulness is measured for choices; name a column of"
                        + " categories");
    }
}
