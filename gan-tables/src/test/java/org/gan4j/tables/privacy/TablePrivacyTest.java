package org.gan4j.tables.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.gan4j.tables.GivenRows;
import org.gan4j.tables.Oracle;
import org.gan4j.tables.values.AlignedTables;
import org.gan4j.tables.values.ValueTable;
import org.junit.jupiter.api.Test;

class TablePrivacyTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final AlignedTables CUSTOMERS =
            AlignedTables.of(GivenRows.customers(0), Optional.of(GivenRows.customers(1)), GivenRows.customers(2));

    private static TablePrivacy of(ValueTable synthetic, long seed) {
        return TablePrivacy.of(CUSTOMERS.training(), CUSTOMERS.heldOut().orElseThrow(), synthetic, seed);
    }

    @Test
    void distancesAreThoseOfNumPy() {
        AlignedTables tables = Oracle.tables();
        JsonNode oracle = Oracle.of("privacy");
        TablePrivacy found = TablePrivacy.of(tables.training(), tables.heldOut().orElseThrow(), tables.synthetic(), 1);
        assertThat(found.nearer().share().count())
                .isEqualTo(oracle.get("nearer").get("count").doubleValue());
        assertThat(found.nearer().share().all())
                .isEqualTo(oracle.get("nearer").get("all").intValue());
        assertThat(found.near().orElseThrow().share().count())
                .isEqualTo(oracle.get("near").get("count").doubleValue());
        assertThat(found.near().orElseThrow().share().all())
                .isEqualTo(oracle.get("near").get("all").intValue());
        assertThat(found.quantile()).isEqualTo(oracle.get("quantile").doubleValue(), EXACT);
        assertThat(found.quantileHeldOut())
                .isEqualTo(oracle.get("quantile-held-out").doubleValue(), EXACT);
        assertThat(found.copies().synthetic().count())
                .isEqualTo(oracle.get("copies").intValue());
        assertThat(found.copies().ofTraining()).isEqualTo(oracle.get("copies").intValue());
        assertThat(found.copies().ofHeldOut())
                .isEqualTo(oracle.get("copies-of-held-out").intValue());
    }

    @Test
    void resampledTrainingRowsFail() {
        SplittableRandom random = new SplittableRandom(1);
        ValueTable training = CUSTOMERS.training();
        TablePrivacy found =
                of(training.of(random.ints(1500, 0, training.count()).toArray()), 1);
        assertThat(found.verdict()).isEqualTo(TablePrivacy.Verdict.FAILS);
        assertThat(found.signs()).hasSize(4);
        assertThat(found.copies().synthetic().value()).isEqualTo(1);
        assertThat(found.attack().value()).isGreaterThan(0.3);
    }

    /** Of 1,666 synthetic rows, 80 are training rows. */
    @Test
    void fewResampledTrainingRowsFail() {
        int[] some = new SplittableRandom(1).ints(80, 0, 1600).distinct().toArray();
        TablePrivacy found = of(CUSTOMERS.synthetic().and(CUSTOMERS.training().of(some)), 1);
        assertThat(found.verdict()).isEqualTo(TablePrivacy.Verdict.FAILS);
    }

    @Test
    void otherRealRowsDoNotFail() {
        for (long seed = 0; seed < 10; seed++) {
            int[] some = new SplittableRandom(seed)
                    .ints(1000, 0, CUSTOMERS.synthetic().count())
                    .distinct()
                    .toArray();
            TablePrivacy found = of(CUSTOMERS.synthetic().of(some), seed);
            assertThat(found.signs()).as("seed %d", seed).isEmpty();
            assertThat(found.verdict()).isEqualTo(TablePrivacy.Verdict.NO_LEAK_FOUND);
        }
    }

    /** Rows that are all alike are near to many real ones, but not to those of training more often. */
    @Test
    void rowsOfOneKindDoNotFail() {
        ValueTable one = CUSTOMERS.synthetic().of(new int[1000]);
        assertThat(of(one, 1).signs()).isEmpty();
    }

    @Test
    void fewRowsFindNoLeak() {
        assertThat(of(CUSTOMERS.synthetic().of(new int[] {1, 2, 3, 4, 5}), 1).verdict())
                .isEqualTo(TablePrivacy.Verdict.TOO_FEW_ROWS);
    }
}
