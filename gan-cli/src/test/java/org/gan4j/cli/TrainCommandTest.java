package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;
import static org.gan4j.cli.RunFolders.assertSameFiles;
import static org.gan4j.losses.LossPresets.WGAN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.io.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void reportsTheRunAndItsFiles() {
        Path run = folder.resolve("run");
        Ran ran = gan("train", "tiny", "--steps", 2, "--out", run);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .matches("(?s)\\Q"
                        + """
                        recipe     tiny: two channels
                        task       unconditional
                        generator  dcgan (latent 4, width 2, max-width 512, depth 2, activation RELU, normalization BATCH, upsampling TRANSPOSED, attention 0), 957 parameters
                        critic     dcgan (width 2, max-width 512, depth 2, activation LEAKY_RELU, normalization BATCH, batch-features NONE, attention 0), 367 parameters
                        loss       non-saturating
                        engine     reference: plain Java in double precision: slow, for checking
                        data       fashion-mnist: 10,000 samples of [1, 28, 28]
                        training   2 steps of 4 samples, seed 1
                        run        RUN

                        step 1/2  loss.critic LOSS  loss.generator LOSS  RATE steps/s  left TIME
                        step 2/2  loss.critic LOSS  loss.generator LOSS  RATE steps/s  took TIME

                        samples    RUN/samples/step-000002.png
                        checkpoint RUN/checkpoints/step-000002.safetensors
                        metrics    RUN/metrics.jsonl
                        report     RUN/report.html
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
    void aRecipeWithoutDataAsksForAFolder() throws IOException {
        Path recipe = Files.writeString(folder.resolve("mine.yaml"), """
                generator: {name: dcgan, latent: 4, width: 2}
                critic: {name: dcgan, width: 2}
                loss: non-saturating
                data: {name: own-images, holds: faces}
                engine: reference
                steps: 1
                batch-size: 2
                """);
        Ran missing = gan("train", recipe, "--out", folder.resolve("run"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("pass a folder of faces by --data FOLDER");
        Ran named = gan("train", recipe, "--data", "own-images", "--out", folder.resolve("run"));
        assertThat(named.err()).contains("pass a folder of images by --data FOLDER");
        assertThat(gan("train", recipe, "--data", "digits", "--out", folder.resolve("run"))
                        .code())
                .isZero();
        assertThat(folder.resolve("run/experiment.yaml")).content().contains("digits");
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
        assertSameFiles(folder.resolve("a"), folder.resolve("b"));
        assertThat(Files.readString(folder.resolve("other/metrics.jsonl")))
                .isNotEqualTo(Files.readString(folder.resolve("a/metrics.jsonl")));
    }

    @Test
    void builderFileAndCommandGiveTheSameRunByteForByte() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                String.join(
                        "\n",
                        "generator: {name: dcgan, latent: 4, width: 2}",
                        "critic: {name: dcgan, width: 2}",
                        "loss: wgan",
                        "data: fashion-mnist",
                        "batch-size: 4",
                        "engine: reference",
                        "seed: 9",
                        "steps: 3"));
        assertThat(gan("train", file, "--out", folder.resolve("file")).code()).isZero();
        assertThat(gan("train", "tiny", "--loss", "wgan", "--seed", 9, "--out", folder.resolve("command"))
                        .code())
                .isZero();
        try (Gan gan = Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(WGAN)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .engine("reference")
                .seed(9)
                .runDirectory(folder.resolve("builder"))
                .build()) {
            gan.train(steps(3));
        }
        Path written = folder.resolve("builder/experiment.yaml");
        assertThat(gan("train", written, "--out", folder.resolve("again")).code())
                .isZero();
        for (String other : List.of("file", "command", "again")) {
            assertSameFiles(folder.resolve("builder"), folder.resolve(other));
        }
    }

    @Test
    void aCompleteRunStaysAsItIs() throws IOException {
        Path run = folder.resolve("run");
        gan("train", "tiny", "--steps", 1, "--out", run);
        String history = Files.readString(run.resolve("history.jsonl"));
        Ran ran = gan("train", "--resume", run);
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("is complete, after step 1; to train further, pass --steps with a larger total");
        assertThat(run.resolve("history.jsonl")).content().isEqualTo(history);
    }

    @Test
    void aResumedRunWithChangedSettingsIsRefusedUnlessTheyAreOverridden() throws IOException {
        Path run = folder.resolve("run");
        gan("train", "tiny", "--steps", 1, "--out", run);
        String text = Files.readString(run.resolve("experiment.yaml"));
        Files.writeString(run.resolve("experiment.yaml"), text.replace("batch-size: 4", "batch-size: 2"));
        Ran refused = gan("train", "--resume", run, "--steps", 2);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--override batch-size", "batch-size: 4 in the run, 2 now");
        assertThat(gan("train", "--resume", run, "--steps", 2, "--override", "batch-size")
                        .code())
                .isZero();
    }

    @Test
    void aResumedRunEqualsAnUninterruptedOne() throws IOException {
        assertThat(gan("train", "tiny", "--steps", 4, "--out", folder.resolve("whole"))
                        .code())
                .isZero();
        assertThat(gan("train", "tiny", "--steps", 2, "--out", folder.resolve("parts"))
                        .code())
                .isZero();
        Ran ran = gan("train", "--resume", folder.resolve("parts"), "--steps", 4);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("resumed at step 2", "step 3/4", "step 4/4");
        for (String file : List.of("experiment.yaml", "metrics.jsonl", "checkpoints/step-000004.safetensors")) {
            assertThat(folder.resolve("parts").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
    }

    @Test
    void pointsAreWrittenAsAnArrayAndAScatterPlot() throws IOException {
        Path table = Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n3,4\n5,6\n");
        Path file = Files.writeString(
                folder.resolve("points.yaml"),
                String.join(
                        "\n",
                        "generator: {name: mlp, latent: 2, width: 4}",
                        "critic: {name: mlp, width: 4}",
                        "loss: non-saturating",
                        "data: {name: csv, path: " + table + "}",
                        "batch-size: 2",
                        "engine: reference"));
        Path run = folder.resolve("run");
        Ran ran = gan("train", file, "--steps", 1, "--out", run);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("3 samples of [2]", "next       ./gan sample " + run + " --count 16 --out samples.npy");
        assertThat(Npy.read(run.resolve("samples/step-000001.npy")).shape()).isEqualTo(Shape.of(64, 2));
        assertThat(ran.out()).contains("samples    " + run + "/samples/step-000001.png"); // a scatter plot
        assertThat(ImageIO.read(run.resolve("samples/step-000001.png").toFile()).getWidth())
                .isEqualTo(480);
        assertThat(gan("sample", run, "--out", folder.resolve("x.png")).err())
                .isEqualTo(
                        "gan: these samples are not images [N,C,H,W] with C = 1 or 3, but [16, 2]: save them as .npy\n");
    }

    @Test
    void stopsAtNanWithTheStepAndThePlayerAndKeepsTheLastGoodState() {
        Path run = folder.resolve("run");
        Ran ran = gan("train", "absurd", "--out", run);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .matches(
                        "gan: step [12]: (loss|gradient)\\.\\w+ of the player (critic|generator) became \\S+, so training"
                                + " stopped\\. The first value that is not finite is the conv2d \\[.+] after"
                                + " \\w+/.+, computed from values from .+ A lower learning rate, another seed"
                                + " or a loss with a penalty may help\\.\n"
                                + "The last good checkpoint is \\Q" + run
                                + "\\E/checkpoints/step-000000\\.safetensors\n");
        assertThat(run.resolve("checkpoints/step-000000.safetensors")).exists();
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
}
