package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gan4j.api.application.Application;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.apps.semisupervised.SemiSupervised;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a classifier from the builder, from a file and by the command. */
class ClassifyCommandTest {
    /** Two well separated, named clusters of 8 points each. */
    private static final String POINTS = IntStream.range(0, 16)
            .mapToObj(i ->
                    i % 2 == 0 ? "0.9," + (0.5 + 0.02 * i) + ",\"right, up\"" : "-0.9," + (-0.5 - 0.02 * i) + ",left")
            .reduce("x,y,kind", (lines, line) -> lines + "\n" + line);

    @TempDir
    private Path folder;

    private static OptionsStep tiny(Application application, DataSource data) {
        return Gan.builder()
                .generator(Mlp.generator().latent(3).layers(1).width(8))
                .critic(Mlp.noisyCritic().widths(8))
                .loss(LossPresets.NON_SATURATING)
                .data(data)
                .application(application)
                .batchSize(4)
                .engine("reference");
    }

    private Path points() throws IOException {
        return Files.writeString(folder.resolve("points.csv"), POINTS);
    }

    private static String generator(String kind) {
        return kind.equals("labels_alone") ? "" : "generator: {name: mlp, latent: 3, layers: 1, width: 8}";
    }

    private Path trained(String kind, int steps) throws IOException {
        Path file = Files.writeString(
                folder.resolve("points.yaml"),
                String.join(
                        "\n",
                        "application: {name: semi-supervised, kind: " + kind + "}",
                        generator(kind),
                        "critic: {name: noisy-mlp, widths: [8], input-noise: 0.1, hidden-noise: 0.1}",
                        "critic-optimizer: {name: adam, learning-rate: 0.05}",
                        "data:",
                        "  name: partly-labeled",
                        "  labels: 4",
                        "  data: {name: csv, path: " + points() + ", label: kind}",
                        "batch-size: 4",
                        "engine: reference",
                        "ema: 0.5",
                        "steps: " + steps));
        Path run = folder.resolve(kind);
        Ran ran = gan("train", file, "--out", run);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return run;
    }

    @Test
    void separatedClustersAreClassified() throws IOException {
        for (String kind : List.of("feature-matching", "labels-alone")) {
            Path run = trained(kind.replace('-', '_'), 60);
            Path labeled = Files.writeString(
                    folder.resolve("labeled.csv"), "x,y,kind\n0.8,0.7,\"right, up\"\n-0.8,-0.7,left\n-0.7,-0.9,left\n");
            Path out = folder.resolve("classes.csv");
            DataSource data = CsvFile.of(labeled).withLabel("kind");
            try (Gan gan = Gan.load(run);
                    Dataset samples = data.open()) {
                TensorData points = samples.read(0, 1, 2).get(Field.IMAGE);
                int[] classes = gan.classify(points);
                List<String> names = gan.as(Classifier.class).labels();
                assertThat(IntStream.of(classes).mapToObj(names::get)).containsExactly("right, up", "left", "left");
                assertThat(gan.as(Classifier.class).classes(points, Weights.EMA))
                        .containsExactly(classes);
                float[] probabilities = gan.as(Classifier.class)
                        .probabilities(points, Weights.LATEST)
                        .toFloats();
                assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, offset(1e-6f));
            }
            Files.writeString(folder.resolve("bare.csv"), "x,y\n0.8,0.7\n-0.8,-0.7\n");
            Ran ran = gan("classify", run, "--data", folder.resolve("bare.csv"), "--ema", "--out", out);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out())
                    .isEqualTo("after step 60: 2 samples, classified as\n  left       1\n  right, up  1\n"
                            + "one line per sample: " + out + "\n");
            assertThat(out)
                    .content()
                    .matches(
                            "sample,class,probability,label\n0,\"right, up\",(1|0)\\.\\d{4},\n1,left,(1|0)\\.\\d{4},\n");
        }
    }

    @Test
    void dataWithLabelsGiveTheAccuracy() throws IOException {
        Path run = folder.resolve("run");
        try (Gan gan = tiny(SemiSupervised.featureMatching(), PartlyLabeled.of(FashionMnist.embedded(), 10))
                .runDirectory(run)
                .build()) {
            gan.train(steps(1));
        }
        Path out = folder.resolve("classes.csv");
        Ran ran = gan("classify", run, "--data", "fashion-mnist", "--out", out);
        assertThat(ran.err()).isEmpty();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(10_001);
        List<String[]> answers =
                lines.stream().skip(1).map(line -> line.split(",")).toList();
        long right = answers.stream().filter(cells -> cells[1].equals(cells[3])).count();
        assertThat(ran.out())
                .startsWith(String.format(
                        Locale.ROOT,
                        "after step 1: %.2f %% of 10,000 samples are correct; by class\n  T-shirt/top  ",
                        right / 100.0));
        assertThat(ran.out().lines()).hasSize(12);
    }

    @Test
    void anAuxiliaryConditionalGanClassifiesToo() {
        try (Gan gan = tiny(Conditional.auxiliary(), FashionMnist.embedded()).build()) {
            TensorData two = gan.dataset().read(0, 1).get(Field.IMAGE);
            assertThat(gan.classify(two)).hasSize(2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> gan.as(Classifier.class).probabilities(two, Weights.EMA))
                    .withMessageContaining("keeps no EMA of its critic's weights");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> gan.classify(TensorData.of(new float[784], Shape.of(784))))
                    .withMessage("this GAN classifies batches [N, ...] of samples FLOAT [1, 28, 28], not FLOAT [784]");
        }
    }

    @Test
    void builderFileAndPartsGiveTheSameRunByteForByte() throws IOException {
        PartlyLabeled few = PartlyLabeled.of(FashionMnist.embedded(), 20).seed(7);
        for (String name : List.of("whole", "parts")) {
            try (Gan gan = tiny(SemiSupervised.featureMatching(), few)
                    .seed(9)
                    .runDirectory(folder.resolve(name))
                    .build()) {
                gan.train(steps(name.equals("whole") ? 12 : 5));
            }
        }
        assertThat(gan("train", "--resume", folder.resolve("parts"), "--steps", 12)
                        .code())
                .isZero();
        Path whole = folder.resolve("whole");
        assertThat(gan("train", whole.resolve("experiment.yaml"), "--out", folder.resolve("file"))
                        .code())
                .isZero();
        for (String file : List.of("checkpoints/step-000012.safetensors", "samples/step-000012.png")) {
            assertThat(folder.resolve("parts").resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
            assertThat(folder.resolve("file").resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
        assertThat(folder.resolve("file/experiment.yaml")).hasSameBinaryContentAs(whole.resolve("experiment.yaml"));
    }

    @Test
    void classesAreMatchedByNameOrElseByNumber() {
        Dataset reversed =
                DataSource.of(new float[][] {{1}, {2}}).withLabels(0, 1).open();
        List<String> cats = List.of("cat", "dog");
        assertThat(Classified.by(cats, reversed).report()).contains("classified as");
        Dataset three = DataSource.of(new float[][] {{1}}).withLabels(2).open();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classified.by(cats, three))
                .withMessage("the data have a class 2, which this GAN has not learned; it has learned cat, dog");
    }
}
