package org.gan4j.tables.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.data.Offset;
import org.gan4j.tables.Oracle;
import org.gan4j.tables.values.AlignedTables;
import org.gan4j.tables.values.NumberValues;
import org.gan4j.tables.values.ValueTable;
import org.junit.jupiter.api.Test;

class SimilarityTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private final AlignedTables tables = Oracle.tables();
    private final Similarity similarity = Similarity.of(tables.training(), tables.synthetic());

    @Test
    void shapesAreThoseOfSciPy() {
        JsonNode shapes = Oracle.of("shapes");
        JsonNode missing = Oracle.of("missing");
        assertThat(similarity.shapes()).hasSize(5).allSatisfy(shape -> {
            assertThat(shape.score()).isEqualTo(shapes.get(shape.column()).doubleValue(), EXACT);
            assertThat(shape.missingReal())
                    .isEqualTo(missing.get(shape.column()).get(0).doubleValue(), EXACT);
            assertThat(shape.missing())
                    .isEqualTo(missing.get(shape.column()).get(1).doubleValue(), EXACT);
        });
        assertThat(similarity.shapes().stream().map(ColumnShape::measure))
                .containsExactly("KSComplement", "KSComplement", "TVComplement", "TVComplement", "KSComplement");
    }

    @Test
    void trendsAreThoseOfPandas() {
        JsonNode pairs = Oracle.of("pairs");
        assertThat(similarity.pairs()).hasSize(10).allSatisfy(pair -> assertThat(pair.score())
                .isEqualTo(pairs.get(pair.first() + "/" + pair.second()).doubleValue(), EXACT));
    }

    @Test
    void aTableIsLikeItself() {
        Similarity same = Similarity.of(tables.training(), tables.training());
        assertThat(same.shape()).isEqualTo(1);
        assertThat(same.trend()).isEqualTo(1);
        assertThat(same.missing()).isEqualTo(1);
    }

    @Test
    void shuffledColumnsKeepTheirShapesAndLoseTheirTrends() {
        Similarity shuffled = Similarity.of(tables.training(), tables.training().independent(3));
        assertThat(shuffled.shape()).isEqualTo(1);
        assertThat(shuffled.trend()).isLessThan(0.95);
    }

    @Test
    void aTableWithoutNumbersInAColumnHasNothingInCommonThere() {
        ValueTable some = new ValueTable(List.of(new NumberValues("x", new double[] {1, 2, 3})));
        ValueTable none = new ValueTable(List.of(new NumberValues("x", new double[] {Double.NaN})));
        assertThat(Similarity.of(some, none).shape()).isEqualTo(0);
        assertThat(Similarity.of(some, none).missing()).isEqualTo(0);
    }
}
