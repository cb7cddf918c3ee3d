package org.gan4j.data.tables.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.data.tables.HeldKind;
import org.gan4j.data.tables.RowSampling;
import org.gan4j.data.tables.TableFile;
import org.gan4j.data.tables.TableLearning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of rows that are read from databases. */
class DatabaseRowsTest {
    private static List<List<String>> read(TestDatabase database, String table) {
        List<List<String>> rows = new ArrayList<>();
        DatabaseRows.of(database.access(), table).forEach(rows::add);
        return rows;
    }

    @Test
    void valuesAreTheTextsOfAFile() throws SQLException {
        TestDatabase database = TestDatabase.h2("values")
                .run(
                        "CREATE TABLE things (id INT PRIMARY KEY, small SMALLINT, price NUMERIC(12, 2), ratio DOUBLE"
                                + " PRECISION, single REAL, flag BOOLEAN, born DATE, at TIMESTAMP(6), zoned TIMESTAMP WITH"
                                + " TIME ZONE, clock TIME, word VARCHAR(20), long CLOB, u UUID, bytes VARBINARY(9))",
                        "INSERT INTO things VALUES (2, -7, 1234567890.50, 1e20, 0.1, TRUE, DATE '2024-05-31', TIMESTAMP"
                                + " '2024-05-31 14:00:00.987', TIMESTAMP WITH TIME ZONE '2024-05-31 14:00:00+02:00', TIME"
                                + " '08:05:09', 'NA', 'a long one', '12345678-1234-4234-8234-123456789abc', X'00ff')",
                        "INSERT INTO things (id, ratio, flag) VALUES (1, 3, FALSE)");
        assertThat(read(database, "things"))
                .containsExactly(
                        List.of("1", "", "", "3", "", "false", "", "", "", "", "", "", "", "binary"),
                        List.of(
                                "2",
                                "-7",
                                "1234567890.50",
                                "100000000000000000000",
                                "0.1",
                                "true",
                                "2024-05-31",
                                "2024-05-31 14:00:00",
                                "2024-05-31 12:00:00",
                                "08:05:09",
                                "NA",
                                "a long one",
                                "12345678-1234-4234-8234-123456789abc",
                                "binary"));
        DatabaseRows rows = DatabaseRows.of(database.access(), "THINGS");
        assertThat(rows.columns()).startsWith("ID", "SMALL", "PRICE");
        assertThat(rows.known())
                .containsOnlyKeys("ID", "BYTES")
                .containsEntry("ID", HeldKind.IDENTIFIERS)
                .containsEntry("BYTES", HeldKind.TEXT);
    }

