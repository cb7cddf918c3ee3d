package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
    @TempDir
    private static Path trained;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        assertThat(gan("train", "tiny", "--steps", 1, "--out", trained).code()).isZero();
    }

    @Test
    void aNameThatEndsInPngIsAGrid() throws IOException {
        Path file = folder.resolve("grid.png");
        assertThat(gan("sample", trained, "--count", 16, "--out", file))
                .isEqualTo(new Ran(0, "16 samples after step 1: " + file + "\n", ""));
        BufferedImage grid = ImageIO.read(file.toFile());
        assertThat(grid.getWidth()).isEqualTo(4 * (28 + 2) + 2);
        assertThat(grid.getHeight()).isEqualTo(grid.getWidth());
        assertThat(gan("sample", trained, "--out", file).code())
                .as("a file that was named is replaced")
                .isZero();
    }

    @Test
    void aNameThatEndsInNpyIsAnArray() throws IOException {
        Path file = folder.resolve("samples.npy");
        assertThat(gan("sample", trained, "--count", 3, "--out", file).code()).isZero();
        String start = new String(Files.readAllBytes(file), 0, 128, StandardCharsets.ISO_8859_1);
        assertThat(start)
                .startsWith("\u0093NUMPY\u0001\u0000v\u0000"
                        + "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 1, 28, 28), }");
        TensorData samples = Npy.read(file);
        assertThat(samples.dtype()).isEqualTo(DType.FLOAT);
        assertThat(samples.shape()).isEqualTo(Shape.of(3, 1, 28, 28));
        for (float value : samples.toFloats()) {
            assertThat(value).isBetween(-1f, 1f);
        }
    }

    @Test
    void aNameThatEndsInCsvIsATableOfVectorsInTheirUnits() throws IOException {
        Path data = Files.writeString(folder.resolve("sizes.csv"), "height,x\n0,-5\n1000,5\n");
        Path experiment = Files.writeString(
                folder.resolve("sizes.yaml"),
                String.join(
                        "\n",
                        "generator: {name: mlp, latent: 2, width: 4, output: TANH}",
                        "critic: {name: mlp, width: 4}",
                        "loss: non-saturating",
                        "data: {name: csv, path: " + data + "}",
                        "batch-size: 2",
                        "engine: reference",
                        "steps: 1"));
        Path run = folder.resolve("run");
        assertThat(gan("train", experiment, "--out", run).code()).isZero();
        Path file = folder.resolve("samples.csv");
        assertThat(gan("sample", run, "--count", 20, "--out", file))
                .isEqualTo(new Ran(0, "20 samples after step 1: " + file + "\n", ""));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(21).first().isEqualTo("height,x");
        assertThat(lines.subList(1, 21)).allSatisfy(line -> {
            String[] cells = line.split(",");
            assertThat(Double.parseDouble(cells[0])).isBetween(0.0, 1000.0);
            assertThat(Double.parseDouble(cells[1])).isBetween(-5.0, 5.0);
        });
        assertThat(lines.stream().skip(1).mapToDouble(line -> Double.parseDouble(line.split(",")[0])))
                .as("tanh of small weights is near 0, which is 500")
                .anyMatch(height -> height > 10);
    }

    @Test
    void aNameThatEndsInGifIsAWalkThatRepeats() throws IOException {
        Path file = folder.resolve("walk.gif");
        assertThat(gan("sample", trained, "--walk", 6, "--seed", 2, "--out", file))
                .isEqualTo(new Ran(0, "6 samples after step 1: " + file + "\n", ""));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .startsWith("GIF89a")
                .contains("NETSCAPE2.0", "Gan4J");
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(9 * 28);
        assertThat(gan("sample", trained, "--out", file).err())
                .isEqualTo("gan: a GIF file shows a walk: add --walk 60, or pass a name that ends in .png, .npy or"
                        + " .csv, or a folder\n");
        assertThat(gan("sample", trained, "--walk", 6, "--interpolate", 3, "--out", file)
                        .err())
                .isEqualTo("gan: --walk and --interpolate lead through the latents in two ways: leave out one of the"
                        + " two\n");
        assertThat(gan("sample", trained, "--walk", 6, "--count", 7, "--out", file)
                        .err())
                .startsWith("gan: a walk of 6 frames through 7 samples is none");
    }

    @Test
    void imagesAreNoTableWhichIsKnownBeforeTheyAreGenerated() {
        assertThat(gan("sample", trained, "--out", folder.resolve("x.csv")).err())
                .isEqualTo("gan: a CSV file holds vectors [N,D], not [16, 1, 28, 28]: save these samples as .npy\n");
        int tooManyForMemory = 2_000_000;
        assertThat(gan("sample", trained, "--count", tooManyForMemory, "--out", folder.resolve("x.csv"))
                        .err())
                .isEqualTo(
                        "gan: a CSV file holds vectors [N,D], not [2000000, 1, 28, 28]: save these samples as .npy\n");
    }

    @Test
    void anyOtherNameIsAFolderWithOneImagePerSample() {
        Path images = folder.resolve("images");
        assertThat(gan("sample", trained, "--count", 2, "--out", images).code()).isZero();
        assertThat(images.toFile().list()).containsExactlyInAnyOrder("0000.png", "0001.png");
        assertThat(gan("sample", trained, "--count", 2, "--out", images))
                .as("a folder with files in it is left alone")
                .isEqualTo(
                        new Ran(2, "", "gan: the folder " + images + " is not empty: choose a new or empty folder\n"));
    }

    @Test
    void theSeedDecidesTheSamples() throws IOException {
        for (int seed : new int[] {1, 2}) {
            gan("sample", trained, "--seed", seed, "--out", folder.resolve(seed + ".npy"));
        }
        gan("sample", trained, "--out", folder.resolve("own.npy"));
        assertThat(folder.resolve("own.npy"))
                .as("the run's own seed is 1")
                .hasSameBinaryContentAs(folder.resolve("1.npy"));
        assertThat(Files.mismatch(folder.resolve("1.npy"), folder.resolve("2.npy")))
                .isNotEqualTo(-1);
    }

    @Test
    void rowsOfInterpolationsStandBelowEachOther() throws IOException {
        Path file = folder.resolve("ways.png");
        assertThat(gan(
                        "sample",
                        trained,
                        "--count",
                        2,
                        "--interpolate",
                        5,
                        "--ema",
                        "--truncation",
                        0.8,
                        "--out",
                        file))
                .isEqualTo(new Ran(0, "10 samples after step 1: " + file + "\n", ""));
        BufferedImage grid = ImageIO.read(file.toFile());
        assertThat(grid.getWidth()).isEqualTo(5 * (28 + 2) + 2);
        assertThat(grid.getHeight()).isEqualTo(2 * (28 + 2) + 2);
    }
}
