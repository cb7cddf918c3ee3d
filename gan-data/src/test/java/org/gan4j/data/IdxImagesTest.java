package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxImagesTest {
    @TempDir
    Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void write() throws IOException {
        images = bytes("images", "00000803" + "00000002" + "00000001" + "00000003" + "0033ff" + "ff6600");
        labels = bytes("labels", "00000801" + "00000002" + "07c8");
    }

    @Test
    void imagesAndLabelsAreReadTogether() {
        Dataset data = IdxImages.of(images, labels).open();
        assertThat(data.size()).isEqualTo(2);
        TensorData read = data.read(0, 1).get("image");
        assertThat(read.shape()).isEqualTo(Shape.of(2, 1, 1, 3));
        assertThat(read.toFloats()).containsExactly(new float[] {-1, -0.6f, 1, 1, -0.2f, -1}, Offset.offset(1e-6f));
        assertThat(data.read(0, 1).get("label")).isEqualTo(TensorData.of(new int[] {0, 1}, Shape.of(2)));
        assertThat(data.classes()).containsExactly("7", "200");
        assertThat(data.files()).containsExactly(new DataFile("images", 22), new DataFile("labels", 10));
        assertThat(IdxImages.of(images).open().fields()).hasSize(1);
    }

    @Test
    void aFileThatExpandsToMoreThanItsHeaderSaysIsRefusedAtOnce() throws IOException {
        Path bomb = folder.resolve("bomb.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write(Files.readAllBytes(images));
            for (int i = 0; i < 64; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxImages.of(bomb).open())
                .withMessageContaining("more bytes follow the 6 of its shape");
    }

    @Test
    void zippedFilesGiveTheSame() throws IOException {
        Path zipped = folder.resolve("zipped.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(images, out);
        }
        assertThat(IdxImages.of(zipped).open().read(1, 0))
                .isEqualTo(IdxImages.of(images).open().read(1, 0));
        byte[] whole = Files.readAllBytes(zipped);
        Files.write(zipped, Arrays.copyOf(whole, whole.length - 11));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxImages.of(zipped).open())
                .withMessageContaining("zipped.gz is damaged");
    }

    @Test
    void rejectsFilesThatDoNotMatch() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxImages.of(labels).open())
                .withMessageContaining("has the shape [2]: give a file of images, [N,H,W]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxImages.of(folder.resolve("none")).open())
                .withMessageContaining("there is no IDX file")
                .withMessageContaining("none");
        Path three = bytes("three", "00000801" + "00000003" + "010203");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxImages.of(images, three).open())
                .withMessageContaining("three has 3 labels")
                .withMessageContaining("has 2 images");
        Path none = bytes("nothing", "00000803" + "00000000" + "00000001" + "00000003");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxImages.of(none).open())
                .withMessageContaining("holds no images");
    }

    private Path bytes(String name, String hex) throws IOException {
        return Files.write(folder.resolve(name), HexFormat.of().parseHex(hex));
    }
}
