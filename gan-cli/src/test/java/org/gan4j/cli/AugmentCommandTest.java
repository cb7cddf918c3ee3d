package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.apps.tabular.Tabular;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.tables.TableFile;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code gan augment} for tables; 60 rows of no, 20 of yes, 10 of maybe, and one without an answer. */
class AugmentCommandTest {
    private static final String HEADER = "remark,id,answer,age";

    @TempDir
    private static Path folder;

    private static Path table;
    private static Path run;

    @BeforeAll
    static void train() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER + "\n");
        for (int i = 0; i < 91; i++) {
            String answer = i == 90 ? "" : i % 9 < 6 ? "no" : i % 9 < 8 ? "yes" : "maybe";
            rows.append("\"said, no. %d to us\",%d,%s,%s%n"
                    .formatted(i, 1000 + i, answer, i % 10 == 0 ? "NA" : String.valueOf(20 + i % 37)));
        }
        table = Files.writeString(folder.resolve("customers.csv"), rows);
        run = folder.resolve("run");
        try (Gan gan = Gan.builder()
                .application(Tabular.ctgan())
                .data(TableFile.of(table))
                .generator(Mlp.generator().latent(4).layers(1).width(16))
                .critic(Mlp.critic().layers(1).width(16))
                .batchSize(16)
                .engine("reference")
                .seed(9)
                .runDirectory(run)
                .build()) {
            gan.train(steps(5));
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file);
    }

    private static void assertRefused(String message, Object... args) throws IOException {
        List<Path> before = files();
        Ran ran = gan(args);
        assertThat(ran.err()).startsWith("gan: " + message);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(files()).isEqualTo(before);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void realRowsComeFirstUnchangedThenThoseThatClassesLack() throws IOException {
        Path out = folder.resolve("balanced.csv");
        assertThat(gan("augment", run, table, "--column", "answer", "--out", out))
                .isEqualTo(new Ran(
                        0,
                        "  no: 60, none added\n  yes: 20, and 40 added\n  maybe: 10, and 50 added\n"
                                + "91 real and 90 synthetic rows after step 5: " + out + "\n",
                        ""));
        List<String> lines = lines(out);
        assertThat(lines.subList(0, 92)).isEqualTo(lines(table)); // NA is still NA
        assertThat(lines).hasSize(182);
        assertThat(lines.subList(92, 132)).allMatch(line -> line.matches("\"?\"?,\\d{4},yes,\\d{0,2}"));
        assertThat(lines.subList(132, 182)).allMatch(line -> line.matches("\"?\"?,\\d{4},maybe,\\d{0,2}"));
        assertThat(lines.get(92)).contains(",1091,"); // identifiers count on
        assertThat(lines.get(181)).contains(",1180,");

        Path again = folder.resolve("again.csv");
        gan("augment", run, table, "--column", "answer", "--out", again);
        assertThat(again).hasSameTextualContentAs(out);
        gan("augment", run, table, "--column", "answer", "--seed", 3, "--out", again);
        assertThat(lines(again).subList(0, 92)).isEqualTo(lines.subList(0, 92));
        assertThat(lines(again)).isNotEqualTo(lines);
    }

    @Test
    void aMarkSaysWhichRowsAreSynthetic() throws IOException {
        Path out = folder.resolve("marked.csv");
        gan("augment", run, table, "--column", "answer", "--share", 0.25, "--mark", "made", "--out", out);
        List<String> lines = lines(out);
        assertThat(lines).hasSize(97); // maybe gets 15, a fourth of 60
        assertThat(lines.get(0)).isEqualTo(HEADER + ",made");
        assertThat(lines.subList(1, 92)).allMatch(line -> line.endsWith(",no"));
        assertThat(lines.subList(92, 97)).allMatch(line -> line.contains(",maybe,") && line.endsWith(",yes"));
    }

    @Test
    void classesThatLackNothingGetNothing() throws IOException {
        Path out = folder.resolve("same.csv");
        assertThat(gan("augment", run, table, "--column", "answer", "--share", 0.1, "--out", out)
                        .out())
                .contains("91 real and 0 synthetic rows");
        assertThat(lines(out)).isEqualTo(lines(table));
    }

    @Test
    void otherTablesAreAugmentedIfTheirColumnsFit() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.csv"), "age;answer;id\n30;no;1\n31;no;2\n32;no;3\n33;maybe;4\n");
        Path out = folder.resolve("other-balanced.csv");
        gan("augment", run, other, "--column", "answer", "--separator", ";", "--out", out);
        assertThat(lines(out)).hasSize(7).startsWith("age,answer,id", "30,no,1");
        assertThat(lines(out).subList(5, 7)).allMatch(line -> line.matches("\\d*,maybe,\\d{4}"));
    }

    @Test
    void rowsAreComparedWithOtherWaysOfBalancing() throws IOException {
        Ran ran = gan(
                "augment",
                run,
                table,
                "--column",
                "answer",
                "--held-out",
                table,
                "--compare",
                "--seeds",
                2,
                "--seed",
                4);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("answer in 90 training rows, and the rows that each way adds:\n  no: 60, none added\n")
                .contains(
                        "| judge               | learned from ",
                        "| macro-F1 ",
                        "| recall of maybe ",
                        "|                     | always the most frequent class |",
                        "| random forest       | SMOTE's rows added ",
                        "| logistic regression | the GAN's rows added ",
                        "note: Scores on 91 held-out rows, of which 10 are maybe.\n",
                        "note: Means over 2 seeds ",
                        "that of the run after step 5",
                        "note: Columns that judges do not see: remark: free text");
    }

    @Test
    void whatCannotBeAugmentedIsRefused() throws IOException {
        Path out = folder.resolve("never.csv");
        Object[] none = {"augment", run, folder.resolve("none.csv"), "--column", "answer", "--out", out};
        assertRefused("there is no CSV file or folder ", none);
        assertRefused("the column of classes is not known: name it by --column", "augment", run, table, "--out", out);
        assertRefused("the samples need a target: pass it by --out", "augment", run, table, "--column", "answer");
        assertRefused(
                table + " has no column answers; did you mean answer?",
                "augment",
                run,
                table,
                "--column",
                "answers",
                "--out",
                out);
        assertRefused(
                "the column age holds no classes, but whole numbers from 20 to 56",
                "augment",
                run,
                table,
                "--column",
                "age",
                "--out",
                out);
        assertRefused(
                "the share of the largest class must be above 0 and at most 1, not 1.5",
                "augment",
                run,
                table,
                "--column",
                "answer",
                "--share",
                1.5,
                "--out",
                out);
        assertRefused(
                table + " has a column age already; pass another name by --mark",
                "augment",
                run,
                table,
                "--column",
                "answer",
                "--mark",
                "age",
                "--out",
                out);
        assertRefused(
                table + " is the file of real rows, which would be replaced",
                "augment",
                run,
                table,
                "--column",
                "answer",
                "--out",
                table);
        assertRefused(
                "--seeds applies to a comparison: add --compare",
                "augment",
                run,
                table,
                "--column",
                "answer",
                "--seeds",
                3,
                "--out",
                out);
        assertRefused(
                "a comparison needs real rows that the GAN was not trained on",
                "augment",
                run,
                table,
                "--column",
                "answer",
                "--compare",
                "--out",
                out);
    }

    @Test
    void tablesThatDoNotFitTheRunAreRefused() throws IOException {
        Path out = folder.resolve("never.csv");
        Path few = Files.writeString(folder.resolve("few.csv"), "id,answer\n1,no\n2,no\n3,yes\n");
        assertRefused(
                few + " has no column age, which the GAN of " + run + " makes",
                "augment",
                run,
                few,
                "--column",
                "answer",
                "--out",
                out);
        Path more =
                Files.writeString(folder.resolve("more.csv"), "id,answer,age,town\n1,no,4,a\n2,no,5,b\n3,yes,6,c\n");
        assertRefused(
                more + " has a column town, which the GAN of " + run + " was not trained on",
                "augment",
                run,
                more,
                "--column",
                "answer",
                "--out",
                out);
        Path never = Files.writeString(folder.resolve("words.csv"), "id,answer,age\n1,no,4\n2,no,5\n3,never,6\n");
        assertRefused(
                "the GAN of " + run + " has not learned the class never of the column answer, but no, yes, maybe",
                "augment",
                run,
                never,
                "--column",
                "answer",
                "--out",
                out);
    }
}
