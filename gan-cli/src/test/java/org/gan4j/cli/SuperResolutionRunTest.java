package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains a tiny super-resolution GAN, resumes it, enlarges with it and evaluates it, as a user of the command does. */
class SuperResolutionRunTest {
    private static final String EXPERIMENT = """
            application: {name: super-resolution, scale: 2, content: PIXELS, pixel-steps: 2}
            generator: {name: srresnet, width: 2, blocks: 1, normalization: NONE, base: BICUBIC}
            critic: {name: srgan, width: 2}
            loss: non-saturating
            data: {name: image-crops, size: 16, per-image: 4}
            batch-size: 2
            steps: 4
            checkpoint-every: 1
            engine: reference
            """;

    @TempDir
    private static Path shared;

    private static Path experiment;
    private static Path photographs;
    private static Path run;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        photographs = Files.createDirectory(shared.resolve("photographs"));
        write("waves.png", 40, 33);
        write("small.png", 17, 21);
        Files.writeString(photographs.resolve("broken.png"), "no image");
        experiment = Files.writeString(shared.resolve("tiny.yaml"), EXPERIMENT);
        run = shared.resolve("run");
        Ran trained = gan("train", experiment, "--data", photographs, "--out", run);
        assertThat(trained.code()).isZero();
        assertThat(trained.err()).isEmpty();
        assertThat(trained.out()).contains("./gan upscale").contains("large.png");
    }

    private static void write(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int level = (int) (127 + 100 * Math.sin(x * 0.7) * Math.cos(y * 0.4));
                image.setRGB(x, y, level << 16 | (255 - level) << 8 | x * 255 / width);
            }
        }
        ImageIO.write(image, "png", photographs.resolve(name).toFile());
    }

    @Test
    void aRunThatIsResumedAcrossThePhasesEqualsOneThatIsNot() {
        Path stopped = folder.resolve("stopped");
        gan("train", experiment, "--data", photographs, "--out", stopped, "--set", "steps=1");
        Ran resumed = gan("train", "--resume", stopped, "--steps", 4);
        assertThat(resumed.code()).isZero();
        assertThat(stopped.resolve("checkpoints/step-000004.safetensors"))
                .hasSameBinaryContentAs(run.resolve("checkpoints/step-000004.safetensors"));
    }

    @Test
    void enlargesAFileAndAFolder() throws IOException {
        Path large = folder.resolve("large.png");
        assertThat(gan("upscale", run, photographs.resolve("small.png"), large).err())
                .isEmpty();
        BufferedImage image = ImageIO.read(large.toFile());
        assertThat(image.getWidth()).isEqualTo(34);
        assertThat(image.getHeight()).isEqualTo(42);

        Ran all = gan("upscale", run, photographs, folder.resolve("all"), "--tile", 64);
        assertThat(all.err()).contains("broken.png");
        assertThat(all.code()).isEqualTo(1);
        assertThat(folder.resolve("all/waves.png")).exists();
    }

    @Test
    void measuresPhotographsBesideBicubicInterpolation() {
        // before the evaluation, since the run is shared
        assertThat(gan("evaluate", run, "--data", photographs, "--count", 5).err())
                .contains("--count does not apply to photographs");
        assertThat(run.resolve("evaluations")).doesNotExist();

        Ran evaluated = gan("evaluate", run, "--data", photographs);
        assertThat(evaluated.code()).isZero();
        assertThat(evaluated.err()).contains("broken.png is left out");
        assertThat(evaluated.out())
                .contains("psnr.y2 bicubic", "ssim.y2 generator", "| small.png ", "| waves.png ", "| mean of 2 ")
                .contains("psnr.y2: more is better; the generator beats bicubic on");
        assertThat(run.resolve("evaluations/photographs-001/waves.png.png")).exists();
        assertThat(run.resolve("evaluations/photographs-001/scores.md")).exists();
    }

    @Test
    void theSizeOfAFolderIsNotThatOfCrops() {
        assertThat(gan("train", experiment, "--data", photographs, "--size", 8, "--out", folder.resolve("no"))
                        .err())
                .contains("--set data.size=8");
    }

    @Test
    void aScaledRunKeepsTheLengthOfItsFirstPhaseAndItsRate() {
        Path longer = folder.resolve("longer");
        gan("train", experiment, "--data", photographs, "--out", longer, "--steps", 8);
        assertThat(longer.resolve("experiment.yaml")).content().contains("pixel-steps: 4");
    }

    @Test
    void theSecondPhaseBeginsWithAnotherRunsGenerator() {
        Path sharper = folder.resolve("sharper");
        Ran trained = gan(
                "train",
                experiment,
                "--data",
                photographs,
                "--from",
                run,
                "--set",
                "application.pixel-steps=0",
                "--out",
                sharper);
        assertThat(trained.code()).isZero();
        assertThat(sharper.resolve("experiment.yaml")).content().contains("from: " + run);
    }
}
