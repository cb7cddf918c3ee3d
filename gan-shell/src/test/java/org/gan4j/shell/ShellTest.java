package org.gan4j.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gan4j.api.data.Scale;
import org.gan4j.api.training.TrainingHistory;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.data.images.PngFiles;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
    private static final Terminal PLAIN = new Terminal(false, 80);

    @TempDir
    private Path folder;

    private static TensorData images(int count, int size) {
        return Tensor.ones(count, 1, size, size).evaluate();
    }

    private static String printed(Runnable printing) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            printing.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static TrainingHistory history(int steps) {
        return new TrainingHistory(IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new TrainingHistory.Step(
                        step,
                        Map.of("loss.critic", (double) step, "loss.generator", 0.5 * step, "loss.critic.r1", 9000.0)))
                .toList());
    }

    @Test
    void imagesFormAGridWithGaps() {
        // 2 × 2 images of 4 × 4 pixels between gaps of 2: 14 pixels, 7 lines of two
        List<String> lines =
                Shell.text(new Samples(images(4, 4)), PLAIN).lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1)).isEqualTo("..@@@@..@@@@..");
        assertThat(lines.get(3)).isEqualTo(".".repeat(14));
    }

    @Test
    void imagesOfManySamplesStayRecognizable() {
        // at 79 characters, 5 images in a row have at least 12 pixels each; 6 would not, with their gaps
        String text = Shell.text(new Samples(images(64, 28)), PLAIN);
        assertThat(text.lines().mapToInt(String::length).max()).hasValue(79);
        assertThat(text.lines().filter(line -> line.contains("@@@@@@@@@@@@")).findFirst())
                .hasValueSatisfying(line -> assertThat(line.split("[^@]+")).hasSize(1 + 5));
    }

    @Test
    void interpolationsKeepTheirRows() {
        Samples samples = new Samples(images(6, 4), OptionalInt.of(6));
        assertThat(Shell.text(samples, PLAIN).lines()).hasSize(4);
    }

    @Test
    void pointsOfThePlaneArePlotted() {
        TensorData points = TensorData.of(new float[] {0, 0, 1, 1, 1, 1, Float.NaN, 0}, Shape.of(4, 2));
        List<String> lines =
                Shell.text(new Samples(points), new Terminal(false, 24)).lines().toList();
        assertThat(lines)
                .containsExactly(
                        "+--------------------+",
                        "|                   #|",
                        "|                    |",
                        "|                    |",
                        "|                    |",
                        "|                    |",
                        "|                    |",
                        "|                    |",
                        "|                    |",
                        "|                    |",
                        "|.                   |",
                        "+--------------------+",
                        "4 points, x from 0.00 to 1.00, y from 0.00 to 1.00, 1 not finite");
    }

    @Test
    void vectorsAreATableInTheirUnits() {
        TensorData vectors = TensorData.of(new float[] {-1, 0, 1, 0.5f, 0, -0.5f}, Shape.of(2, 3));
        Samples samples = new Samples(vectors)
                .withScales(List.of(new Scale("height", 500, 500), new Scale("x", 0, 1), new Scale("", 0, 1)));
        assertThat(Shell.text(samples, PLAIN))
                .isEqualTo("     height          x           \n"
                        + "      0.000      0.000      1.000\n"
                        + "      750.0      0.000    -0.5000\n"
                        + "2 samples of 3 numbers\n");
    }

    @Test
    void manyLongVectorsAreCut() {
        String text = Shell.text(new Samples(TensorData.of(new float[100 * 50], Shape.of(100, 50))), PLAIN);
        assertThat(text.lines()).hasSize(11).allMatch(line -> line.length() < 80);
        assertThat(text).endsWith("100 samples of 50 numbers; shown are the first 10 x 7\n");
    }

    @Test
    void tensorsAndFilesAreShownLikeSamples() {
        Path file = folder.resolve("x.png");
        PngFiles.writeGrid(file, images(1, 4));
        String grid = printed(() -> Shell.show(images(1, 4)));
        assertThat(grid).isNotEmpty();
        assertThat(printed(() -> Shell.show(Tensor.ones(1, 1, 4, 4)))).isEqualTo(grid);
        assertThat(printed(() -> Shell.show(file))).isEqualTo(grid);
    }

    @Test
    void filesThatAreNoImagesAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("x.txt"), "no image");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shell.show(text))
                .withMessage(text + " is not an image that can be read, such as a PNG file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shell.show(folder.resolve("none.png")))
                .withMessage("there is no file " + folder.resolve("none.png"));
    }

    @Test
    void lossesOfThePlayersArePlotted() {
        List<String> lines = CurvePlot.of(history(100), List.of(), new Terminal(false, 40))
                .lines()
                .toList();
        assertThat(lines).hasSize(20);
        assertThat(lines.subList(0, 18)).allMatch(line -> line.length() < 40);
        assertThat(lines.get(0)).matches(" +100 \\| +[*o]+");
        assertThat(lines.get(15)).startsWith("    0.500 |");
        assertThat(lines.get(17)).matches(" {11}step 1 +100");
        assertThat(lines.subList(18, 20))
                .extracting(line -> line.strip().substring(2))
                .containsExactlyInAnyOrder("loss.critic, 100.0 at step 100", "loss.generator, 50.00 at step 100");
    }

    @Test
    void otherMetricsArePlottedByName() {
        TrainingResult result = new TrainingResult(100, Map.of()).with(history(100));
        assertThat(printed(() -> Shell.plot(result, "loss.critic.r1")))
                .contains("* loss.critic.r1, 9000 at step 100")
                .doesNotContain("loss.generator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shell.plot(result, "loss.none"))
                .withMessageStartingWith("there is no metric loss.none; choose among loss.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shell.plot(TrainingHistory.none()))
                .withMessage("there are no metrics to plot: train some steps first");
    }

    @Test
    void valuesThatAreNotFiniteAreLeftOut() {
        TrainingHistory broken = new TrainingHistory(List.of(
                new TrainingHistory.Step(1, Map.of("loss.critic", 1.0)),
                new TrainingHistory.Step(2, Map.of("loss.critic", Double.NaN))));
        assertThat(CurvePlot.of(broken, List.of(), PLAIN)).contains("* loss.critic, 1.000 at step 1");
        TrainingHistory none =
                new TrainingHistory(List.of(new TrainingHistory.Step(1, Map.of("loss.critic", Double.NaN))));
        assertThat(CurvePlot.of(none, List.of(), PLAIN)).isEqualTo("no value of loss.critic is finite\n");
    }

    @Test
    void metricsOfARunArePlottedWhileItsLastLineIsWritten() throws IOException {
        Files.writeString(folder.resolve("metrics.jsonl"), """
                {"step":1,"loss.critic":1.5}
                {"step":2,"loss.critic":2.5}
                {"step":3,"loss.cr""");
        assertThat(printed(() -> Shell.plot(folder))).contains("* loss.critic, 2.500 at step 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shell.plot(folder.resolve("none")))
                .withMessageContaining("give the folder of a run");
    }
}
