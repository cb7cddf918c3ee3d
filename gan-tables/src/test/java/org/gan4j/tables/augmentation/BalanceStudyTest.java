package org.gan4j.tables.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.tables.GivenRows;
import org.gan4j.tables.judges.Judge;
import org.gan4j.tables.judges.TargetScores;
import org.junit.jupiter.api.Test;

class BalanceStudyTest {
    private static final GivenRows TRAINING = GivenRows.customers(0).drawn(300, i -> i);
    private static final GivenRows HELD_OUT = GivenRows.customers(1).drawn(400, i -> i);
    private static final TableColumn CHURN = new TableColumn("churn", new ColumnType.Flag("no", "yes", 0.14), 0);

    private static BalanceStudy study(GivenRows training, GivenRows heldOut, double share) {
        return new BalanceStudy(training, heldOut, CHURN, share, BalanceStudy.seeds(3, 2));
    }

    /** Returns other real rows of a class, as a perfect GAN would make them. */
    private static List<List<String>> real(String name, int count, long seed) {
        List<List<String>> some = GivenRows.customers(2).rows().stream()
                .filter(row -> row.get(row.size() - 1).equals(name))
                .toList();
        return new GivenRows(TRAINING.columns(), some)
                .drawn(count, i -> (int) ((i + seed) % some.size()))
                .rows();
    }

    private static double recall(BalanceReport report, Judge judge, Balancing balancing) {
        return report.results().stream()
                .filter(each -> each.judge().equals(Optional.of(judge)) && each.balancing() == balancing)
                .flatMap(each -> each.scores().stream())
                .mapToDouble(TargetScores::recall)
                .average()
                .orElseThrow();
    }

    @Test
    void everyWayOfBalancingFindsMoreOfTheRareClass() {
        BalanceReport report = study(TRAINING, HELD_OUT, 1).run(TRAINING.columns(), BalanceStudyTest::real);
        assertThat(report.setting().training().rarest()).isEqualTo("yes");
        assertThat(report.setting().seeds()).containsExactly(3L, 4L);
        assertThat(report.results()).hasSize(9);
        assertThat(report.results().get(0).scores()).hasSize(1).first().satisfies(majority -> {
            assertThat(majority.recall()).isZero();
            assertThat(majority.auc()).isEqualTo(0.5);
        });
        for (Judge judge : Judge.values()) {
            double plain = recall(report, judge, Balancing.NONE);
            for (Balancing balancing : List.of(Balancing.REPEATED, Balancing.SMOTE, Balancing.GAN)) {
                assertThat(recall(report, judge, balancing))
                        .as("%s, %s", judge, balancing)
                        .isGreaterThan(plain + 0.05);
            }
        }
        assertThat(study(TRAINING, HELD_OUT, 1).run(TRAINING.columns(), BalanceStudyTest::real))
                .isEqualTo(report);
    }

    @Test
    void theGanIsAskedForTheRowsThatClassesLack() {
        List<String> asked = new ArrayList<>();
        study(TRAINING, HELD_OUT, 0.5).run(TRAINING.columns(), (name, count, seed) -> {
            asked.add(name + " " + count + " " + seed);
            return real(name, count, seed);
        });
        int lacking = ClassBalance.of(TRAINING, "churn", 0.5).added().get("yes");
        assertThat(lacking).isPositive();
        assertThat(asked).containsExactly("yes " + lacking + " 3", "yes " + lacking + " 4");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        GivenRows loyal = new GivenRows(
                HELD_OUT.columns(),
                HELD_OUT.rows().stream()
                        .filter(row -> row.get(row.size() - 1).equals("no"))
                        .toList());
        assertThatThrownBy(() -> study(TRAINING, loyal, 1).run(TRAINING.columns(), BalanceStudyTest::real))
                .hasMessage("no held-out row has the churn yes, so its recall cannot be measured; hold out rows of all"
                        + " classes");
        assertThatThrownBy(() -> study(TRAINING, HELD_OUT, 0.05).run(TRAINING.columns(), BalanceStudyTest::real))
                .hasMessage("no class of the column churn is smaller than 0.05 of the largest, so there is nothing to"
                        + " compare; pass a larger share");
        int largest = ClassBalance.of(TRAINING, "churn", 1).largest();
        double share = (ClassBalance.of(TRAINING, "churn", 1).counts().get("yes") + 4) / (double) largest;
        assertThatThrownBy(() -> study(TRAINING, HELD_OUT, share).run(TRAINING.columns(), BalanceStudyTest::real))
                .hasMessage("the classes of the column churn lack 4 rows for each of 2 seeds, and a comparison needs at"
                        + " least 20 of all seeds; pass a larger share, or more seeds");
    }
}
