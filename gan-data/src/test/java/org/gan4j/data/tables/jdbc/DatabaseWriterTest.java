package org.gan4j.data.tables.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.IdentifierRule;
import org.gan4j.api.data.tables.Mixture;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.data.tables.RowSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of rows that are written into databases. */
class DatabaseWriterTest {
    private static final String ODD = "\"); DROP TABLE other; --";
    private static final RowOrigin ORIGIN = new RowOrigin("sha256-a", 20, 7, "ema");

    private static final TableEncoding ENCODING = encoding(
            new TableColumn("id", new ColumnType.Identifiers(IdentifierRule.COUNT, "1"), 0),
            new TableColumn("order", new ColumnType.Numbers(0, false, -9, 2_000_000_000_000.0), 0.1),
            new TableColumn("price", new ColumnType.Numbers(2, true, -99.99, 1000), 0),
            new TableColumn("ratio", new ColumnType.Numbers(40, false, 0, 1), 0),
            new TableColumn("remark", new ColumnType.FreeText(), 0),
            new TableColumn(ODD, new ColumnType.Flag("false", "true", 0.5), 0),
            new TableColumn("bit", new ColumnType.Flag("0", "1", 0.5), 0),
            new TableColumn("kind", new ColumnType.Categories(List.of("a'b", "größer"), List.of(0.5, 0.5), 0), 0.1),
            new TableColumn("born", new ColumnType.Moments("dd.MM.uuuu", 0, 1_000_000_000), 0),
            new TableColumn("at", new ColumnType.Moments("uuuu-MM-dd HH:mm", 0, 1_000_000_000), 0),
            new TableColumn("clock", new ColumnType.Moments("HH:mm:ss", 0, 86_399), 0),
            new TableColumn("token", new ColumnType.Identifiers(IdentifierRule.UUID, ""), 0),
            new TableColumn("nothing", new ColumnType.Constant(""), 1),
            new TableColumn("same", new ColumnType.Constant("0012"), 0));
    private static final List<TableColumn> COLUMNS =
            ENCODING.names().stream().map(ENCODING.schema()::column).toList();

    private static TableEncoding encoding(TableColumn... columns) {
        Mixture one = new Mixture(List.of(new Mixture.Mode(1, 0, 1)));
        return new TableEncoding(
                new TableSchema(List.of(columns)),
                Map.of("order", one, "price", one, "ratio", one, "born", one, "at", one, "clock", one));
    }

    private static List<String> row(int i) {
        return List.of(
                "" + (1 + i),
                i % 7 == 0 ? "" : "" + (i - 9),
                "%d.%02d".formatted(i % 1000, i % 100),
                "0.5",
                "" + (i % 2 == 0),
                "" + i % 2,
                i % 3 == 0 ? "" : i % 3 == 1 ? "a'b" : "größer",
                "31.05.2024",
                "2024-03-31 02:%02d".formatted(i % 60),
                "23:59:%02d".formatted(i % 60),
                "12345678-1234-4234-8234-%012d".formatted(i),
                "",
                "0012");
    }

