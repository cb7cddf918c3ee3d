package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;
import static org.gan4j.cli.RunFolders.assertSameFiles;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.inference.ClassShares;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of a conditional GAN from the builder, from a file and by the command. */
class ConditionalGanTest {
    @TempDir
    Path folder;

    static List<Conditional> kinds() {
        return List.of(Conditional.concatenation(), Conditional.auxiliary(), Conditional.projection());
    }

    private static OptionsStep tiny(Conditional application) {
        return Ran.tiny().application(application);
    }

    private Path trained(Conditional application, String name, int steps) {
        Path run = folder.resolve(name);
        try (Gan gan = tiny(application).seed(9).runDirectory(run).build()) {
            gan.train(steps(steps));
        }
        return run;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void builderFileAndCommandGiveTheSameRunByteForByte(Conditional application) throws IOException {
        Path built = trained(application, "builder", 3);
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                String.join(
                        "\n",
                        "application: {name: conditional, kind: "
                                + application.kind().name().toLowerCase(Locale.ROOT) + "}",
                        "generator: {name: dcgan, latent: 4, width: 2}",
                        "critic: {name: dcgan, width: 2}",
                        "loss: non-saturating",
                        "data: fashion-mnist",
                        "batch-size: 4",
                        "engine: reference",
                        "seed: 9",
                        "steps: 3"));
        assertThat(gan("train", file, "--out", folder.resolve("file")).code()).isZero();
        assertThat(gan("train", built.resolve("experiment.yaml"), "--out", folder.resolve("again"))
                        .code())
                .isZero();
        assertSameFiles(built, folder.resolve("file"));
        assertSameFiles(built, folder.resolve("again"));
    }

