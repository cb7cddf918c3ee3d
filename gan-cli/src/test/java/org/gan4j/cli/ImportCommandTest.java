package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.tensor.io.Safetensors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    @TempDir
    private Path folder;

    private Path run;
    private Path weights;

    @BeforeEach
    void train() {
        run = folder.resolve("run");
        weights = folder.resolve("weights.safetensors");
        assertThat(gan("train", "tiny", "--steps", 2, "--out", run).code()).isZero();
    }

    @Test
    void whatIsExportedIsImportedAgainAndUsedLikeARun() {
        assertThat(gan("export", run, weights)).isEqualTo(new Ran(0, "12 tensors: " + weights + "\n", ""));
        Path imported = folder.resolve("imported");
        assertThat(gan("import", weights, "tiny", "--out", imported).out())
                .isEqualTo("""
                        imported   generator, 969 values, by the names of Gan4J
                        run        RUN
                        next       ./gan sample RUN --count 16 --out grid.png
                        """.replace("RUN", imported.toString()));
        Path again = folder.resolve("again.safetensors");
        assertThat(gan("export", imported, again).code()).isZero();
        assertThat(Safetensors.read(again).tensors())
                .isEqualTo(Safetensors.read(weights).tensors());
        assertThat(gan("sample", imported, "--out", folder.resolve("grid.png")).code())
                .isZero();
        Path begun = folder.resolve("begun");
        assertThat(gan("train", "tiny", "--from", imported, "--steps", 1, "--out", begun)
                        .code())
                .isZero();
        assertThat(gan("train", "--resume", imported, "--steps", 3))
                .returns(2, Ran::code)
                .returns(
                        "gan: " + imported
                                + " has the weights of a generator alone, as gan import writes it: begin a new run"
                                + " with them by --from " + imported + "\n",
                        Ran::err);
    }

    @Test
    void aTrainedRunWithoutItsMetricsIsNotTakenForAnImportedOne() throws IOException {
        Files.delete(run.resolve("metrics.jsonl"));
        assertThat(run.resolve("checkpoints/step-000000.safetensors")).exists();
        Ran resumed = gan("train", "--resume", run, "--steps", 3);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(run.resolve("checkpoints/step-000003.safetensors")).exists();
    }

    @Test
    void theLatestWeightsOfAnEarlierStepAndOfAnotherNetworkCanBeChosen() {
        assertThat(gan("export", run, weights, "--network", "critic", "--step", 0, "--latest")
                        .code())
                .isZero();
        assertThat(Safetensors.read(weights).metadata())
                .containsEntry("gan4j.network", "critic")
                .containsEntry("gan4j.step", "0");
    }

    @Test
    void anEndingOfNoFormatIsRefused() {
        Path file = folder.resolve("weights.tflite");
        assertThat(gan("export", run, file))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "gan: the ending of " + file
                                + " is not that of a format: choose a file that ends in .onnx or .safetensors\n"));
    }

    @Test
    void optionsOfOnnxAreRefusedForWeights() {
        assertThat(gan("export", run, weights, "--fp16").err())
                .isEqualTo("gan: --fp16 does not apply to " + weights + ": it is for .onnx, so remove it\n");
        assertThat(gan("export", run, weights, "--note", "license=MIT").err())
                .contains("--note does not apply to " + weights);
    }

    @Test
    void weightsOfAnotherGeneratorLeaveNoRun() {
        assertThat(gan("export", run, weights).code()).isZero();
        Path imported = folder.resolve("imported");
        Ran refused = gan("import", weights, "tiny", "--set", "generator.latent=5", "--out", imported);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("project.weight is [196, 4] in place of [196, 5]");
        assertThat(Files.exists(imported)).isFalse();
    }
}
