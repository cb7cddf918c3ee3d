package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.cli.Ran.gan;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.ExperimentDraft;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.export.onnx.ModelInput;
import org.gan4j.export.onnx.OnnxExport;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trains a tiny StyleGAN that grows, resumes it in each of its phases, and samples it as a user of the command does. */
class GrowingRunTest {
    private static final String EXPERIMENT = """
            application: {name: style, mixing: 0.9, stable: [2], fade: [3, 2], batch-sizes: [4, 3]}
            generator: {name: style, latent: 3, size: 4, depth: 2, base: 64, max-width: 4}
            critic: {name: progressive, base: 64, max-width: 4, filtered: true}
            loss: non-saturating
            regularizers: [{name: r1, weight: 1, period: 2}, {name: path-length, weight: 2, decay: 0.01, period: 4}]
            data: fashion-mnist
            steps: 12
            checkpoint-every: 1
            sample-every: 4
            """;

    private static final int SIDE = 28;

    @TempDir
    private static Path shared;

    private static Path experiment;
    private static Path run;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        experiment = Files.writeString(shared.resolve("tiny.yaml"), EXPERIMENT);
        run = shared.resolve("run");
        Ran trained = gan("train", experiment, "--out", run);
        assertThat(trained.err()).isEmpty();
        assertThat(trained.code()).isZero();
    }

    @Test
    void theRunRecordsTheLengthOfEachPhase() {
        assertThat(run.resolve("experiment.yaml"))
                .content()
                .contains("\"7x7\": 2", "fade-14x14: 3", "\"14x14\": 2", "fade-28x28: 2");
    }

    /** Stops within each phase and at the end of each. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 7, 8, 11})
    void aResumedRunEqualsOneThatWasNotStopped(int steps) {
        Path part = folder.resolve("part");
        GanSpec spec = ExperimentDraft.of(experiment).read().spec().into(part);
        try (Gan gan = Gan.of(spec)) {
            gan.train(TrainingLength.steps(steps));
        }
        Ran resumed = gan("train", "--resume", part, "--steps", 12);
        assertThat(resumed.out()).contains("step " + (steps + 1) + "/12");
        assertThat(part.resolve("checkpoints/step-000012.safetensors"))
                .hasSameBinaryContentAs(run.resolve("checkpoints/step-000012.safetensors"));
        assertThat(part.resolve("metrics.jsonl")).hasSameBinaryContentAs(run.resolve("metrics.jsonl"));
    }

    @Test
    void samplesAreOfTheSizeOfTheDataFromTheFirstStep() throws IOException {
        for (int step : new int[] {2, 5, 7, 9, 11, 12}) {
            File grid = folder.resolve(step + ".png").toFile();
            Ran sampled = gan("sample", run, "--step", step, "--count", 4, "--out", grid);
            assertThat(sampled.err()).isEmpty();
            BufferedImage image = ImageIO.read(grid);
            assertThat(image.getWidth()).isBetween(2 * SIDE, 2 * SIDE + 8);
            if (step == 2) { // 7×7, so that blocks of 4×4 pixels are equal
                assertThat(image.getRGB(4, 4)).isEqualTo(image.getRGB(5, 5));
            }
        }
    }

    @Test
    void stylesAreMixedInAGrid() throws IOException {
        Ran mixed = gan("sample", run, "--mix", "--truncation", 0.7, "--out", folder.resolve("mix.png"));
        assertThat(mixed.err()).isEmpty();
        assertThat(mixed.out()).contains("48 samples after step 12");
        BufferedImage image = ImageIO.read(folder.resolve("mix.png").toFile());
        assertThat(image.getHeight()).isBetween(7 * SIDE, 7 * SIDE + 20);
    }

    @Test
    void truncationMovesSamplesTogether() {
        try (Gan gan = Gan.load(run)) {
            SampleRequest latest = SampleRequest.of(8).latest();
            double various = spread(gan.sample(latest));
            assertThat(spread(gan.sample(latest.truncation(0.01)))).isLessThan(various / 10);
            assertThat(spread(gan.sample(latest.truncation(1)))).isEqualTo(various);
        }
    }

    @Test
    void aWalkIsAnAnimation() {
        Ran walked = gan("sample", run, "--walk", 8, "--truncation", 0.7, "--out", folder.resolve("walk.gif"));
        assertThat(walked.err()).isEmpty();
        assertThat(folder.resolve("walk.gif")).isNotEmptyFile();
    }

    @Test
    void editsMoveStylesAlongTheirPrincipalComponents() throws IOException {
        Path out = folder.resolve("edited.png");
        Ran edited = gan("edit", run, "--direction", 1, "--count", 2, "--across", 3, "--truncation", 0.7, "--out", out);
        assertThat(edited.code()).as(edited.err()).isZero();
        assertThat(edited.out()).contains("6 images after step 12");
        Path none = folder.resolve("none.png");
        assertThat(gan("edit", run, "--direction", 5, "--out", none).err())
                .contains("this generator has 4 values of styles, and as many directions: there is no number 5");
    }

    @Test
    void samplesOfStylesAreThoseOfTheirLatents() {
        try (Gan gan = Gan.load(run)) {
            StyleSampler sampler = gan.as(StyleSampler.class);
            LatentSampler inStyles = sampler.inStyles(0.5, Weights.EMA);
            TensorData styles = TensorData.of(inStyles.latents().rows(7, 0, 3), Shape.of(3, 4));
            assertThat(inStyles.samples(styles, Weights.EMA).toFloats())
                    .containsExactly(
                            gan.sample(SampleRequest.of(3)
                                            .seed(7)
                                            .truncation(0.5)
                                            .ema())
                                    .data()
                                    .toFloats(),
                            within(1e-5f));
        }
    }

    /** Not a function of styles, which other programs do not have. */
    @Test
    void anExportedGeneratorIsAFunctionOfLatentsAlone() {
        try (Gan gan = Gan.load(run)) {
            OnnxExport export = OnnxExport.of(gan);
            assertThat(export.functions()).doesNotContain("style-sampler");
            assertThat(export.function("generator").model().inputs())
                    .extracting(ModelInput::name)
                    .containsExactly("latents");
        }
    }

    @Test
    void mixedStylesAreAGrid() {
        assertThat(gan("sample", run, "--mix", "--out", folder.resolve("mix.npy"))
                        .err())
                .contains("mixed styles are a grid of images: pass a name that ends in .png as --out");
    }

    @Test
    void aTruncatedEvaluationSaysSo() {
        Ran evaluated = gan("evaluate", run, "--count", 64, "--truncation", 0.5, "--metric", "kernel-distance");
        assertThat(evaluated.err()).isEmpty();
        assertThat(evaluated.out()).contains("truncation 0.5");
    }

    @Test
    void mixingNeedsStyles() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.yaml"), """
                generator: {name: mlp, latent: 2, width: 3}
                critic: {name: mlp, width: 3}
                loss: non-saturating
                data: fashion-mnist
                steps: 1
                """);
        Path other = folder.resolve("other");
        assertThat(gan("train", plain, "--out", other).code()).isZero();
        assertThat(gan("sample", other, "--mix", "--out", folder.resolve("mix.png"))
                        .err())
                .contains("this GAN has no styles to mix because its application is unconditional");
    }

    /** Returns the largest distance of a pixel from that of the first sample. */
    private static double spread(Samples samples) {
        float[] values = samples.data().toFloats();
        int size = SIDE * SIDE;
        double most = 0;
        for (int i = size; i < values.length; i++) {
            most = Math.max(most, Math.abs(values[i] - values[i % size]));
        }
        return most;
    }
}
