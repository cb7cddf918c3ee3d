package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;
import static org.gan4j.cli.RunFolders.assertSameFiles;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.text.BagOfWords;
import org.gan4j.apps.texttoimage.TextConditional;
import org.gan4j.apps.texttoimage.TextToImage;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.folder.CaptionedImages;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a text-to-image GAN from the builder, from a file and by the command. */
class TextToImageRunTest {
    private static final String[] COLORS = {"black", "gray", "white"};

    @TempDir
    Path folder;

    private Path images;

    @BeforeEach
    void draw() throws IOException {
        images = drawn("images", COLORS);
    }

    private Path drawn(String name, String... colors) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        StringBuilder captions = new StringBuilder("file,caption\n");
        for (int i = 0; i < 6; i++) {
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
            for (int at = 0; at < 64; at++) {
                image.setRGB(at % 8, at / 8, 0x7F7F7F * (i % colors.length) + 0x010101 * i);
            }
            ImageIO.write(image, "png", made.resolve(i + ".png").toFile());
            captions.append("%d.png,a %s square%n".formatted(i, colors[i % colors.length]));
        }
        Files.writeString(made.resolve("captions.csv"), captions);
        return made;
    }

    private OptionsStep tiny() {
        return Gan.builder()
                .application(new TextConditional(new BagOfWords(16), 4, 0.5, true))
                .data(CaptionedImages.of(images, 8))
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .batchSize(4)
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
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                String.join(
                        "\n",
                        "application: {name: text-to-image, encoder: {name: bag-of-words, size: 16}, projection: 4}",
                        "generator: {name: dcgan, latent: 4, width: 2}",
                        "critic: {name: dcgan, width: 2}",
                        "data: {name: captioned-images, path: '" + images + "', size: 8}",
                        "batch-size: 4",
                        "engine: reference",
                        "seed: 9",
                        "steps: 3"));
        Ran trained = gan("train", file, "--out", folder.resolve("file"));
        assertThat(trained.code()).isZero();
        assertThat(trained.out()).contains("./gan generate " + folder.resolve("file") + " \"a red heart\"");
        assertThat(gan("train", built.resolve("experiment.yaml"), "--out", folder.resolve("again"))
                        .code())
                .isZero();
        assertSameFiles(built, folder.resolve("file"));
        assertSameFiles(built, folder.resolve("again"));
        assertThat(built.resolve("experiment.yaml")).content().doesNotContain("square");
    }

    @Test
    void aRunInTwoPartsIsTheRunInOne() {
        Path whole = trained("whole", 4);
        Path parts = trained("parts", 2);
        assertThat(gan("train", "--resume", parts, "--steps", 4).code()).isZero();
        for (String file : List.of("checkpoints/step-000004.safetensors", "samples/step-000004.png")) {
            assertThat(parts.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    @Test
    void imagesOfTextsNeedNoData() throws IOException {
        Path run = trained("run", 2);
        try (Stream<Path> files = Files.list(images)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Path grid = folder.resolve("grid.png");
        Ran ran = gan("generate", run, "a red heart", "黒い四角", "--count", 3, "--out", grid);
        assertThat(ran).isEqualTo(new Ran(0, "6 images after step 2: " + grid + "\n", ""));
        BufferedImage rows = ImageIO.read(grid.toFile());
        assertThat(rows.getWidth()).isGreaterThan(rows.getHeight());

        try (Gan gan = Gan.load(run)) {
            TensorData alone = gan.as(TextToImage.class).generate("a red heart", 3);
            assertThat(alone.shape()).isEqualTo(Shape.of(3, 1, 8, 8));
            TensorData both = gan.sample(SampleRequest.of(3).texts("a red heart", "x".repeat(10_000)))
                    .data();
            assertThat(both.rows(0, 3)).isEqualTo(alone);
            assertThat(both.rows(3, 6)).isNotEqualTo(alone);
            assertThat(gan.as(TextToImage.class).generate("heart, red", 3, 9, Weights.EMA))
                    .isEqualTo(alone);
            assertThat(gan.as(TextToImage.class).generate("a red heart", 3, 10, Weights.EMA))
                    .isNotEqualTo(alone);
            assertThat(gan.as(TextToImage.class).generate("a red heart", 3, 9, Weights.LATEST))
                    .isNotEqualTo(alone);
        }
    }

    @Test
    void emptyTextsAndRequestsWithoutTextAreRefused() {
        Path run = trained("run", 1);
        String out = folder.resolve("x.png").toString();
        assertThat(gan("generate", run, "", "--out", out).err())
                .isEqualTo("gan: the text \"\" cannot be encoded, because it is empty: describe what it should show\n");
        assertThat(gan("generate", run, "the", "--out", out).err())
                .contains("because it has no words but those that are left out, such as \"the\"");
        assertThat(gan("generate", run, "a red heart", "--out", folder.resolve("x.csv"))
                        .err())
                .startsWith("gan: a CSV file holds vectors [N,D], not [8, 1, 8, 8]: ");
        assertThat(gan("sample", run, "--out", out).err())
                .isEqualTo("gan: this GAN generates samples of a text, and there is none: run gan generate RUN TEXT, or"
                        + " call texts(...) of the request\n");
        try (Gan gan = Gan.load(run)) {
            assertThatThrownBy(() -> gan.as(TextToImage.class).generate("x", 0))
                    .hasMessage("the number of images must be at least 1, not 0");
            assertThatThrownBy(() -> SampleRequest.of(1).texts("x").label("x"))
                    .hasMessageContaining("leave out one of the two");
        }
        try (Gan gan = Ran.tiny().build()) {
            assertThatThrownBy(() -> gan.sample(SampleRequest.of(1).texts("x")))
                    .hasMessage("this GAN cannot generate samples of a text because its application is unconditional:"
                            + " train one with the application text-to-image");
        }
    }

    @Test
    void captionsThatBecameUnusableAreRefusedWhenTrainingGoesOn() throws IOException {
        Path run = trained("run", 1);
        Files.writeString(images.resolve("captions.csv"), "file,caption\n0.png,the\n1.png,a\n2.png,x\n3.png,y\n");
        assertThat(gan("train", "--resume", run, "--steps", 2, "--override", "data")
                        .err())
                .contains("2 of 4 captions cannot be encoded by bag-of-words, such as \"the\"");
    }

    @Test
    void aFolderWithCaptionsIsResizedByTheCommand() throws IOException {
        Path experiment = Files.writeString(folder.resolve("tiny.yaml"), """
                application: {name: text-to-image, encoder: bag-of-words}
                generator: {name: dcgan, width: 2}
                critic: {name: dcgan, width: 2}
                loss: non-saturating
                data: {name: emoji}
                batch-size: 4
                steps: 1
                engine: reference
                """);
        Path run = folder.resolve("by-command");
        Ran ran = gan("train", experiment, "--data", images, "--size", 8, "--out", run);
        assertThat(ran.err()).isEmpty();
        assertThat(run.resolve("experiment.yaml")).content().contains("captioned-images", "size: 8");
    }

    @Test
    void oneCaptionIsRefusedBeforeTraining() throws IOException {
        images = drawn("same", "black");
        assertThatThrownBy(() -> tiny().build())
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("at least 2 different captions");
    }

    @Test
    void comparisonsShowTheCaptionsOfTheDataThatAreCompared() throws IOException {
        Path run = trained("run", 2);
        Path held = drawn("held", "green", "blue");
        try (Gan gan = Gan.load(run);
                Dataset other = CaptionedImages.of(held, 8).open()) {
            Comparison comparison =
                    gan.as(Evaluable.class).comparisons(DataSchema.of(other)).get(0);
            int size = comparison.latents().size();
            TensorData latents = TensorData.of(comparison.latents().rows(9, 0, 3), Shape.of(3, size));
            TensorData rows = TensorData.of(new int[] {1, 1, 1}, Shape.of(3));
            assertThat(comparison.generation().of(Map.of(Field.CAPTION, rows), latents, Weights.LATEST))
                    .isEqualTo(gan.as(TextToImage.class).generate("a blue square", 3, 9, Weights.LATEST));
        }
    }
}