    @Test
    void theRecipeIsTheSameFromTheBuilder() throws IOException {
        Path built = folder.resolve("builder");
        try (Gan gan = Gan.builder()
                .generator(Dcgan.generator().latent(100))
                .critic(Dcgan.critic())
                .loss(LossPresets.NON_SATURATING)
                .data(FashionMnist.embedded())
                .application(Conditional.concatenation())
                .runDirectory(built)
                .build()) {
            gan.train(steps(1));
        }
        Path commanded = folder.resolve("command");
        PrintWriter out = new PrintWriter(new StringWriter());
        String[] asked = {"train", "conditional", "--steps", "1", "--out", commanded.toString()};
        assertThat(Main.run(() -> ComponentRegistry.onClassPath().recipes(), out, out, asked))
                .isZero();
        assertSameFiles(built, commanded);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRunInTwoPartsIsTheRunInOne(Conditional application) throws IOException {
        Path whole = trained(application, "whole", 4);
        Path parts = trained(application, "parts", 2);
        assertThat(gan("train", "--resume", parts, "--steps", 4).code()).isZero();
        for (String file : List.of("checkpoints/step-000004.safetensors", "samples/step-000004.png")) {
            assertThat(parts.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTrainedOneMakesSamplesOfALabelWithoutItsData(Conditional application) {
        Path run = trained(application, "run", 2);
        try (Gan gan = Gan.load(run)) {
            TensorData byName = gan.sample(SampleRequest.of(3).label("trouser")).data();
            assertThat(gan.sample(SampleRequest.of(3).label("1")).data()).isEqualTo(byName);
            assertThat(gan.sample(SampleRequest.of(3).label("Bag")).data()).isNotEqualTo(byName);
            assertThat(gan.sample(SampleRequest.of(3).label("bag").ema()).count())
                    .isEqualTo(3);
            assertThat(gan.sample(SampleRequest.interpolations(2, 3).label("bag"))
                            .count())
                    .isEqualTo(6);
            TensorData rows = gan.sample(SampleRequest.interpolations(2, 3)).data();
            for (int label = 0; label < 2; label++) { // a class for each row, not for each sample
                SampleRequest ofClass = SampleRequest.interpolations(2, 3).label(String.valueOf(label));
                assertThat(rows.rows(3 * label, 3 * label + 3).toFloats())
                        .containsExactly(
                                gan.sample(ofClass)
                                        .data()
                                        .rows(3 * label, 3 * label + 3)
                                        .toFloats(),
                                within(1e-5f));
            }
            // sample 1 of all classes in turn is the second latent with class 1
            assertThat(gan.sample(3).data().rows(1, 2)).isEqualTo(byName.rows(1, 2));
            assertThat(gan.as(ConditionalSampler.class).labels()).contains("Ankle boot");
            assertThatThrownBy(() -> gan.as(Scorer.class))
                    .hasMessage("this GAN has no Scorer; it has ["
                            + (application.equals(Conditional.auxiliary()) ? "Classifier, " : "")
                            + "ConditionalSampler, Evaluable, LatentSampler]");
        }
    }

    @Test
    void evaluatedAreTheClassesThatTheDataHave() {
        try (Gan gan = tiny(Conditional.concatenation()).engine("nd4j").build()) {
            Comparison comparison = gan.as(Evaluable.class).comparisons().get(0);
            TensorData latents = Tensor.normal(RandomKey.of(1), 4, 4).evaluate();
            TensorData trousers = gan.as(ConditionalSampler.class).of("trouser").samples(latents, Weights.LATEST);
            TensorData bags = gan.as(ConditionalSampler.class).of("bag").samples(latents, Weights.LATEST);
            TensorData labels = TensorData.of(new int[] {1, 8, 1, 8}, Shape.of(4));
            TensorData made = comparison.generation().of(Map.of(Field.LABEL, labels), latents, Weights.LATEST);
            assertThat(made.rows(0, 1)).isEqualTo(trousers.rows(0, 1)).isNotEqualTo(bags.rows(0, 1));
            assertThat(made.rows(3, 4)).isEqualTo(bags.rows(3, 4));
            assertThat(gan.evaluate(12).values()).containsKey("kernel-distance").doesNotContainKey("psnr");
        }
    }

    @Test
    void theCommandTakesNamesInAnyCaseAndNumbers() {
        Path run = trained(Conditional.projection(), "run", 1);
        Path named = folder.resolve("named.npy");
        Path numbered = folder.resolve("numbered.npy");
        assertThat(gan("sample", run, "--label", "TROUSER", "--count", 5, "--out", named)
                        .code())
                .isZero();
        assertThat(gan("sample", run, "--label", 1, "--count", 5, "--out", numbered)
                        .code())
                .isZero();
        assertThat(numbered).hasSameBinaryContentAs(named);
        assertThat(gan("sample", run, "--label", "trousr", "--out", folder.resolve("x.png"))
                        .err())
                .contains("there is no class trousr; did you mean Trouser?");
    }

    @Test
    void samplesHaveTheWishedSharesOfClasses() {
        Path run = trained(Conditional.projection(), "run", 1);
        try (Gan gan = Gan.load(run)) {
            Samples mixed = gan.sample(SampleRequest.of(5).shares(ClassShares.parse("bag=0.5, 1=0.25, Sneaker=0.25")));
            assertThat(mixed.classes())
                    .containsExactly(Map.entry("Bag", 3), Map.entry("Trouser", 1), Map.entry("Sneaker", 1));
            // sample i has the latents of sample i, whatever its class
            assertThat(mixed.data().rows(0, 3))
                    .isEqualTo(
                            gan.sample(SampleRequest.of(5).label("bag")).data().rows(0, 3));
            assertThat(mixed.data().rows(3, 4))
                    .isEqualTo(gan.sample(SampleRequest.of(5).label("trouser"))
                            .data()
                            .rows(3, 4));
            assertThatThrownBy(() -> gan.evaluate(SampleRequest.of(5).shares(Map.of("bag", 1.0))))
                    .hasMessageContaining("leave out the shares of classes");
        }
        Path out = folder.resolve("mix.npy");
        Ran ran = gan("sample", run, "--count", 10, "--shares", "Sneaker=3,Bag=1,Coat=0", "--out", out);
        assertThat(ran.err()).isEqualTo("gan: the shares sum to 4.000, so each was divided by it\n");
        assertThat(ran.out())
                .isEqualTo("10 samples after step 1: " + out
                        + "\n  Sneaker: 8, samples 0 to 7\n  Bag: 2, samples 8 to 9\n  Coat: 0\n");
    }

    @Test
    void aSingleSampleOfAClassIsOneSample() {
        Path run = trained(Conditional.projection(), "run", 1);
        Path out = folder.resolve("one.npy");
        assertThat(gan("sample", run, "--count", 1, "--shares", "Bag=1", "--out", out)
                        .out())
                .isEqualTo("1 sample after step 1: " + out + "\n  Bag: 1, sample 0\n");
    }

    @Test
    void impossibleSharesAreRefusedInASentence() {
        Path run = trained(Conditional.projection(), "run", 1);
        Path out = folder.resolve("x.png");
        assertThat(gan("sample", run, "--shares", "Baag=1", "--out", out).err())
                .isEqualTo("gan: there is no class Baag; did you mean Bag?\n");
        assertThat(gan("sample", run, "--shares", "12=1", "--out", out).err())
                .contains("there is no class 12; use one of T-shirt/top, Trouser")
                .contains("or an index from 0 to 9");
        assertThat(gan("sample", run, "--shares", "Bag=1,8=1", "--out", out).err())
                .isEqualTo("gan: the class Bag has two shares: give one\n");
        assertThat(gan("sample", run, "--shares", "Bag=-1", "--out", out).err())
                .isEqualTo("gan: the share of the class Bag must be a number of at least 0, such as 0.5, not -1.0\n");
        assertThat(gan("sample", run, "--shares", "Bag", "--out", out).err())
                .isEqualTo(
                        "gan: the shares Bag must be classes with numbers, such as Bag=0.5,Sneaker=0.5, and \"Bag\" is"
                                + " not one\n");
        assertThat(gan("sample", run, "--shares", "Bag=1", "--label", "bag", "--out", out)
                        .err())
                .isEqualTo("gan: shares of classes apply to single samples of any class: leave out the label\n");
        assertThat(gan("sample", run, "--shares", "Bag=1", "--interpolate", 3, "--out", out)
                        .err())
                .contains("leave out the interpolations");
    }

    @Test
    void aGanWithoutClassesSaysSo() {
        try (Gan gan = Ran.tiny().build()) {
            assertThatThrownBy(() -> gan.sample(SampleRequest.of(1).label("bag")))
                    .hasMessage(
                            "this GAN cannot generate samples of one class because its application is unconditional: train"
                                    + " one with the application conditional, or leave out the label");
        }
    }

    @Test
    void sharesOfClassesThatNobodyKnowsAreRefused() {
        DataSource bare = DataSource.of(new float[][] {{0, 1}, {1, 0}, {1, 1}});
        try (Gan gan = Gan.builder()
                .generator(Mlp.generator().latent(2).width(3))
                .critic(Mlp.critic().width(3))
                .loss(LossPresets.NON_SATURATING)
                .data(bare)
                .batchSize(2)
                .engine("reference")
                .build()) {
            assertThatThrownBy(() -> gan.sample(SampleRequest.of(1).shares(Map.of("bag", 1.0))))
                    .hasMessage("this GAN cannot be asked for classes, and its data have none that a classifier could"
                            + " learn: train one with the application conditional, on data with labels");
        }
    }

    @Test
    void theClassesOfAFolderAreItsFolders() throws IOException {
        for (String name : List.of("cats/1.png", "cats/2.png", "dogs/1.png", "dogs/2.png")) {
            Path image = folder.resolve("pets").resolve(name);
            Files.createDirectories(image.getParent());
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", image.toFile());
        }
        Path run = folder.resolve("run");
        Path file = Files.writeString(
                folder.resolve("pets.yaml"),
                String.join(
                        "\n",
                        "application: conditional",
                        "generator: {name: dcgan, latent: 4, width: 2}",
                        "critic: {name: dcgan, width: 2}",
                        "loss: wgan-gp",
                        "data: {name: image-folder, path: " + folder.resolve("pets") + ", size: 8}",
                        "batch-size: 2",
                        "engine: reference",
                        "steps: 1"));
        Ran ran = gan("train", file, "--out", run);
        assertThat(ran.err()).isEmpty();
        assertThat(run.resolve("experiment.yaml")).content().contains("classes:\n- cats\n- dogs\n");
        assertThat(gan("sample", run, "--label", "dogs", "--out", folder.resolve("dogs.png"))
                        .code())
                .isZero();
    }

    @Test
    void labelsOfArraysAreCalledByTheirNumbers() {
        float[][] samples = {{0, 1}, {1, 0}, {1, 1}};
        DataSource data = DataSource.of(samples).withLabels(0, 2, 1);
        try (Gan gan = Gan.builder()
                .generator(Mlp.generator().latent(2).width(3).normalization(Normalization.BATCH))
                .critic(Mlp.critic().width(3))
                .loss(LossPresets.NON_SATURATING)
                .data(data)
                .application(Conditional.projection())
                .batchSize(2)
                .engine("reference")
                .build()) {
            gan.train(steps(1));
            assertThat(gan.as(ConditionalSampler.class).labels()).containsExactly("0", "1", "2");
            assertThat(gan.sample(SampleRequest.of(2).label("2")).count()).isEqualTo(2);
        }
    }

    @Test
    void dataWithoutLabelsAreRefusedInOneSentence() {
        DataSource bare = DataSource.of(new float[4][64], 1, 8, 8);
        assertThatThrownBy(() -> Gan.builder()
                        .generator(Dcgan.generator().width(2))
                        .critic(Dcgan.critic().width(2))
                        .loss(LossPresets.NON_SATURATING)
                        .data(bare)
                        .application(Conditional.projection())
                        .batchSize(2)
                        .engine("reference")
                        .build())
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("needs a class for each sample, the field label; the data have [image]");
    }
}
