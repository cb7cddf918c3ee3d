package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatRunsAndWhereThingsAre() {
        Path run = folder.resolve("run");
        Ran ran = gan("train", "tiny", "--steps", 2, "--out", run);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .matches("(?s)\\Q"
                        + """
                        preset     tiny: two channels
                        generator  DcganGenerator[latent=4, width=2, depth=2, activation=RELU, normalization=BATCH, upsampling=TRANSPOSED], 957 parameters
                        critic     DcganCritic[width=2, depth=2, activation=LEAKY_RELU, normalization=BATCH], 367 parameters
                        loss       non-saturating
                        engine     reference: plain Java in double precision: slow, for checking
                        data       fashion-mnist, 10,000 samples
                        training   2 steps of 4 samples, seed 1
                        run        RUN

                        step 1/2  loss.critic LOSS  loss.generator LOSS  RATE steps/s  left TIME
                        step 2/2  loss.critic LOSS  loss.generator LOSS  RATE steps/s  took TIME

                        samples    RUN/samples/step-000002.png
                        checkpoint RUN/checkpoints/step-000002.safetensors
                        metrics    RUN/metrics.jsonl
                        next       ./gan sample RUN --count 16 --out grid.png
                        """.replace("RUN", run.toString())
                                .replace("LOSS", "\\E\\d+\\.\\d{3}\\Q")
                                .replace("RATE", "\\E\\d+\\.\\d\\Q")
                                .replace("TIME", "\\E\\d+:\\d\\d\\Q")
                        + "\\E");
        assertThat(run.resolve("experiment.yaml")).content().contains("steps: 2", "batch-size: 4");
        assertThat(run.resolve("samples/step-000002.png")).exists();
        assertThat(run.resolve("metrics.jsonl")).content().hasLineCount(2);
    }

    @Test
    void oneSeedGivesOneRunByteForByte() throws IOException {
        for (String name : List.of("a", "b")) {
            assertThat(gan("train", "tiny", "--seed", 7, "--batch", 5, "--out", folder.resolve(name))
                            .code())
                    .isZero();
        }
        assertThat(gan("train", "tiny", "--seed", 8, "--batch", 5, "--out", folder.resolve("other"))
                        .code())
                .isZero();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("a"))) {
            files = all.filter(Files::isRegularFile)
                    .map(folder.resolve("a")::relativize)
                    .toList();
        }
        assertThat(files)
                .contains(Path.of("metrics.jsonl"), Path.of("checkpoints/step-000003.safetensors"))
                .allSatisfy(file -> assertThat(folder.resolve("b").resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("a").resolve(file)));
        assertThat(Files.readString(folder.resolve("other/metrics.jsonl")))
                .isNotEqualTo(Files.readString(folder.resolve("a/metrics.jsonl")));
    }

    @Test
    void stopsAtNanWithTheStepAndThePlayerAndKeepsTheLastGoodState() {
        Path run = folder.resolve("run");
        Ran ran = gan("train", "absurd", "--out", run);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .matches(
                        "gan: step [12]: (loss|gradient)\\.\\w+ of the player (critic|generator) became \\S+, so training"
                                + " stopped\\. A lower learning rate, another seed or a loss with a penalty may help\\.\n"
                                + "The last good state is \\Q" + run + "\\E/checkpoints/step-000000\\.safetensors\n");
        assertThat(run.resolve("checkpoints/step-000000.safetensors")).exists();
    }

    @Test
    void aMistypedPresetIsAnsweredWithTheNearest() {
        assertThat(gan("train", "tinny"))
                .isEqualTo(new Ran(2, "", "gan: there is no preset tinny; did you mean tiny?\n"));
        assertThat(gan("train", "stylegan"))
                .isEqualTo(new Ran(2, "", "gan: there is no preset stylegan; there are tiny, absurd\n"));
    }

    @Test
    void countsBelowOneAreRefused() {
        assertThat(gan("train", "--batch", 0)).isEqualTo(new Ran(2, "", """
                                gan: Invalid value for option '--batch': it must be a whole number of at least 1, not 0
                                Try 'gan train --help'.
                                """));
        assertThat(gan("train", "--steps", 0).err())
                .startsWith(
                        "gan: Invalid value for option '--steps': it must be a whole number of at least 1, not 0\n");
    }

    @Test
    void aBatchLargerThanTheDataIsRefusedAndLeavesNoFolder() {
        Path run = folder.resolve("run");
        assertThat(gan("train", "--batch", 10_001, "--out", run))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "gan: the batch size is 10001, but the data have only 10000 samples: use a smaller batch or more data\n"));
        assertThat(run).doesNotExist();
    }

    @Test
    void aRunBelowAFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(gan("train", "--out", file.resolve("run")))
                .isEqualTo(
                        new Ran(2, "", "gan: " + file + "/run cannot be made: " + file + " is a file, not a folder\n"));
        assertThat(gan("train", "--out", file))
                .isEqualTo(new Ran(2, "", "gan: " + file + " is a file: name a folder that is new or empty\n"));
    }

    @Test
    void aFolderWithSomethingInItIsRefused() throws IOException {
        Files.createFile(folder.resolve("file"));
        assertThat(gan("train", "--out", folder))
                .isEqualTo(new Ran(
                        2, "", "gan: the folder " + folder + " is not empty: name one that is, or a new one\n"));
    }
}
