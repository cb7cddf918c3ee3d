package org.gan4j.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gan4j.api.data.tables.Block;
import org.gan4j.api.data.tables.Choice;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.RowPlace;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.data.tables.TableSchema;
import org.junit.jupiter.api.Test;

class TableEncodingTest {
    private static final int MODES = 10;

    /** Rows in memory. */
    private record Memory(List<String> columns, List<List<String>> rows) implements TableRows {
        @Override
        public void forEach(Consumer<List<String>> row) {
            rows.forEach(row);
        }
    }

    private static TableRows table(String header, String... rows) {
        return new Memory(
                List.of(header.split(",")),
                List.of(rows).stream().map(row -> List.of(row.split(",", -1))).toList());
    }

    private static TableEncoding fit(TableRows rows) {
        return EncodingFit.of(SchemaInference.of(rows), rows, MODES);
    }

    private static List<List<String>> all(TableRows rows) {
        List<List<String>> all = new ArrayList<>();
        rows.forEach(all::add);
        return all;
    }

    @Test
    void blocksAreThoseOfTheColumns() {
        TableEncoding encoding = fit(table(
                "id,kind,member,country,born,height",
                "1,a,yes,DE,2001-05-06,1.80",
                "2,b,no,DE,1999-12-31,",
                "3,a,no,DE,,1.65"));
        // kind: a, b; member: no, yes; born and height: α and modes, one more for what is missing
        assertThat(encoding.blocks().subList(0, 3))
                .containsExactly(
                        new Block(Block.Kind.CHOICE, 0, 2),
                        new Block(Block.Kind.CHOICE, 2, 2),
                        new Block(Block.Kind.NUMBER, 4, 1));
        assertThat(encoding.names()).containsExactly("id", "kind", "member", "country", "born", "height");
        assertThat(encoding.width())
                .isEqualTo(encoding.blocks().stream().mapToInt(Block::width).sum());
    }

    @Test
    void rowsComeBack() {
        TableRows rows = table(
                "id,kind,member,country,born,at,height",
                "1,a,yes,DE,06.05.2001,23:59,1.80",
                "2,b,no,DE,31.12.1999,00:00,",
                "3,,no,DE,,12:30,1.65");
        TableEncoding encoding = fit(rows);
        List<List<String>> expected = all(rows);
        for (int i = 0; i < expected.size(); i++) {
            RowPlace place = new RowPlace(7, i);
            assertThat(encoding.decode(encoding.encode(expected.get(i), place), place))
                    .isEqualTo(expected.get(i));
        }
    }

    @Test
    void choicesHaveTheirShares() {
        TableEncoding encoding = fit(table("age,kind,member", "1,a,yes", "2,b,no", "5,,no", "9,a,no"));
        assertThat(encoding.choices())
                .extracting(Choice::column, Choice::shares)
                .containsExactly(
                        tuple("kind", List.of(2 / 3.0 * 0.75, 1 / 3.0 * 0.75, 0.25)),
                        tuple("member", List.of(0.75, 0.25)));
        assertThat(encoding.choices().get(1).block().offset()).isEqualTo(encoding.width() - 2);
    }

