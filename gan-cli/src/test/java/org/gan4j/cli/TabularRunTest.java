package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;
import static org.gan4j.cli.RunFolders.assertSameFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.optim.Adam;
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.apps.tabular.Tabular;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.tables.TableFile;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a GAN of rows from the builder, from a file and by the command. */
class TabularRunTest {
    @TempDir
    Path folder;

    private Path table;

    /** The kind decides the answer; a tenth of the ages is missing. */
    @BeforeEach
    void write() throws IOException {
        StringBuilder rows = new StringBuilder("id,kind,answer,age,since,remark\n");
        for (int i = 0; i < 80; i++) {
            String kind = List.of("a", "b", "c").get(i % 3);
            rows.append("%d,%s,%s,%s,%s,said no. %d to us%n"
                    .formatted(
                            1000 + i,
                            kind,
                            kind.equals("a") ? "yes" : "no",
                            i % 10 == 0 ? "" : String.valueOf(20 + i % 37),
                            "2024-%02d-%02d".formatted(1 + i % 12, 1 + i % 28),
                            i));
        }
        table = Files.writeString(folder.resolve("customers.csv"), rows);
    }

    private OptionsStep tiny() {
        return Gan.builder()
                .application(Tabular.ctgan())
                .data(TableFile.of(table))
                .generator(Mlp.generator().latent(4).layers(1).width(16))
                .critic(Mlp.critic().layers(1).width(16))
                .batchSize(16)
                .engine("reference")
                .seed(9);
    }

    private Path trained(String name, int steps) {
        Path run = folder.resolve(name);
        try (Gan gan = tiny().runDirectory(run).build()) {
            gan.train(steps(steps));
        }
        return run;
    }

    @Test
    void builderFileAndCommandGiveTheSameRunByteForByte() throws IOException {
        Path built = trained("builder", 3);
        Path file = Files.writeString(folder.resolve("mine.yaml"), """
                application: tabular
                generator: {name: mlp, latent: 4, layers: 1, width: 16}
                critic: {name: mlp, layers: 1, width: 16}
                data: {name: table, path: '%s'}
                batch-size: 16
                engine: reference
                seed: 9
                steps: 3
                """.formatted(table));
        Ran trained = gan("train", file, "--out", folder.resolve("file"));
        assertThat(trained.err()).isEmpty();
        assertThat(trained.out())
                .contains("./gan synthesize " + folder.resolve("file") + " --rows 1000 --out rows.csv");
        assertThat(gan("train", built.resolve("experiment.yaml"), "--out", folder.resolve("again"))
                        .code())
                .isZero();
        assertSameFiles(built, folder.resolve("file"));
        assertSameFiles(built, folder.resolve("again"));
        assertThat(built.resolve("experiment.yaml")).content().doesNotContain("said no.");
    }

    @Test
    void aRunInTwoPartsIsTheRunInOne() {
        Path whole = trained("whole", 4);
        Path parts = trained("parts", 2);
        assertThat(gan("train", "--resume", parts, "--steps", 4).code()).isZero();
        assertThat(parts.resolve("checkpoints/step-000004.safetensors"))
                .hasSameBinaryContentAs(whole.resolve("checkpoints/step-000004.safetensors"));
    }

    @Test
    void rowsNeedNoDataAndAreLikeThoseOfTheTable() throws IOException {
        Path run = trained("run", 2);
        Files.delete(table);
        Path out = folder.resolve("rows.csv");
        assertThat(gan("synthesize", run, "--rows", 1500, "--out", out))
                .isEqualTo(new Ran(0, "1,500 rows after step 2: " + out + "\n", ""));
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(1501);
        assertThat(lines.get(0)).isEqualTo("id,kind,answer,age,since");
        assertThat(lines.subList(1, 1501))
                .allMatch(line -> line.matches("\\d{4},[abc],(yes|no),\\d{0,2},2024-\\d\\d-\\d\\d"));
        assertThat(lines.get(1)).startsWith("1000,");
        assertThat(lines.get(1500)).startsWith("2499,");

        Path fewer = folder.resolve("fewer.csv");
        gan("synthesize", run, "--rows", 1200, "--out", fewer);
        assertThat(Files.readAllLines(fewer)).isEqualTo(lines.subList(0, 1201)); // in other parts
        gan("synthesize", run, "--rows", 1200, "--seed", 3, "--out", fewer);
        assertThat(Files.readAllLines(fewer)).isNotEqualTo(lines.subList(0, 1201));
    }

    @Test
    void aProgramMakesRows() {
        try (Gan gan = Gan.load(trained("run", 30))) {
            TableSampler rows = gan.as(TableSampler.class);
            assertThat(rows.table().names()).containsExactly("id", "kind", "answer", "age", "since");
            List<List<String>> parts = new ArrayList<>(rows.rows(5, 0, 7));
            parts.addAll(rows.rows(5, 7, 20));
            assertThat(rows.rows(5, 0, 27)).isEqualTo(parts);
            assertThat(rows.weights(Weights.LATEST).rows(5, 0, 27)).isNotEqualTo(parts);
            assertThat(rows.rows(5, 0, 0)).isEmpty();
        }
    }

    /** The kind decides the answer: a generator that learned this is consistent far more often than by chance, in 5 of 9. */
    @Test
    void columnsThatDependOnEachOtherDoSoInNewRows() {
        try (Gan gan = tiny().batchSize(40)
                .optimizer(Adam.of(2e-3, 0.5, 0.9))
                .engine("nd4j")
                .ema(0)
                .build()) {
            gan.train(steps(800));
            long consistent = gan.as(TableSampler.class).rows(1, 0, 300).stream()
                    .filter(row -> row.get(1).equals("a") == row.get(2).equals("yes"))
                    .count();
            assertThat(consistent).isGreaterThan(240);
        }
    }

    @Test
    void aTableOfOtherValuesIsRefusedWhenTrainingGoesOn() throws IOException {
        Path run = trained("run", 1);
        Files.writeString(table, Files.readString(table).replace(",c,", ",d,"));
        assertThat(gan("train", "--resume", run, "--steps", 2, "--override", "data")
                        .err())
                .contains("the columns of the table")
                .contains("hold other values now");
    }

    @Test
    void aRunThatIsNoTableMakesNone() {
        Path run = folder.resolve("points");
        try (Gan gan = Ran.tiny().runDirectory(run).build()) {
            gan.train(steps(1));
        }
        assertThat(gan("synthesize", run, "--out", folder.resolve("x.csv")).err())
                .isEqualTo(
                        "gan: the GAN of " + run + " makes no tables: its application is unconditional; train one with"
                                + " ./gan train tabular\n");
    }

    /** A file of CSV is a table for an experiment with tables, and vectors for others. */
    @Test
    void anExperimentTakesAnotherFile() throws IOException {
        Path experiment = Files.writeString(folder.resolve("tiny.yaml"), """
                application: tabular
                generator: {name: mlp, latent: 4, layers: 1, width: 4}
                critic: {name: mlp, layers: 1, width: 4}
                data: table
                batch-size: 8
                engine: reference
                steps: 1
                """);
        Path run = folder.resolve("run");
        Ran trained = gan("train", experiment, "--data", table, "--out", run);
        assertThat(trained.err()).isEmpty();
        assertThat(run.resolve("experiment.yaml"))
                .content()
                .contains("holds: identifiers")
                .contains("customers.csv");
    }
}