    @Test
    void aTimeThatASummerSkipsStays() throws SQLException {
        TestDatabase database = TestDatabase.h2("summer")
                .run(
                        "CREATE TABLE t (at TIMESTAMP, born DATE)",
                        "INSERT INTO t VALUES (TIMESTAMP '2024-03-31 02:30:00', DATE '1582-10-10')");
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            assertThat(read(database, "t")).containsExactly(List.of("2024-03-31 02:30:00", "1582-10-10"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void rowsComeInTheOrderOfTheKeyOrOfAllColumns() throws SQLException {
        TestDatabase database = TestDatabase.h2("ordered")
                .run(
                        "CREATE TABLE keyed (b INT, a INT, PRIMARY KEY (a, b))",
                        "CREATE TABLE loose (b INT, a VARCHAR(9))");
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            numbers.add(i);
        }
        Collections.shuffle(numbers);
        for (int i : numbers) {
            database.run(
                    "INSERT INTO keyed VALUES (%d, %d)".formatted(i / 50, i % 50),
                    "INSERT INTO loose VALUES (%d, '%s')".formatted(i / 500, i % 500 + 100));
        }
        List<List<String>> keyed = read(database, "keyed");
        List<List<String>> loose = read(database, "loose");
        for (int i = 0; i < 2500; i++) {
            assertThat(keyed.get(i)).containsExactly("" + i % 50, "" + i / 50);
            assertThat(loose.get(i)).containsExactly("" + i / 500, "" + (i % 500 + 100));
        }
    }

    @Test
    void sqliteIsReadByWhatACellHolds(@TempDir Path folder) throws SQLException {
        TestDatabase database = new TestDatabase("jdbc:sqlite:" + folder.resolve("a.db"))
                .run(
                        "CREATE TABLE t (id INTEGER PRIMARY KEY, price DECIMAL(9,2), day DATE, at TIMESTAMP, flag BOOLEAN,"
                                + " word TEXT, data BLOB)",
                        "INSERT INTO t VALUES (1, 2.5, '2024-05-31', '2024-05-31 14:00:00', 1, 'x', x'00')",
                        "INSERT INTO t VALUES (2, 1e3, NULL, '2024-05-31T14:00', 0, '', NULL)",
                        "INSERT INTO t VALUES (3, 'dear', 'never', NULL, NULL, NULL, NULL)");
        assertThat(read(database, "t"))
                .containsExactly(
                        List.of("1", "2.5", "2024-05-31", "2024-05-31 14:00:00", "true", "x", "binary"),
                        List.of("2", "1000", "", "2024-05-31 14:00:00", "false", "", "binary"),
                        List.of("3", "dear", "never", "", "", "", "binary"));
    }

    @Test
    void oddNamesAreNamesAndNothingElse(@TempDir Path folder) throws SQLException {
        String odd = "select \"x\"; DROP TABLE other; --'";
        for (TestDatabase database :
                List.of(TestDatabase.h2("odd"), new TestDatabase("jdbc:sqlite:" + folder.resolve("odd.db")))) {
            database.run(
                    "CREATE TABLE other (n INT)",
                    "INSERT INTO other VALUES (5)",
                    "CREATE TABLE \"%s\" (\"order\" INT, \"a b\" INT, \"%s\" INT)"
                            .formatted(odd.replace("\"", "\"\""), odd.replace("\"", "\"\"")),
                    "INSERT INTO \"%s\" VALUES (1, 2, 3)".formatted(odd.replace("\"", "\"\"")));
            assertThat(read(database, odd)).containsExactly(List.of("1", "2", "3"));
            assertThat(DatabaseRows.of(database.access(), odd).columns()).containsExactly("order", "a b", odd);
            assertThatThrownBy(() -> read(database, "other; DROP TABLE other"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("the database has no table other; DROP TABLE other");
            assertThat(database.count("other")).isOne();
        }
    }

    @Test
    void schemasStandInFront() throws SQLException {
        TestDatabase database = TestDatabase.h2("schemas")
                .run(
                        "CREATE SCHEMA one",
                        "CREATE SCHEMA two",
                        "CREATE TABLE one.t (n INT)",
                        "CREATE TABLE two.t (n INT)",
                        "CREATE TABLE two.\"dotted.name\" (n INT)",
                        "CREATE VIEW two.alone AS SELECT 4 AS n",
                        "INSERT INTO one.t VALUES (1)",
                        "INSERT INTO two.t VALUES (2)",
                        "INSERT INTO two.\"dotted.name\" VALUES (3)");
        assertThat(read(database, "one.t")).containsExactly(List.of("1"));
        assertThat(read(database, "TWO.T")).containsExactly(List.of("2"));
        assertThat(read(database, "dotted.name")).containsExactly(List.of("3"));
        assertThat(read(database, "alone")).containsExactly(List.of("4"));
        assertThatThrownBy(() -> read(database, "t"))
                .hasMessage("the database has several tables t: name one of ONE.T, TWO.T");
        database.run("CREATE TABLE t (n INT)", "INSERT INTO t VALUES (0)");
        assertThat(read(database, "t")).containsExactly(List.of("0"));
    }

    @Test
    void anEmptyTableAndAMissingOneAreRefused() throws SQLException {
        TestDatabase database = TestDatabase.h2("missing").run("CREATE TABLE customers (n INT)");
        assertThatThrownBy(() -> read(database, "customers"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the table PUBLIC.CUSTOMERS has no rows, of which a GAN could learn: fill it, or name another");
        assertThatThrownBy(() -> read(database, "custmers"))
                .hasMessage("the database has no table custmers; did you mean CUSTOMERS?");
        assertThatThrownBy(() -> read(database, "x")).hasMessage("the database has no table x; there are CUSTOMERS");
    }

    @Test
    void theSchemaIsFoundOut() throws SQLException {
        TestDatabase database =
                TestDatabase.h2("inferred").run("CREATE TABLE t (code CHAR(2) PRIMARY KEY, n INT, price NUMERIC(6,2))");
        for (int i = 0; i < 30; i++) {
            database.run("INSERT INTO t VALUES ('%c%c', %d, %d.5)".formatted('a' + i % 26, 'a' + i / 26, i % 7, i));
        }
        DatabaseTable source = DatabaseTable.of(database.url(), "t");
        var schema = source.open().table().orElseThrow().schema();
        assertThat(schema.column("CODE").type()).isInstanceOf(ColumnType.Identifiers.class);
        assertThat(schema.column("PRICE").type()).isEqualTo(new ColumnType.Numbers(2, true, 0.5, 29.5));
        var held = source.holding("N=categories", "CODE=text")
                .open()
                .table()
                .orElseThrow()
                .schema();
        assertThat(held.column("N").type()).isInstanceOf(ColumnType.Categories.class);
        assertThat(held.column("CODE").type()).isInstanceOf(ColumnType.FreeText.class);
    }

    @Test
    void anotherTableTakesOverTheModes() {
        DatabaseTable database = DatabaseTable.of("jdbc:h2:mem:x", "t")
                .learned(new TableLearning(3, List.of("zip=categories"), List.of(), RowSampling.ROWS));
        TableFile file = TableFile.embedded()
                .learned(new TableLearning(3, List.of("zip=categories"), List.of(), RowSampling.ROWS));
        assertThat(TableFile.embedded().learned(database.learning()).over(DatabaseTable.of("jdbc:h2:mem:x", "t")))
                .isEqualTo(database);
        assertThat(database.over(TableFile.embedded())).isEqualTo(file);
        CsvFile csv = CsvFile.of(Path.of("a.csv"));
        assertThat(database.over(csv)).isEqualTo(csv);
    }

    @Test
    void aPasswordIsTakenFromElsewhereAndNeverTold() throws SQLException {
        TestDatabase database = TestDatabase.h2("guarded")
                .run("CREATE USER app PASSWORD 'Tr0ub4dor'", "CREATE TABLE t (n INT)", "GRANT ALL ON t TO app");
        database.run("INSERT INTO t VALUES (1)");
        DatabaseAccess right = new DatabaseAccess("jdbc:h2:mem:guarded", "app", () -> Optional.of("Tr0ub4dor"));
        assertThat(DatabaseRows.of(right, "t").columns()).containsExactly("N");
        DatabaseAccess wrong = new DatabaseAccess("jdbc:h2:mem:guarded", "app", () -> Optional.of("Hunter22"));
        assertThatThrownBy(() -> DatabaseRows.of(wrong, "t"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage("the database refuses the user or the password: Wrong user name or password [28000-232];"
                        + " name the user by --user or in the URL, and set the environment variable"
                        + " GAN_DATABASE_PASSWORD");
        assertThat(wrong.message(new SQLException("no 'Hunter22' here.\nat all")))
                .isEqualTo("no '***' here");
    }
}
