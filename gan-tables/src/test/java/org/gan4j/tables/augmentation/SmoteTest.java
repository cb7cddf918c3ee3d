package org.gan4j.tables.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.tables.Oracle;
import org.gan4j.tables.values.ChoiceValues;
import org.gan4j.tables.values.NumberValues;
import org.gan4j.tables.values.ValueTable;
import org.junit.jupiter.api.Test;

/** The columns of the table are age, income, city, member and joined. */
class SmoteTest {
    private static final ValueTable WHOLE = Oracle.tables().training();
    private static final ChoiceValues MEMBER = choices(WHOLE, 3);
    private static final ValueTable MEMBERS = WHOLE.of(IntStream.range(0, WHOLE.count())
            .filter(row -> MEMBER.words().get(MEMBER.codes()[row]).equals("yes"))
            .toArray());
    private static final JsonNode EXPECTED = Oracle.smote();

    private static ChoiceValues choices(ValueTable table, int place) {
        return (ChoiceValues) table.columns().get(place);
    }

    private static double[] numbers(ValueTable table, int place) {
        return ((NumberValues) table.columns().get(place)).numbers();
    }

    private static int[] integers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
    }

    private static Smote smote() {
        return Smote.of(WHOLE, MEMBERS);
    }

    @Test
    void neighborsAreThoseOfNumPy() {
        Smote smote = smote();
        assertThat(EXPECTED.get("neighbors")).hasSize(MEMBERS.count());
        for (int row = 0; row < MEMBERS.count(); row++) {
            assertThat(smote.neighbors(row))
                    .as("row %d", row)
                    .containsExactly(integers(EXPECTED.get("neighbors").get(row)));
        }
    }

    @Test
    void rowsForGivenGapsAreThoseOfNumPy() {
        double[] gaps = StreamSupport.stream(EXPECTED.get("gaps").spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        ValueTable made = smote().between(integers(EXPECTED.get("bases")), integers(EXPECTED.get("others")), gaps);
        assertThat(made.count()).isEqualTo(25);
        for (int row = 0; row < made.count(); row++) {
            JsonNode numbers = EXPECTED.get("numbers").get(row);
            int[] places = {0, 1, 4};
            for (int i = 0; i < places.length; i++) {
                double number = numbers(made, places[i])[row];
                if (numbers.get(i).isNull()) {
                    assertThat(number).isNaN();
                } else {
                    double expected = numbers.get(i).doubleValue();
                    assertThat(number).isEqualTo(expected, within(1e-12 * Math.abs(expected)));
                }
            }
            ChoiceValues city = choices(made, 2);
            assertThat(city.words().get(city.codes()[row]))
                    .isEqualTo(EXPECTED.get("city").get(row).textValue());
            assertThat(MEMBER.words().get(choices(made, 3).codes()[row])).isEqualTo("yes");
        }
    }

    @Test
    void eachRowIsTakenInTurnAndEqualSeedsGiveEqualRows() {
        ValueTable made = smote().rows(2 * MEMBERS.count(), new Draw(4, "some"));
        assertThat(made.count()).isEqualTo(2 * MEMBERS.count());
        assertThat(numbers(made, 0)).isEqualTo(numbers(smote().rows(2 * MEMBERS.count(), new Draw(4, "some")), 0));
        assertThat(numbers(made, 0)).isNotEqualTo(numbers(smote().rows(2 * MEMBERS.count(), new Draw(5, "some")), 0));
        // a missing number stays missing: twice as many as in the class, if each row is taken twice
        assertThat(made.columns().get(1).missing())
                .isEqualTo(MEMBERS.columns().get(1).missing());
        assertThat(smote().rows(0, new Draw(4, "some")).count()).isZero();
    }

    @Test
    void aClassOfOneRowIsRepeated() {
        ValueTable made = Smote.of(WHOLE, MEMBERS.of(new int[] {7})).rows(3, new Draw(1, "one"));
        assertThat(numbers(made, 0)).containsOnly(numbers(MEMBERS, 0)[7]);
        assertThat(choices(made, 2).codes()).containsOnly(choices(MEMBERS, 2).codes()[7]);
    }

    @Test
    void choicesAloneHaveNeighborsToo() {
        ValueTable cities = new ValueTable(List.of(choices(MEMBERS, 2)));
        assertThat(Smote.of(cities, cities).rows(10, new Draw(1, "cities")).count())
                .isEqualTo(10);
    }

    @Test
    void aClassWithoutRowsIsRefused() {
        assertThatThrownBy(() -> Smote.of(WHOLE, MEMBERS.of(new int[0])))
                .hasMessage("the class has no rows to make others from; leave it out");
    }
}
