package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.data.tables.CsvRows;
import org.gan4j.data.tables.CsvTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessCommandTest {
    @TempDir
    private static Path folder;

    private static Path training;
    private static Path heldOut;
    private static Path other;

    @BeforeAll
    static void writeTables() {
        training = table("training.csv", 0);
        heldOut = table("held-out.csv", 1);
        other = table("other.csv", 2);
    }

    /** Writes 400 of the included customers, whose columns are the last eight. */
    private static Path table(String name, int rest) {
        List<List<String>> all = new ArrayList<>();
        CsvRows.churn().forEach(row -> all.add(row.subList(row.size() - 8, row.size())));
        List<List<String>> rows =
                IntStream.range(0, 400).mapToObj(i -> all.get(3 * i + rest)).toList();
        List<String> columns = CsvRows.churn().columns();
        Path file = folder.resolve(name);
        CsvTable.write(
                file,
                columns.subList(columns.size() - 8, columns.size()),
                rows.size(),
                (from, count) -> rows.subList(from, from + count));
        return file;
    }

    @Test
    void otherRealRowsHaveGoodNumbersAndNoLeak() throws IOException {
        Path page = folder.resolve("report.html");
        Path json = folder.resolve("report.json");
        Ran ran = gan(
                "assess",
                other,
                "--real",
                training,
                "--held-out",
                heldOut,
                "--target",
                "churn",
                "--out",
                page,
                "--json",
                json);
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith(
                        "400 synthetic rows compared with 400 training rows and 400 held-out rows, 8 columns, seed 1\n")
                .contains(
                        "| measure ",
                        "| column shapes ",
                        "| AUC, random forest ",
                        "Always choosing the most frequent class")
                .contains("Privacy: no leak found by these measures.\nThere is NO guarantee of privacy")
                .contains("page: " + page, "all numbers: " + json);
        assertThat(page).content().contains("There is NO guarantee of privacy");
        assertThat(json).content().contains("\"verdict\" : \"no leak found by these measures\"");
    }

    @Test
    void trainingRowsFail() {
        assertThat(gan("assess", training, "--real", training, "--held-out", heldOut)
                        .out())
                .contains("Privacy: FAILS: more synthetic rows equal a training row than equal a held-out row; ")
                .contains("note: Usefulness was not measured, since no target column was named.\n");
    }

    @Test
    void withoutHeldOutRowsTheTextSaysWhatIsMissing() throws IOException {
        Ran ran = gan("assess", other, "--real", training);
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("note: Usefulness and privacy were not measured, since no held-out rows were given")
                .contains("There is NO guarantee of privacy")
                .doesNotContain("Privacy: ");
        assertThat(gan("assess", other, "--real", training)).isEqualTo(ran);
        assertThat(gan("assess", other, "--real", training, "--seed", 2).out()).isNotEqualTo(ran.out());
    }

    @Test
    void otherSeparatorsAreRead() throws IOException {
        Path semicolons = folder.resolve("semicolons.csv");
        Files.writeString(semicolons, Files.readString(training).replace(',', ';'));
        assertThat(gan("assess", semicolons, "--real", semicolons, "--separator", ";")
                        .out())
                .startsWith("400 synthetic rows compared with 400 training rows, 8 columns, seed 1\n");
    }
}