    private static final RowSource ROWS = (from, count) -> {
        List<List<String>> rows = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            rows.add(row(i));
        }
        return rows;
    };

    private static WrittenRows write(TestDatabase database, String table, int count) {
        return write(database, table, ORIGIN, count, false);
    }

    private static WrittenRows write(TestDatabase database, String table, RowOrigin origin, int count, boolean append) {
        return new DatabaseWriter(database.access(), table, append).write(COLUMNS, origin, count, ROWS, done -> {});
    }

    private static List<List<String>> read(TestDatabase database, String table) {
        List<List<String>> rows = new ArrayList<>();
        DatabaseRows.of(database.access(), table).forEach(rows::add);
        return rows;
    }

    private static TestDatabase sqlite(Path folder) {
        return new TestDatabase("jdbc:sqlite:" + folder.resolve("a.db"));
    }

    @Test
    void rowsComeBackAsTheyWereWritten(@TempDir Path folder) throws SQLException {
        for (TestDatabase database : List.of(TestDatabase.h2("back"), sqlite(folder))) {
            database.run("CREATE TABLE other (n INT)");
            String table = "odd \"name\"; DROP TABLE other; --";
            assertThat(write(database, table, 2345)).isEqualTo(new WrittenRows(0, 2345));
            assertThat(database.count("other")).isZero();
            List<List<String>> rows = read(database, table);
            rows.sort((one, two) -> Integer.compare(Integer.parseInt(one.get(0)), Integer.parseInt(two.get(0))));
            assertThat(rows).hasSize(2345);
            for (int i = 0; i < rows.size(); i++) {
                List<String> expected = new ArrayList<>(row(i));
                expected.set(7, "2024-05-31");
                expected.set(8, expected.get(8) + ":00");
                List<String> found = new ArrayList<>(rows.get(i));
                if (database.url().contains("sqlite")) { // keeps no zeros at the end
                    expected.set(2, "" + Double.parseDouble(expected.get(2)));
                    found.set(2, "" + Double.parseDouble(found.get(2)));
                }
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    @Test
    void newColumnsGetTypes() throws SQLException {
        TestDatabase database = TestDatabase.h2("types");
        write(database, "t", 1);
        assertThat(database.rows("SELECT data_type, character_maximum_length FROM information_schema.columns WHERE"
                        + " table_name = 't' ORDER BY ordinal_position"))
                .extracting(row -> row.get(0) + (row.get(1) == null ? "" : row.get(1)))
                .containsExactly(
                        "BIGINT",
                        "BIGINT",
                        "NUMERIC",
                        "DOUBLE PRECISION",
                        "BOOLEAN",
                        "INTEGER",
                        "CHARACTER VARYING6",
                        "DATE",
                        "TIMESTAMP",
                        "TIME",
                        "CHARACTER VARYING36",
                        "CHARACTER VARYING1",
                        "CHARACTER VARYING4");
    }

    /** As if the command were killed: the rows of the part that is not complete are gone, and nothing else. */
    @Test
    void anInterruptedCommandContinues(@TempDir Path folder) throws SQLException {
        for (TestDatabase database : List.of(TestDatabase.h2("interrupted"), sqlite(folder))) {
            write(database, "whole", 4321);
            DatabaseWriter writer = new DatabaseWriter(database.access(), "parts", false);
            RowSource failing = (from, count) -> {
                List<List<String>> rows = ROWS.of(from, count);
                if (from == 2000) {
                    rows.set(500, List.of("no number"));
                }
                return rows;
            };
            List<Integer> seen = new ArrayList<>();
            assertThatThrownBy(() -> writer.write(COLUMNS, ORIGIN, 4321, failing, seen::add))
                    .isInstanceOf(RuntimeException.class);
            assertThat(seen).containsExactly(1000, 2000);
            assertThat(database.count("\"parts\"")).isEqualTo(2000);
            assertThatThrownBy(() -> writer.write(COLUMNS, ORIGIN, 4321, ROWS, done -> {
                        if (done == 3000) {
                            throw new IllegalStateException("stopped");
                        }
                    }))
                    .hasMessage("stopped");
            assertThat(write(database, "parts", 4321)).isEqualTo(new WrittenRows(3000, 4321));
            String query = "SELECT * FROM \"%s\" ORDER BY \"id\"";
            assertThat(database.rows(query.formatted("parts"))).isEqualTo(database.rows(query.formatted("whole")));
        }
    }

    @Test
    void aCompleteTableStaysAndALargerNumberExtendsIt() throws SQLException {
        TestDatabase database = TestDatabase.h2("extended");
        write(database, "t", 1500);
        assertThat(write(database, "t", 1500)).isEqualTo(new WrittenRows(1500, 1500));
        assertThat(write(database, "t", 200)).isEqualTo(new WrittenRows(1500, 1500));
        assertThat(write(database, "t", 1700).added()).isEqualTo(200);
        assertThat(database.rows("SELECT COUNT(*), COUNT(DISTINCT \"id\"), MAX(\"id\") FROM \"t\""))
                .containsExactly(List.of("1700", "1700", "1700"));
        assertThat(database.rows("SELECT \"rows_written\", \"rows_wished\" FROM \"gan4j_progress\""))
                .containsExactly(List.of("1700", "1700"));
    }

    @Test
    void rowsOfAnotherOriginAreRefusedUntilTheTableIsDropped() throws SQLException {
        TestDatabase database = TestDatabase.h2("origin");
        write(database, "t", 5);
        RowOrigin other = new RowOrigin("sha256-a", 20, 8, "ema");
        assertThatThrownBy(() -> write(database, "t", other, 5, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the table PUBLIC.t has 5 rows of the same weights (step 20, seed 7, ema weights), and this"
                        + " command makes others (step 20, seed 8, ema weights): name another table, or drop this one;"
                        + " to add the rows to it, delete the row of PUBLIC.gan4j_progress whose table_name is t, and"
                        + " pass --append");
        assertThatThrownBy(() -> write(database, "t", new RowOrigin("sha256-b", 20, 7, "ema"), 5, true))
                .hasMessageContaining("5 rows of other weights");
        database.run("DROP TABLE \"t\"");
        assertThat(write(database, "t", other, 6, false)).isEqualTo(new WrittenRows(0, 6));
        database.run("DELETE FROM \"t\"");
        assertThat(write(database, "t", 7)).isEqualTo(new WrittenRows(0, 7));
        database.run("DELETE FROM \"gan4j_progress\"");
        assertThatThrownBy(() -> write(database, "t", other, 5, false))
                .hasMessage("the table PUBLIC.t has rows already: pass --append to add rows to them, or name another"
                        + " table");
        assertThat(write(database, "t", other, 5, true)).isEqualTo(new WrittenRows(0, 5));
        assertThat(write(database, "t", other, 5, false).added()).isZero();
        assertThat(database.count("\"t\"")).isEqualTo(12);
    }

    @Test
    void existingColumnsMustFit() throws SQLException {
        TestDatabase database =
                TestDatabase.h2("fits").run("CREATE SCHEMA made", """
                        CREATE TABLE made.t (id DECIMAL(12), "order" VARCHAR(20), price DOUBLE PRECISION, ratio REAL, "%s"
                        VARCHAR(5), bit BOOLEAN, kind CLOB, born DATE, at TIMESTAMP(9) WITH TIME ZONE, clock TIME(0), token
                        UUID, nothing INT, same CHAR(4), counted INT GENERATED ALWAYS AS IDENTITY, more INT)
                        """.formatted(ODD.replace("\"", "\"\"")));
        write(database, "made.T", 10);
        assertThat(database.rows("SELECT id, \"order\", price, bit, kind, at, token, counted FROM made.t WHERE id = 2"))
                .containsExactly(
                        List.of("2", "-8", "1.01", "TRUE", "a'b", "2024-03-31 02:01:00+00", row(1).get(10), "2"));
        database.run("""
                CREATE TABLE bad (id TINYINT, "order" INT, price NUMERIC(5, 2), ratio NUMERIC(9, 9), bit VARCHAR(9), kind
                VARCHAR(3), born TIMESTAMP, at DATE, clock TIME, token VARCHAR(20), nothing INT NOT NULL, same INT, extra INT
                NOT NULL)
                """);
        assertThatThrownBy(() -> write(database, "bad", 200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the columns of the table PUBLIC.BAD do not fit the rows: id (tinyint), order (integer), price"
                                + " (numeric(5, 2)), ratio (numeric(9, 9)), " + ODD + " (is not there), kind (character"
                                + " varying(3)), born (timestamp), at (date), token (character varying(20)), nothing (refuses"
                                + " missing values), same (integer), EXTRA (needs a value, but is not made); change them, or"
                                + " name a table that is not there yet");
    }

    @Test
    void commandsAtOnceWriteNoRowTwice() throws Exception {
        TestDatabase database = TestDatabase.h2("concurrent");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<String>> commands = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                commands.add(() -> {
                    for (int attempt = 0; attempt < 200; attempt++) {
                        try {
                            write(database, "t", 9_000);
                            return "complete";
                        } catch (IllegalArgumentException other) {
                            assertThat(other).hasMessageContaining("another command writes into the table");
                        }
                    }
                    return "never complete";
                });
            }
            for (Future<String> each : threads.invokeAll(commands)) {
                assertThat(each.get()).isEqualTo("complete");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(database.rows("SELECT COUNT(*), COUNT(DISTINCT \"id\"), MAX(\"id\") FROM \"t\""))
                .containsExactly(List.of("9000", "9000", "9000"));
    }

    @Test
    void aFailureSaysWhatIsThere() throws SQLException {
        TestDatabase database = TestDatabase.h2("failure");
        write(database, "t", 1000);
        database.run("ALTER TABLE \"t\" ADD CONSTRAINT few CHECK (\"id\" < 2500)");
        assertThatThrownBy(() -> write(database, "t", 4000))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the table t cannot be written: Check constraint violation:")
                .hasMessageContaining("2000 rows are there: run the same command again to continue");
        assertThat(database.count("\"t\"")).isEqualTo(2000);
        database.run("ALTER TABLE \"t\" DROP CONSTRAINT few");
        assertThat(write(database, "t", 4000)).isEqualTo(new WrittenRows(2000, 4000));
    }

    @Test
    void aUserWithoutRightsIsRefused() throws SQLException {
        TestDatabase.h2("rights").run("CREATE USER app PASSWORD 'Tr0ub4dor'");
        DatabaseAccess access = new DatabaseAccess("jdbc:h2:mem:rights", "app", () -> Optional.of("Tr0ub4dor"));
        assertThatThrownBy(() -> new DatabaseWriter(access, "t", false).write(COLUMNS, ORIGIN, 5, ROWS, done -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the table t cannot be written: ")
                .hasMessageEndingWith("; check that the user may create tables and write into them");
    }

    @Test
    void aTableNeedsAName() {
        assertThatThrownBy(() -> DatabaseWriter.of("jdbc:h2:mem:x", "", " ", false))
                .hasMessage("the table of a database needs its name: --table customers_synthetic");
    }
}
