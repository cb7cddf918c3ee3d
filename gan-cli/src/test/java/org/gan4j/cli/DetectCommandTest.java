package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Field;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.Part;
import org.gan4j.data.toy.GaussianRing;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.losses.LossPresets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectCommandTest {
    @TempDir
    private Path folder;

    private static OptionsStep tiny(DataSource data) {
        return Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(LossPresets.NON_SATURATING)
                .data(data)
                .batchSize(4);
    }

    private Path run(OptionsStep options) {
        Path run = folder.resolve("run");
        try (Gan gan = options.engine("nd4j").runDirectory(run).build()) {
            gan.train(steps(1));
        }
        return run;
    }

    /** Returns a folder of two real images and two samples. */
    private Path images(Path run) throws IOException {
        Path images = folder.resolve("images");
        new Samples(FashionMnist.embedded().open().read(1, 2).get(Field.IMAGE)).saveImages(images.resolve("real"));
        gan("sample", run, "--count", 2, "--seed", 99, "--out", images.resolve("fake"));
        ImageIO.write(
                new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB),
                "png",
                images.resolve("black.png").toFile());
        BufferedImage red = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
        red.setRGB(0, 0, 0xFF0000);
        ImageIO.write(red, "png", images.resolve("red.png").toFile());
        ImageIO.write(
                new BufferedImage(20, 28, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                images.resolve("small.png").toFile());
        Files.writeString(images.resolve("broken.png"), "no image");
        return images;
    }

    @Test
    void judgesEachImageAndStatesTheAccuracy() throws IOException {
        Path run = run(tiny(new Part(FashionMnist.embedded(), 0, 100)));
        Path images = images(run);
        Ran ran = gan("detect", run, images, "--count", 60);
        assertThat(ran.err().lines())
                .containsExactly(
                        "gan: broken.png is left out: it is not a PNG, JPEG, GIF, BMP, WebP or TIFF image",
                        "gan: red.png is left out: it is in color, and the samples are gray",
                        "gan: small.png is left out: it is 20×28, and the samples are 28×28");
        assertThat(ran.out())
                .startsWith("real images: part (data fashion-mnist, index 1, of 100), held out\n"
                        + "generated images: samples after step 1, moving average\ncalibrated on 30 of each, measured on"
                        + " 30 others of each;")
                .contains("| judge    | 100.0 % (94.0 to 100.0)", "| 50.0 %")
                .contains("judge: 3 of 5 generated", "| fake/0000.png | ", "| real/0000.png | ")
                .contains("This detects the samples of this generator, not generated images in general.")
                .contains("note: the judge has 96 features and was trained on 60 images");
        JsonNode json = new ObjectMapper()
                .readTree(gan("detect", run, images, "--count", 60, "--json").out());
        assertThat(json.at("/detectors/judge/accuracy").asDouble()).isEqualTo(1);
        assertThat(json.at("/detectors/critic/measured-on").asInt()).isEqualTo(60);
        assertThat(json.at("/images/1/judge").asText()).isEqualTo("generated");
        assertThat(json.at("/images/4/judge").asText()).isEqualTo("real");
    }

    @Test
    void withoutAScorerOnlyTheJudgeIsAskedAndTheDataOfTrainingAreNamed() throws IOException {
        Path run = run(tiny(FashionMnist.embedded()).application(Conditional.projection()));
        Path image = images(run).resolve("real/0000.png");
        Ran ran = gan("detect", run, image, "--count", 21, "--latest");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("real images: fashion-mnist, trained on")
                .contains("calibrated on 10 of each, measured on 11 others of each")
                .contains("note: the critic is not asked, since this GAN has none that scores a sample alone")
                .contains("note: the real images are those of training")
                .doesNotContain("| critic");
    }

    @Test
    void whatCannotBeJudgedIsRefusedInASentence() throws IOException {
        Path run = run(tiny(new Part(FashionMnist.embedded(), 0, 100)));
        Path images = images(run);
        assertThat(gan("detect", run, images.resolve("small.png")).err())
                .isEqualTo("gan: there is no image to judge in " + images.resolve("small.png")
                        + ": small.png is 20×28, and the samples are 28×28; images must have the size and the colors of"
                        + " the samples, as gan sample writes them\n");
        assertThat(gan("detect", run, Files.createDirectory(folder.resolve("empty")))
                        .err())
                .startsWith("gan: there is no image to judge in " + folder.resolve("empty") + "; images");
        assertThat(gan("detect", run, folder.resolve("nowhere")).err())
                .isEqualTo("gan: there is no file or folder " + folder.resolve("nowhere")
                        + ": name an image, or a folder of images\n");
        assertThat(gan("detect", run, images, "--count", 7).err())
                .endsWith(
                        "gan: detectors are calibrated and measured on at least 20 real images and as many samples, not"
                                + " on 7: ask for more with --count\n");
    }

    @Test
    void onlyImagesAreDetected() {
        Path run = run(Gan.builder()
                .generator(Mlp.generator().latent(2).width(4))
                .critic(Mlp.critic().width(4))
                .loss(LossPresets.NON_SATURATING)
                .data(GaussianRing.standard())
                .batchSize(4));
        assertThat(gan("detect", run, folder).err())
                .isEqualTo("gan: this GAN generates the field image, FLOAT [2], and images are detected: choose a run"
                        + " that generates images\n");
    }
}