    @Test
    void freeTextIsLeftOut() {
        String[] rows = new String[30];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % 3 + ",said number " + i + " to us";
        }
        TableEncoding encoding = fit(table("kind,remark", rows));
        assertThat(encoding.names()).containsExactly("kind");
    }

    @Test
    void identifiersAreMadeByRule() {
        String[] rows = new String[30];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (100 + i) + "," + new UUID(i, i) + ",K-" + String.format("%03dx", i * 7) + "," + i % 2;
        }
        TableEncoding encoding = fit(table("number,ref,code,flag", rows));
        List<String> first = encoding.decode(new float[] {1, 0}, new RowPlace(5, 0));
        List<String> last = encoding.decode(new float[] {1, 0}, new RowPlace(5, 41));
        assertThat(first.get(0)).isEqualTo("100");
        assertThat(last.get(0)).isEqualTo("141");
        assertThat(UUID.fromString(last.get(1)).version()).isEqualTo(4);
        assertThat(last.get(2)).matches("[A-Z]-\\d{3}[a-z]");
        assertThat(last.subList(1, 3)).doesNotContainAnyElementsOf(first.subList(1, 3));
        assertThat(encoding.decode(new float[] {1, 0}, new RowPlace(5, 41))).isEqualTo(last); // by seed and row
    }

    @Test
    void identifiersOfNeighborsAndOfOtherColumnsDiffer() {
        String[] rows = new String[30];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new UUID(i, i) + "," + new UUID(i, 7) + ",K-" + String.format("%04d", i * 7) + "," + i % 2;
        }
        TableEncoding encoding = fit(table("order,customer,code,flag", rows));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            List<String> row = encoding.decode(new float[] {1, 0}, new RowPlace(5, i));
            for (String uuid : row.subList(0, 2)) {
                // the halves of 122 random bits, none of which comes again
                assertThat(seen.add(uuid.substring(0, 13))).isTrue();
                assertThat(seen.add(uuid.substring(24))).isTrue();
            }
            seen.add(row.get(2));
        }
        assertThat(seen).hasSizeGreaterThan(4 * 100 + 90);
    }

    @Test
    void identifiersAreMissingAsOftenAsInTheTable() {
        String[] rows = new String[60];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (i % 3 == 0 ? "" : new UUID(i, i)) + "," + i % 2;
        }
        TableEncoding encoding = fit(table("ref,flag", rows));
        long missing = IntStream.range(0, 3000)
                .filter(i -> encoding.decode(new float[] {1, 0}, new RowPlace(5, i))
                        .get(0)
                        .isEmpty())
                .count();
        assertThat(missing).isBetween(900L, 1100L);
    }

    /** A float of α is off by seconds, which must not move a date to the day before. */
    @Test
    void datesStayOnTheirDay() {
        String[] rows = new String[2000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = LocalDate.of(1990, 1, 1).plusDays(i * 6L) + "," + i % 2;
        }
        TableRows table = table("day,flag", rows);
        TableEncoding encoding = fit(table);
        List<List<String>> expected = all(table);
        for (int i = 0; i < expected.size(); i++) {
            RowPlace place = new RowPlace(7, i);
            assertThat(encoding.decode(encoding.encode(expected.get(i), place), place))
                    .isEqualTo(expected.get(i));
        }
    }

    /** The largest choice is the rare one: others are written by their shares, never a missing value. */
    @Test
    void rareValuesAreWrittenAsOthers() {
        TableSchema schema = new TableSchema(List.of(
                new TableColumn("kind", new ColumnType.Categories(List.of("a", "b"), List.of(0.6, 0.2), 5), 0.1)));
        TableEncoding encoding = new TableEncoding(schema, Map.of());
        assertThat(encoding.choices().get(0).shares().get(3)).isCloseTo(0.2 * 0.9, within(1e-12));
        long ofA = IntStream.range(0, 2000)
                .mapToObj(i -> encoding.decode(new float[] {0, 0, 0, 1}, new RowPlace(1, i))
                        .get(0))
                .peek(value -> assertThat(value).isIn("a", "b"))
                .filter("a"::equals)
                .count();
        assertThat(ofA).isBetween(1430L, 1570L); // three of four
    }

    @Test
    void generatedNumbersKeepTheRangeAndTheDecimals() {
        TableEncoding encoding = fit(table("price,age", "0.10,18", "2.55,40", "9.99,90"));
        float[] extreme = new float[encoding.width()];
        for (Block block : encoding.blocks()) {
            extreme[block.offset()] = block.kind() == Block.Kind.NUMBER ? 1 : extreme[block.offset()];
        }
        List<String> row = encoding.decode(extreme, new RowPlace(1, 0));
        assertThat(row.get(0)).matches("\\d\\.\\d\\d");
        assertThat(Double.parseDouble(row.get(0))).isBetween(0.1, 9.99);
        assertThat(Integer.parseInt(row.get(1))).isBetween(18, 90);
    }

    @Test
    void aValueThatDoesNotFitIsNamed() {
        TableEncoding encoding = fit(table("kind,age", "a,1", "b,2", "a,3"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.encode(List.of("c", "1"), new RowPlace(1, 4)))
                .withMessage(
                        "row 5, column kind: 'c' is none of the 2 values, but the column holds 2 categories: a, b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoding.encode(List.of("a", "old"), new RowPlace(1, 4)))
                .withMessage(
                        "row 5, column age: 'old' is not a number, but the column holds whole numbers from 1 to 3");
    }

    @Test
    void aTableWithNothingToLearnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(table("country", "DE", "DE")))
                .withMessage("no column of the table can be learned: [country: always DE]");
    }

    /** Numbers beyond 4 · 0.99 deviations of their mode come nearer, so not all come back. */
    @Test
    void theIncludedTableComesBack() {
        TableRows rows = CsvRows.churn();
        TableSchema schema = SchemaInference.of(rows);
        assertThat(schema.column("churn").type()).isEqualTo(new ColumnType.Flag("no", "yes", 707 / 5000.0));
        assertThat(schema.column("state").type())
                .isInstanceOfSatisfying(ColumnType.Categories.class, states -> assertThat(states.values())
                        .hasSize(51));
        assertThat(schema.column("total_day_minutes").type()).isEqualTo(new ColumnType.Numbers(1, false, 0, 351.5));
        TableEncoding encoding = EncodingFit.of(schema, rows, MODES);
        List<List<String>> expected = all(rows);
        assertThat(expected).hasSize(5000);
        int same = 0;
        for (int i = 0; i < expected.size(); i++) {
            RowPlace place = new RowPlace(3, i);
            List<String> row = encoding.decode(encoding.encode(expected.get(i), place), place);
            for (int j = 0; j < row.size(); j++) {
                if (row.get(j).equals(expected.get(i).get(j))) {
                    same++;
                }
            }
        }
        assertThat(same / (5000.0 * encoding.names().size())).isGreaterThan(0.999);
    }
}
