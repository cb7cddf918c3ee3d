package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.gan4j.api.data.Transform;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TagSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.Latents;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
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
        assertThat(gan("invert", bigan, shared.resolve("images"), "--updates", 0, "--overwrite", "--out", out)
                        .out())
                .startsWith("1 image, from the encoder's latents, after step 1\n");
    }

    @Test
    void invertNamesTheRowsOfAFolderAndWhatIsLeftOut() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.copy(image, images.resolve("b.png"));
        Files.copy(image, images.resolve("a.png"));
        Files.writeString(images.resolve("c.png"), "no image");
        Ran ran = gan("invert", plain, images, "--updates", 0, "--out", folder.resolve("again.png"));
        assertThat(ran.err()).startsWith("gan: c.png is left out, as it ");
        assertThat(ran.out())
                .startsWith("2 images, ")
                .containsPattern("\n  row 0: a.png, distance [0-9.]+\n  row 1: b.png, distance [0-9.]+\n$");
    }

    @Test
    void invertReplacesNoGivenImageAndNoOtherLatents() throws IOException {
        Path own = folder.resolve("own.png");
        Files.copy(image, own);
        assertThat(gan("invert", plain, own, "--out", own).err())
                .isEqualTo("gan: " + own + " is one of the given images: choose another name\n");
        assertThat(gan("invert", plain, folder, "--out", own).err())
                .isEqualTo("gan: " + own + " is one of the given images: choose another name\n");
        Path latents = Files.writeString(folder.resolve("again.npy"), "another");
        assertThat(gan("invert", plain, own, "--out", folder.resolve("again.png"))
                        .err())
                .isEqualTo("gan: " + latents + ", which gets the latents of " + folder.resolve("again.png")
                        + ", exists: choose another name, or add --overwrite\n");
        assertThat(latents).hasContent("another");
        assertThat(own).hasSameBinaryContentAs(image);
    }

    @Test
    void givenImagesAreTransformedAsThoseOfTraining() {
        try (Gan run = Ran.tiny().transforms(new Inverted()).build()) {
            GivenImages inverted = GivenImages.read(image, run.schema().image(), run.spec());
            try (Gan without = Ran.tiny().build()) {
                GivenImages given = GivenImages.read(image, run.schema().image(), without.spec());
                assertThat(inverted.pixels().toFloats()[400])
                        .isEqualTo(-given.pixels().toFloats()[400]);
                assertThat(given.names()).containsExactly("0000.png");
            }
        }
    }

    /** A transform that is not random. */
    private record Inverted() implements Transform {
        @Override
        public String name() {
            return "inverted";
        }

        @Override
        public boolean isRandom() {
            return false;
        }

        @Override
        public TensorData apply(TensorData images, Philox random) {
            float[] pixels = images.toFloats();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = -pixels[i];
            }
            return TensorData.of(pixels, images.shape());
        }
    }

    @Test
    void aRunOfTagsKeepsThoseOfOneExample() throws IOException {
        Path run = folder.resolve("tagged");
        Path file = Files.writeString(
                folder.resolve("tagged.yaml"),
                String.join(
                        "\n",
                        "application: tagged",
                        "generator: {name: dcgan, latent: 4, width: 2}",
                        "critic: {name: dcgan, width: 2}",
                        "loss: non-saturating",
                        "data: {name: emoji, tagged: 4}",
                        "batch-size: 4",
                        "engine: reference",
                        "steps: 2"));
        assertThat(gan("train", file, "--out", run).code()).isZero();
        Path out = folder.resolve("again.png");
        Ran inverted = gan("invert", run, image, "--tags", "face", "--updates", 2, "--out", out);
        assertThat(inverted.err()).isEmpty();
        assertThat(gan("edit", run, "--direction", 1, "--tags", "-face", "--out", out)
                        .err())
                .isEmpty();
        assertThat(gan("edit", run, "--direction", 1, "--label", "face", "--out", out)
                        .err())
                .startsWith("gan: this GAN is asked for tags, not for a class: name some of [");
        assertThat(gan("edit", plain, "--direction", 1, "--tags", "face", "--out", out)
                        .err())
                .startsWith("gan: this GAN cannot be asked for tags because its application is unconditional");
        assertThat(gan("invert", plain, image, "--tags", "face", "--out", folder.resolve("other.png"))
                        .err())
                .isEqualTo("gan: this GAN knows no tags: leave out the tags [face]\n");
        try (Gan gan = Gan.load(run)) {
            TensorData whole = gan.sample(SampleRequest.interpolations(1, 4)).data();
            TensorData one = gan.as(TagSampler.class)
                    .ofOne(List.of())
                    .samples(
                            TensorData.of(
                                    new Latents(
                                                    gan.as(LatentSampler.class).latents(),
                                                    gan.spec().seed(),
                                                    OptionalDouble.empty())
                                            .interpolations(1, 4),
                                    Shape.of(4, 4)),
                            Weights.EMA);
            assertThat(whole).isEqualTo(one);
            assertThat(gan.sample(SampleRequest.of(2).tags(""))).isNotNull();
        }
        assertThatThrownBy(() -> SampleRequest.of(1).tags("a, b").label("c"))
                .hasMessage("samples have either tags or the class c: leave out one of the two");
        assertThat(SampleRequest.of(1).tags("a, -b", "c").tags()).containsExactly("a", "-b", "c");
    }

    @Test
    void editRefusesOptionsOfNoEffect() {
        Path out = folder.resolve("edited.png");
        assertThat(gan("edit", plain, "--arithmetic", "0+1", "--count", 2, "--across", 3, "--out", out)
                        .err())
                .isEqualTo("gan: --arithmetic names its samples, and moves along no direction, so it has no use for"
                        + " --count, --across: leave them out\n");
        assertThat(gan("edit", plain, "--direction", 1, "--latents", image, "--seed", 2, "--out", out)
                        .err())
                .isEqualTo("gan: --latents gives the latents, so it has no use for --seed: leave it out\n");
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
        assertThat(gan("invert", run, image, "--overwrite", "--out", out).err())
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
