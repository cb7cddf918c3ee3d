package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gan4j.data.digits.DrawnDigits;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains a tiny refiner, resumes it and refines with it, as a user of the command does. */
class RefineCommandTest {
    private static final String EXPERIMENT = """
            application: {name: simgan, history: 8, refiner-steps: 2, critic-steps: 1}
            generator: {name: resnet-refiner, width: 2, blocks: 1}
            critic: {name: local, width: 2}
            loss: non-saturating
            data: {name: unpaired, data: digits, other: {name: drawn-digits, count: 30}}
            batch-size: 4
            steps: 6
            checkpoint-every: 1
            engine: reference
            """;

    @TempDir
    private static Path shared;

    private static Path experiment;
    private static Path run;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() throws IOException {
        experiment = Files.writeString(shared.resolve("tiny.yaml"), EXPERIMENT);
        run = shared.resolve("run");
        Ran trained = gan("train", experiment, "--out", run);
        assertThat(trained.err()).isEmpty();
        assertThat(trained.code()).isZero();
        assertThat(trained.out()).contains("./gan refine " + run + " refined --count 100");
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void image(String name, int width, int height, int type) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, 0x010101 * (i * 37 % 256) | 0xFF000000);
        }
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }

    private void text(String name, String content) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** The history is state, and the phases follow from the step's number. */
    @Test
    void aRunThatIsResumedAcrossThePhasesEqualsOneThatIsNot() {
        for (int stop : new int[] {1, 3, 4}) {
            Path stopped = folder.resolve("stopped" + stop);
            gan("train", experiment, "--out", stopped, "--set", "steps=" + stop);
            assertThat(gan("train", "--resume", stopped, "--steps", 6).code()).isZero();
            assertThat(stopped.resolve("checkpoints/step-000006.safetensors"))
                    .hasSameBinaryContentAs(run.resolve("checkpoints/step-000006.safetensors"));
        }
    }

    @Test
    void labelsOfAFolderAreCarriedOver() throws IOException {
        image("three/a.png", 8, 8, BufferedImage.TYPE_BYTE_GRAY);
        image("three/b.png", 8, 8, BufferedImage.TYPE_BYTE_GRAY);
        image("four/deep/wide.bmp", 13, 5, BufferedImage.TYPE_3BYTE_BGR);
        text("labels.csv", "file,label\nthree/a.png,3\n");
        text("three/a.json", "{\"angle\": 12}");
        text("three/notes.pdf", "");
        text("README", "");
        text(".hidden", "");
        Ran ran = gan("refine", run, folder.resolve("in"), folder.resolve("out"));
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .isEqualTo("3 images refined by " + run + " after step 6, and 2 annotation files copied: "
                        + folder.resolve("out") + "\n");
        assertThat(ran.err()).isEqualTo("""
                gan: 2 files are neither images nor annotations and were left out: 1 .pdf, 1 without extension
                gan: 1 image became .png; the copied annotations may name them by their former extension
                """);
        assertThat(files(folder.resolve("out")))
                .containsExactly("four/deep/wide.png", "labels.csv", "three/a.json", "three/a.png", "three/b.png");
        assertThat(folder.resolve("out/labels.csv")).hasSameBinaryContentAs(folder.resolve("in/labels.csv"));
        assertThat(folder.resolve("out/three/a.json")).hasContent("{\"angle\": 12}");
        BufferedImage wide =
                ImageIO.read(folder.resolve("out/four/deep/wide.png").toFile());
        assertThat(wide.getWidth()).isEqualTo(13);
        assertThat(wide.getHeight()).isEqualTo(5);
        assertThat(wide.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        Ran verified = gan("verify", folder.resolve("out"), "--run", run);
        assertThat(verified.code()).isZero();
        assertThat(verified.out()).contains("edited by a GAN, application simgan");
    }

    @Test
    void anImageThatCannotBeReadIsLeftOutWithItsCount() throws IOException {
        image("a.png", 8, 8, BufferedImage.TYPE_BYTE_GRAY);
        text("broken.png", "no image");
        text("empty.jpg", "");
        Ran ran = gan("refine", run, folder.resolve("in"), folder.resolve("out"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).startsWith("1 image refined by");
        assertThat(ran.err())
                .contains("broken.png is not a PNG, JPEG, GIF, BMP, WebP or TIFF image", "empty.jpg is empty")
                .endsWith("gan: 2 images of 3 could not be read and were left out\n");
        assertThat(files(folder.resolve("out"))).containsExactly("a.png");
    }

    @Test
    void twoImagesOfOneNameAreRefused() throws IOException {
        image("a.png", 8, 8, BufferedImage.TYPE_BYTE_GRAY);
        image("a.bmp", 8, 8, BufferedImage.TYPE_3BYTE_BGR);
        assertThat(gan("refine", run, folder.resolve("in"), folder.resolve("out"))
                        .err())
                .isEqualTo("gan: a.bmp and a.png would both become a.png: rename one of them\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void theRunsOwnImagesAreRefinedInFoldersOfTheirLabels() throws IOException {
        Path refined = folder.resolve("refined");
        Path drawn = folder.resolve("drawn");
        Ran ran = gan("refine", run, refined, "--count", 12, "--unrefined", drawn);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("12 images refined by " + run + " after step 6: " + refined + "\n");
        assertThat(files(refined))
                .hasSize(12)
                .startsWith("0/0000.png", "0/0010.png", "1/0001.png", "1/0011.png", "2/0002.png")
                .isEqualTo(files(drawn));
        BufferedImage seven = ImageIO.read(drawn.resolve("7/0007.png").toFile());
        TensorData expected = DrawnDigits.standard().open().read(7).get("image");
        for (int i = 0; i < 64; i++) {
            assertThat(seven.getRaster().getSample(i % 8, i / 8, 0))
                    .isEqualTo((int) Math.round((expected.get(i) + 1) * 127.5));
        }
        // the same network, whether it reads images of the data or of a folder
        Path again = folder.resolve("again");
        assertThat(gan("refine", run, drawn, again).code()).isZero();
        for (String name : files(refined)) {
            int[] one = levels(refined.resolve(name));
            int[] other = levels(again.resolve(name));
            for (int i = 0; i < one.length; i++) {
                assertThat(other[i]).isBetween(one[i] - 1, one[i] + 1);
            }
        }
        assertThat(gan("refine", run, folder.resolve("latest"), "--count", 12, "--latest")
                        .code())
                .isZero();
    }

    private static int[] levels(Path image) throws IOException {
        return ImageIO.read(image.toFile()).getRaster().getPixels(0, 0, 8, 8, (int[]) null);
    }

    @Test
    void moreThanTheDataHaveAreRefused() {
        assertThat(gan("refine", run, folder.resolve("out"), "--count", 31).err())
                .isEqualTo("gan: the run's data have 30 synthetic images, not 31: give a smaller --count\n");
    }

    @Test
    void aBatchOfOneIsRefusedWithASentence() {
        Ran ran = gan("train", experiment, "--out", folder.resolve("one"), "--set", "batch-size=1");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("the batch size is 1: use 2 or more, or set the history to 0");
    }
}
