package org.gan4j.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.IdentifierRule;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.data.numbers.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaInferenceTest {
    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    private TableColumn column(String name, String... values) throws IOException {
        String text = name + ",other\n"
                + List.of(values).stream().map(value -> "\"" + value + "\",x\n").collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        return SchemaInference.of(CsvRows.read(file, ',', Header.PRESENT)).column(name);
    }

    private ColumnType of(String name, IntFunction<String> value) throws IOException {
        return column(name, IntStream.range(0, ROWS).mapToObj(value).toArray(String[]::new))
                .type();
    }

    @Test
    void numbersKeepTheirRangeAndTheirDecimals() throws IOException {
        assertThat(column("age", "39", "17", "90", "17").type()).isEqualTo(new ColumnType.Numbers(0, true, 17, 90));
        assertThat(column("price", "2.50", "0.99", "-1.00", "0.99").type())
                .isEqualTo(new ColumnType.Numbers(2, true, -1, 2.5));
        assertThat(column("length", "2.5", "0.125", "3").type()).isEqualTo(new ColumnType.Numbers(3, false, 0.125, 3));
        assertThat(column("tiny", "1e-7", "3e-7", "1e-7").type())
                .isEqualTo(new ColumnType.Numbers(13, false, 1e-7, 3e-7)); // a millionth of 2e-7
    }

    @Test
    void postalCodesAreWords() throws IOException {
        assertThat(column("zip", "01067", "80331", "01067").type())
                .isEqualTo(new ColumnType.Categories(List.of("01067", "80331"), List.of(2 / 3.0, 1 / 3.0), 0));
    }

    @Test
    void missingValuesAreCounted() throws IOException {
        TableColumn column = column("age", "39", "", "NA", "17");
        assertThat(column.missing()).isEqualTo(0.5);
        assertThat(column).hasToString("age: whole numbers from 17 to 39; 50 % are missing");
        assertThat(column("age", "", "NULL").type()).isEqualTo(new ColumnType.Constant(""));
        assertThat(column("kind", "?", "a", "?").type())
                .isEqualTo(new ColumnType.Categories(
                        List.of("?", "a"), List.of(2 / 3.0, 1 / 3.0), 0)); // a word like others
    }

    @Test
    void wordsForYesAndNoAreFlags() throws IOException {
        assertThat(column("member", "yes", "no", "yes").type()).isEqualTo(new ColumnType.Flag("no", "yes", 2 / 3.0));
        assertThat(column("member", "False", "True").type()).isEqualTo(new ColumnType.Flag("False", "True", 0.5));
        assertThat(column("member", "1", "0", "1").type()).isEqualTo(new ColumnType.Flag("0", "1", 2 / 3.0));
        assertThat(column("member", "Yes", "yes").type())
                .isEqualTo(new ColumnType.Categories(List.of("Yes", "yes"), List.of(0.5, 0.5), 0));
        assertThat(column("sex", "Male", "Female", "Male").type())
                .isEqualTo(new ColumnType.Categories(List.of("Male", "Female"), List.of(2 / 3.0, 1 / 3.0), 0));
    }

    @Test
    void datesAreKnownByTheirForm() throws IOException {
        // 2020-02-29 is day 18,321 of the epoch
        assertThat(column("day", "2020-02-29", "2020-03-01").type())
                .isEqualTo(new ColumnType.Moments("uuuu-MM-dd", 18_321 * 86_400L, 18_322 * 86_400L));
        assertThat(column("day", "13/02/2020", "01/03/2020").type())
                .isInstanceOfSatisfying(ColumnType.Moments.class, moments -> assertThat(moments.pattern())
                        .isEqualTo("dd/MM/uuuu"));
        assertThat(column("day", "02/03/2020", "01/03/2020").type().summary())
                .isEqualTo("dates from 01/03/2020 to 02/03/2020"); // months in front
        assertThat(column("at", "23:59", "00:10").type()).isEqualTo(new ColumnType.Moments("HH:mm", 600, 86_340));
        assertThat(column("day", "2020-02-30", "2020-03-01").type()) // no such day
                .isInstanceOf(ColumnType.Categories.class);
    }

    @Test
    void identifiersAreNeverLearned() throws IOException {
        assertThat(of("row", i -> "" + (7 + i))).isEqualTo(new ColumnType.Identifiers(IdentifierRule.COUNT, "7"));
        assertThat(of("customer_id", i -> "" + (1000 + i * i)))
                .isEqualTo(new ColumnType.Identifiers(IdentifierRule.COUNT, "1"));
        assertThat(of("code", i -> String.format("AB-%04d", 9 * i)))
                .isEqualTo(new ColumnType.Identifiers(IdentifierRule.FORM, "AA-0000"));
        assertThat(of("ref", i -> new UUID(i, i).toString()))
                .isEqualTo(new ColumnType.Identifiers(IdentifierRule.UUID, ""));
        assertThat(of("order_id", i -> "123456789012345678" + (70 + i)))
                .isEqualTo(new ColumnType.Identifiers(IdentifierRule.COUNT, "1")); // beyond a long
        for (String measure : List.of("amount_paid", "bid", "humid", "covid")) {
            assertThat(of(measure, i -> "" + (1000 + i * i))).isInstanceOf(ColumnType.Numbers.class);
        }
        assertThat(of("customerId", i -> "" + (1000 + i * i))).isInstanceOf(ColumnType.Identifiers.class);
        assertThat(of("income", i -> "" + (1000 + i * i))).isInstanceOf(ColumnType.Numbers.class);
    }

    @Test
    void sentencesAreLeftOut() throws IOException {
        assertThat(of("remark", i -> "called on day " + i + " about the bill")).isEqualTo(new ColumnType.FreeText());
        assertThat(of("answer", i -> i % 2 == 0 ? "yes of course" : "not at all")) // the same again and again
                .isInstanceOf(ColumnType.Categories.class);
    }

    /** They would become categories of one person each, which a run and its rows make known. */
    @Test
    void namesOfPersonsAreLeftOut() throws IOException {
        assertThat(of("mail", i -> "person." + "abcdefghij".charAt(i % 10) + i + "@example.org"))
                .isEqualTo(new ColumnType.FreeText());
        assertThat(of("name", i -> "Ann" + "x".repeat(i % 57)))
                .isEqualTo(new ColumnType.FreeText()); // nearly all differ
    }

    @Test
    void aValueBeyondTheCountedOnesIsNoIdentifier() throws IOException {
        String[] codes = IntStream.range(0, 120_000)
                .mapToObj(i -> String.format("K-%06d", i % 60_000))
                .toArray(String[]::new);
        assertThat(column("code", codes).type()).isNotInstanceOf(ColumnType.Identifiers.class);
    }

    @Test
    void numbersWithExponentsHaveNoEndlessDecimals() throws IOException {
        assertThat(column("x", "1e3", "1000").type()).isEqualTo(new ColumnType.Numbers(0, false, 1000, 1000));
        assertThat(column("x", "1e-300", "2e-300").type())
                .isInstanceOfSatisfying(ColumnType.Numbers.class, numbers -> assertThat(numbers.decimals())
                        .isEqualTo(306));
        assertThat(column("x", "0." + "0".repeat(1000) + "1", "1").type()).isInstanceOf(ColumnType.Categories.class);
    }

    @Test
    void rareCategoriesAreGrouped() throws IOException {
        String[] words = IntStream.range(0, 3000)
                .mapToObj(i -> "word" + (i < 1500 ? i % 900 : i))
                .toArray(String[]::new);
        assertThat(column("word", words).type()).isInstanceOfSatisfying(ColumnType.Categories.class, categories -> {
            assertThat(categories.values()).hasSize(1000);
            assertThat(categories.values().subList(0, 600)).contains("word0", "word599");
            assertThat(categories.rare()).isEqualTo(900 + 1500 - 1000);
        });
    }

    @Test
    void oneValueIsAConstant() throws IOException {
        assertThat(column("country", "DE", "DE").type()).isEqualTo(new ColumnType.Constant("DE"));
        assertThat(column("country", "DE")).hasToString("country: always DE");
    }

    private ColumnType held(String kind, String... values) throws IOException {
        String text = "x,other\n"
                + List.of(values).stream().map(value -> value + ",y\n").collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        return SchemaInference.of(CsvRows.read(file, ',', Header.PRESENT), HeldKind.of(List.of("x=" + kind)))
                .column("x")
                .type();
    }

    @Test
    void whatAColumnHoldsCanBeSaid() throws IOException {
        assertThat(held("categories", "1", "2", "2"))
                .isEqualTo(new ColumnType.Categories(List.of("2", "1"), List.of(2 / 3.0, 1 / 3.0), 0));
        assertThat(held("identifiers", "10", "20", "30"))
                .isEqualTo(new ColumnType.Identifiers(IdentifierRule.COUNT, "1"));
        assertThat(held("identifiers", "a7", "b8")).isEqualTo(new ColumnType.Identifiers(IdentifierRule.FORM, "a0"));
        assertThat(held("numbers", "0", "1", "1")).isEqualTo(new ColumnType.Numbers(0, true, 0, 1));
        assertThat(held("text", "a", "b")).isEqualTo(new ColumnType.FreeText());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> held("numbers", "1", "two", "3", "3"))
                .withMessage(
                        "the column x does not hold numbers alone, but 3 categories: 3, 1, two: correct the file, or"
                                + " name another kind");
    }

    @Test
    void kindsAndColumnsThatDoNotExistAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFile.embedded().holding("state=words"))
                .withMessageStartingWith("'state=words' does not say what a column holds: ")
                .withMessageEndingWith("columns hold numbers, dates, categories, identifiers, text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableFile.embedded().holding("stat=text").open())
                .withMessageStartingWith("the table has no column stat")
                .withMessageContaining("state");
    }

    @Test
    void aTableWithoutRowsIsRefused() {
        TableRows none = new TableRows() {
            @Override
            public List<String> columns() {
                return List.of("age");
            }

            @Override
            public void forEach(Consumer<List<String>> row) {}
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaInference.of(none))
                .withMessage("the table has no rows, so it does not show what its column age holds");
    }
}
