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

/** Trains a tiny CycleGAN on two sub-folders, resumes it and translates with it, as a user of the command does. */
class TranslationRunTest {
    private static final String EXPERIMENT = """
            application: {name: cyclegan, pool: 3}
            generator: {name: resnet-translator, width: 2, blocks: 1}
            critic: {name: patch, layers: 1, width: 2, normalization: INSTANCE}
            loss: lsgan
            data:
              name: unpaired
              data: {name: emoji}
              other: {name: emoji}
            batch-size: 2
            steps: 3
            checkpoint-every: 1
            """;

    @TempDir
    private static Path shared;

    private static Path experiment;
    private static Path sets;
    private static Path run;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        sets = shared.resolve("sets");
        for (String set : new String[] {"A", "B"}) {
            Files.createDirectories(sets.resolve(set));
            for (int i = 0; i < 6; i++) {
                write(sets.resolve(set).resolve(i + ".png"), 16, 16, set.equals("A") ? 0.3 + i : 0.9 + i);
            }
        }
        experiment = Files.writeString(shared.resolve("tiny.yaml"), EXPERIMENT);
        run = shared.resolve("run");
        Ran trained = gan("train", experiment, "--data", sets, "--size", 16, "--out", run);
        assertThat(trained.err()).isEmpty();
        assertThat(trained.code()).isZero();
        assertThat(trained.out()).contains("./gan translate");
    }

    private static void write(Path file, int width, int height, double frequency) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int level = (int) (127 + 100 * Math.sin(x * frequency) * Math.cos(y * frequency));
                image.setRGB(x, y, level << 16 | (255 - level) << 8 | x * 255 / width);
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }

    @Test
    void bothSubFoldersAreTheData() {
        assertThat(run.resolve("experiment.yaml")).content().contains("A\n", "B\n");
    }

    @Test
    void aResumedRunEqualsOneThatWasNotStopped() {
        Path stopped = folder.resolve("stopped");
        gan("train", experiment, "--data", sets, "--size", 16, "--out", stopped, "--steps", 1);
        assertThat(gan("train", "--resume", stopped, "--steps", 3).code()).isZero();
        assertThat(stopped.resolve("checkpoints/step-000003.safetensors"))
                .hasSameBinaryContentAs(run.resolve("checkpoints/step-000003.safetensors"));
    }

    @Test
    void translatesAFileInBothDirectionsAndAFolder() throws IOException {
        Path given = folder.resolve("given.png");
        write(given, 19, 7, 0.4);
        Ran there = gan("translate", run, given, folder.resolve("there.png"));
        assertThat(there.code()).isZero();
        assertThat(there.out()).contains("1 image A2B by ", "after step 3");
        Ran back = gan("translate", run, given, folder.resolve("back.jpg"), "--direction", "B2A", "--latest");
        assertThat(back.out()).contains("1 image B2A by ");
        BufferedImage made = ImageIO.read(folder.resolve("there.png").toFile());
        assertThat(made.getWidth()).isEqualTo(19);
        assertThat(made.getHeight()).isEqualTo(7);
        assertThat(gan("verify", folder.resolve("there.png"), "--run", run).code())
                .isZero();

        Files.writeString(sets.resolve("B/broken.png"), "no image");
        Ran all = gan("translate", run, sets.resolve("B"), folder.resolve("all"));
        Files.delete(sets.resolve("B/broken.png"));
        assertThat(all.err()).contains("broken.png is not a PNG");
        assertThat(all.out()).contains("6 images A2B");
        assertThat(all.code()).isEqualTo(1);
        assertThat(folder.resolve("all/2.png")).exists();
    }

    @Test
    void anOutputThatExistsIsKept() throws IOException {
        Path given = folder.resolve("given.png");
        write(given, 8, 8, 0.4);
        assertThat(gan("translate", run, given, given).err()).contains("given.png exists", "--overwrite");
    }

    @Test
    void samplingIsRefusedWithTheWayOut() {
        assertThat(gan("sample", run, "--out", folder.resolve("grid.png")).err())
                .contains("the application cyclegan makes nothing of latents alone", "see gan --help");
    }

    @Test
    void aScheduleThatEndsTooEarlyIsNoted() {
        String key = "schedule={name: linear-decay, from: 0, to: ";
        Ran early = gan(
                "train",
                experiment,
                "--data",
                sets,
                "--size",
                16,
                "--set",
                key + "2}",
                "--out",
                folder.resolve("early"));
        assertThat(early.out()).contains("the schedule linear-decay ends at a rate of 0 before the last of 3 steps");
        Ran whole = gan(
                "train",
                experiment,
                "--data",
                sets,
                "--size",
                16,
                "--set",
                key + "3}",
                "--out",
                folder.resolve("whole"));
        assertThat(whole.code()).isZero();
        assertThat(whole.out()).doesNotContain("ends at a rate of 0");
    }

    @Test
    void aFolderOfOneSetIsRefused() {
        Ran ran = gan("train", experiment, "--data", sets.resolve("A"), "--out", folder.resolve("no"));
        assertThat(ran.err()).contains("has 0 sub-folders: give it exactly two");
        assertThat(ran.code()).isNotZero();
    }

    @Test
    void bothDirectionsAreEvaluated() {
        Ran ran = gan("evaluate", run, "--count", 6);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("image", "other-image");
    }
}
