package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.dsl.Gan;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.io.Npy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands invert, edit and probe, with a GAN that has hardly learned. */
class EditingCommandsTest {
    private static final int TILE = 28 + 2;

    @TempDir
    private static Path shared;

    private static Path plain;
    private static Path bigan;
    private static Path image;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        plain = shared.resolve("plain");
        bigan = shared.resolve("bigan");
        assertThat(gan("train", "tiny", "--steps", 1, "--out", plain).code()).isZero();
        Path file = Files.writeString(
                shared.resolve("bigan.yaml"),
                String.join(
                        "\n",
                        "application: {name: bigan, width: 8, stochastic: false, reconstruction: 0}",
                        "generator: {name: dcgan, latent: 4, width: 2}",
                        "critic: {name: dcgan, width: 2}",
                        "loss: non-saturating",
                        "data: fashion-mnist",
                        "batch-size: 4",
                        "engine: reference",
                        "steps: 1"));
        assertThat(gan("train", file, "--out", bigan).code()).isZero();
        assertThat(gan("sample", plain, "--count", 1, "--out", shared.resolve("images"))
                        .code())
                .isZero();
        image = shared.resolve("images/0000.png");
    }

    @Test
    void invertWritesImagesAndLatentsFromRandomOnesOrTheEncoder() throws IOException {
        Path out = folder.resolve("again.png");
        Ran random = gan("invert", plain, image, "--updates", 3, "--out", out);
        assertThat(random.err()).isEmpty();
        assertThat(random.out())
                .startsWith("1 image, from the best of random latents, after step 1\ndistance   ")
                .endsWith("images     " + out + " (given, start, found)\nlatents    " + folder.resolve("again.npy")
                        + "\n");
        assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(3 * TILE + 2);
        assertThat(Npy.read(folder.resolve("again.npy")).shape()).isEqualTo(Shape.of(1, 4));
        assertThat(gan("invert", bigan, shared.resolve("images"), "--updates", 0, "--out", out)
                        .out())
                .startsWith("1 image, from the encoder's latents, after step 1\n");
    }

    @Test
    void editMovesGivenLatentsAndSamples() throws IOException {
        Path again = folder.resolve("again.png");
        gan("invert", plain, image, "--updates", 0, "--out", again);
        Path out = folder.resolve("edited.png");
        assertThat(gan("edit", plain, "--latents", folder.resolve("again.npy"), "--direction", 2, "--out", out))
                .isEqualTo(new Ran(0, "7 images after step 1: " + out + "\n", ""));
        assertThat(gan("edit", plain, "--direction", 1, "--count", 2, "--across", 3, "--out", out))
                .isEqualTo(new Ran(0, "6 images after step 1: " + out + "\n", ""));
        assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(3 * TILE + 2);
        assertThat(gan("edit", plain, "--arithmetic", "0,1-2+3", "--out", out))
                .isEqualTo(new Ran(0, "4 images after step 1: " + out + "\n", ""));
        assertThat(gan("edit", bigan, "--toward", "Sandal", "--count", 1, "--out", out))
                .isEqualTo(new Ran(0, "7 images after step 1: " + out + "\n", ""));
    }

    @Test
    void probeComparesWithPixelsAndUntrainedNetworks() {
        Ran ran = gan("probe", bigan, "--count", 60, "--test", 40);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("after step 1: 10 classes, learned from 60 labels, tested on 40 other images of the data\n")
                .contains(
                        "| encoder            | 64      |",
                        "| encoder, untrained | 64      |",
                        "| critic             | 64      |",
                        "| latents            | 4       |",
                        "| pixels             | 784     |");
    }

    @Test
    void aRunOfClassesNeedsOneThroughout() {
        Path run = folder.resolve("conditional");
        try (Gan trained = Ran.tiny()
                .application(Conditional.concatenation())
                .seed(9)
                .runDirectory(run)
                .build()) {
            trained.train(steps(1));
        }
        Path out = folder.resolve("edited.png");
        String sentence =
                "gan: this GAN generates samples of a class, and only those of one class can be compared: name"
                        + " it as the label, one of [T-shirt/top, ";
        assertThat(gan("edit", run, "--direction", 1, "--out", out).err()).startsWith(sentence);
        assertThat(gan("sample", run, "--walk", 4, "--out", folder.resolve("walk.gif"))
                        .err())
                .startsWith(sentence);
        assertThat(gan("edit", run, "--direction", 1, "--label", "Bag", "--out", out)
                        .code())
                .isZero();
        assertThat(gan("sample", run, "--walk", 4, "--label", "Bag", "--out", folder.resolve("walk.gif"))
                        .code())
                .isZero();
        assertThat(gan("invert", run, image, "--updates", 2, "--label", "Bag", "--out", out)
                        .code())
                .isZero();
        assertThat(gan("invert", run, image, "--out", out).err())
                .startsWith("gan: this GAN generates images of a class, one of [T-shirt/top, ");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        Path out = folder.resolve("edited.png");
        assertThat(gan("edit", plain, "--direction", 5, "--out", out).err())
                .isEqualTo("gan: this generator has 4 latents, and as many directions: there is no number 5\n");
        assertThat(gan("edit", bigan, "--toward", "Hat", "--out", out).err()).startsWith("gan: there is no class Hat");
        assertThat(gan("edit", plain, "--arithmetic", "a+b", "--out", out).err())
                .isEqualTo("gan: \"a+b\" is no arithmetic of samples: add and subtract their numbers, as in"
                        + " 3,8,21-0,4,5+7,9,30\n");
        assertThat(gan("invert", plain, folder.resolve("none.png"), "--out", out)
                        .err())
                .isEqualTo("gan: there is no file or folder " + folder.resolve("none.png")
                        + ": name an image, or a folder of images\n");
        assertThat(gan("invert", plain, image, "--out", folder.resolve("again.jpg"))
                        .err())
                .endsWith("again.jpg: pass a name that ends in .png\n");
        assertThat(gan("edit", plain, "--out", out).code()).isEqualTo(2);
    }
}
