package org.gan4j.data.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gan4j.data.FashionMnist;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngFilesTest {
    @TempDir
    Path folder;

    @Test
    void aGridIsReadBackUnchanged() throws IOException {
        TensorData clothes = FashionMnist.embedded().open().read(0, 1, 2, 3, 4).get("image");
        Path file = folder.resolve("samples/step-000100.png");
        PngFiles.writeGrid(file, clothes, 5);
        assertSamePixels(ImageIO.read(file.toFile()), ImageGrid.of(clothes, 5));
        assertThat(files(file.getParent())).containsExactly("step-000100.png");
    }

    @Test
    void eachImageCanBeAFileOfItsOwn() throws IOException {
        TensorData images = TensorData.of(new float[] {-1, 1, 0, 1, 1, -1}, Shape.of(2, 3, 1, 1));
        PngFiles.writeEach(folder, images);
        assertThat(files(folder)).containsExactly("0000.png", "0001.png");
        assertThat(ImageIO.read(folder.resolve("0001.png").toFile()).getRGB(0, 0))
                .isEqualTo(0xFFFFFF00);
    }

    @Test
    void equalImagesGiveEqualBytes() {
        TensorData clothes = FashionMnist.embedded().open().read(5, 6, 7).get("image");
        PngFiles.writeGrid(folder.resolve("1.png"), clothes);
        PngFiles.writeGrid(folder.resolve("2.png"), clothes);
        assertThat(folder.resolve("1.png")).hasSameBinaryContentAs(folder.resolve("2.png"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() ->
                        PngFiles.write(file.resolve("x.png"), new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("x.png could not be written");
    }

    private static void assertSamePixels(BufferedImage one, BufferedImage other) {
        int width = other.getWidth();
        int height = other.getHeight();
        assertThat(one.getRaster().getPixels(0, 0, width, height, (int[]) null))
                .containsExactly(other.getRaster().getPixels(0, 0, width, height, (int[]) null));
    }

    private static Stream<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
