package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Field;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.Part;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.toy.GaussianRing;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.losses.LossPresets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyCommandTest {
    @TempDir
    private Path folder;

    private Path run(OptionsStep options) {
        Path run = folder.resolve("run");
        try (Gan gan = options.engine("nd4j").runDirectory(run).build()) {
            gan.train(steps(1));
        }
        return run;
    }

    private Path images(String name, int from, int to) {
        Path images = folder.resolve(name);
        new Samples(FashionMnist.embedded()
                        .open()
                        .read(IntStream.range(from, to).toArray())
                        .get(Field.IMAGE))
                .saveImages(images);
        return images;
    }

    private static OptionsStep images(DataSource data) {
        return Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(LossPresets.NON_SATURATING)
                .data(data)
                .batchSize(4);
    }

    private static OptionsStep vectors(DataSource data) {
        return Gan.builder()
                .generator(Mlp.generator().latent(2).width(4))
                .critic(Mlp.critic().width(4))
                .loss(LossPresets.NON_SATURATING)
                .data(data)
                .batchSize(4);
    }

    @Test
    void measuresARunOnAPartAgainstTheNextPart() throws IOException {
        Path run = run(images(new Part(FashionMnist.embedded(), 3, 400)));
        Ran ran = gan("privacy", run, "--count", 12, "--seed", 7);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("12 samples after step 1, moving average\n25 training rows, 25 held-out rows\n"
                        + "compared by mobilenet-v2 block_10_project_BN, mean, at 96×96\n\n| measure ")
                .contains("| held-out rows | training rows | noise")
                .contains("attack by the critic: AUC")
                .contains("None of this is a guarantee: only training with differential privacy gives one, and this run"
                        + " was trained without.")
                .contains("note: there are only 12 samples and 25 held-out rows: the intervals are wide")
                .contains("written to " + run.resolve("evaluations/privacy-001"));
        JsonNode json = new ObjectMapper()
                .readTree(run.resolve("evaluations/privacy-001/privacy.json").toFile());
        assertThat(json.get("training.count").asInt()).isEqualTo(25);
        assertThat(json.at("/in-place-of-samples/training rows/copies").asInt()).isEqualTo(12);
        assertThat(json.at("/in-place-of-samples/held-out rows/copies").asInt()).isZero();
        assertThat(json.get("suspects")).hasSize(12);
        assertThat(json.at("/suspects/0/training")).hasSize(3);
        // a row of five images of 28 pixels, 2 apart, for each sample
        assertThat(ImageIO.read(
                        run.resolve("evaluations/privacy-001/suspects.png").toFile()))
                .satisfies(image -> assertThat(List.of(image.getWidth(), image.getHeight()))
                        .containsExactly(5 * 30 + 2, 12 * 30 + 2));
        assertThat(gan("privacy", run, "--count", 12, "--seed", 7).out())
                .isEqualTo(ran.out().replace("privacy-001", "privacy-002"));
    }

    @Test
    void namesTheFilesOfTrainingAndReadsOthersInTheirForm() throws IOException {
        Path training = images("training", 0, 12);
        Path others = images("others", 20, 32);
        Path run = run(images(new ImageFolder(training.toString(), 28, ColorMode.GRAY)));
        Path out = folder.resolve("out");
        Ran ran = gan("privacy", run, "--held-out", others, "--count", 7, "--latest", "--out", out);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("7 samples after step 1\n").contains("note: there are only 7 samples");
        assertThat(out.resolve("privacy.json")).content().contains("\"training.files\" : [ \"00");
        assertThat(gan("privacy", run, "--held-out", others, "--out", out).err())
                .isEqualTo("gan: the folder " + out + " is not empty: choose a new or empty folder\n");
        assertThat(gan("privacy", run, "--held-out", others, "--count", 1).out())
                .startsWith("1 sample after")
                .contains("There are too few samples to say whether this GAN remembers: use 1,000 or more.")
                .contains("note: there is only 1 sample and 12 held-out rows: the intervals are wide")
                .doesNotContain("no sign of memory");
    }

    @Test
    void vectorsAreComparedByTheirValues() {
        Path run = run(vectors(new GaussianRing(8, 1, 0.1, 60, 1)));
        Ran ran = gan("privacy", run, "--held-out", "{name: gaussian-ring, samples: 60, deviation: 0.1, seed: 2}");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("compared by the values themselves")
                .contains("note: there are only 60 held-out rows: the intervals")
                .doesNotContain("suspects.png");
        assertThat(gan("privacy", run, "--held-out", "gaussian-ring", "--extractor", "mobilenet-v2")
                        .err())
                .isEqualTo(
                        "gan: the extractor mobilenet-v2 does not apply to the field image, FLOAT [2]: leave it out to"
                                + " compare the values themselves\n");
    }

    @Test
    void samplesOfClassesGetTheirLabels() {
        Path run = run(images(new Part(FashionMnist.embedded(), 0, 500)).application(Conditional.projection()));
        Ran ran = gan("privacy", run, "--count", 8);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("8 samples").doesNotContain("the critic: AUC");
    }

    @Test
    void dataThatWereNotHeldOutAreRefused() {
        Path run = run(vectors(new GaussianRing(8, 1, 0.1, 60, 1)));
        assertThat(gan("privacy", run).err())
                .isEqualTo(
                        "gan: there are no data to compare the data of training with: name data of the same kind that"
                                + " this GAN was not trained on with --held-out, or train a run on a part of its data, such as"
                                + " --set \"data={name: part, data: fashion-mnist}\"\n");
        assertThat(gan("privacy", run, "--held-out", "{name: gaussian-ring, samples: 60, deviation: 0.1, seed: 1}")
                        .err())
                .startsWith("gan: --held-out names the data that this GAN was trained on");
        String some = "{name: part, data: {name: gaussian-ring, samples: 60, deviation: 0.1, seed: 1}}";
        assertThat(gan("privacy", run, "--held-out", some).err())
                .isEqualTo(
                        "gan: 30 of 30 held-out rows equal a training row, so they were not held out, or all rows are"
                                + " alike: name data of the same kind that this GAN has not seen\n");
        assertThat(gan("privacy", run, "--held-out", "{name: gaussian-ring, samples: 3, seed: 9}")
                        .err())
                .isEqualTo("gan: privacy is measured with at least 4 held-out rows; there are 3: 1,000 or more are"
                        + " usual\n");
        assertThat(gan("privacy", run, "--held-out", "fashion-mnist").err())
                .contains(
                        "the field image of fashion-mnist is FLOAT [1, 28, 28], and this GAN was trained on FLOAT [2]");
        assertThat(gan("privacy", run, "--held-out", "gaussian-rings").err())
                .contains("there is no file, folder or data set gaussian-rings; did you mean gaussian-ring?");
        assertThat(gan("privacy", run, "--count", 0).err()).contains("it must be a whole number of at least 1, not 0");
        assertThat(Files.exists(run.resolve("evaluations"))).isFalse();
    }

    @Test
    void outputsThatShouldEqualTheirTargetsAreNoCopies() throws IOException {
        Path experiment = Files.writeString(folder.resolve("tiny.yaml"), """
                application: {name: super-resolution, scale: 2, content: PIXELS, pixel-steps: 1}
                generator: {name: srresnet, width: 2, blocks: 1, normalization: NONE, base: BICUBIC}
                critic: {name: srgan, width: 2}
                loss: non-saturating
                data: {name: image-crops, size: 16, per-image: 4}
                batch-size: 2
                steps: 2
                engine: reference
                """);
        Path run = folder.resolve("run");
        gan("train", experiment, "--out", run);
        assertThat(gan("privacy", run, "--held-out", "image-crops").err())
                .startsWith("gan: the outputs of this GAN, whose application is super-resolution, should equal their"
                        + " targets row by row");
    }
}
