package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Split;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10Test {
    private static final int RECORD = 3073;

    @TempDir
    Path folder;

    @Test
    void readsTheFilesOfASplitInOrder() throws IOException {
        for (int i = 1; i <= 5; i++) {
            write("data_batch_" + i + ".bin", i, i + 1);
        }
        write("test_batch.bin", 9);
        assertThat(labels(Cifar10.of(folder))).containsExactly(1, 2, 2, 3, 3, 4, 4, 5, 5, 6);
        assertThat(labels(new Cifar10(folder.toString(), Split.TEST))).containsExactly(9);
        assertThat(labels(new Cifar10(folder.toString(), Split.ALL)))
                .hasSize(11)
                .endsWith(9);
        assertThat(labels(Cifar10.of(folder.resolve("data_batch_3.bin")))).containsExactly(3, 4);
        Dataset data = Cifar10.of(folder).open();
        assertThat(data.files()).hasSize(5).contains(new DataFile("data_batch_2.bin", 2 * RECORD));
        assertThat(data.classes()).hasSize(10).startsWith("airplane").endsWith("truck");
        assertThat(data.classes().get(6)).isEqualTo("frog");
    }

    @Test
    void pixelsArePlanesOfRedGreenBlue() throws IOException {
        byte[] bytes = new byte[RECORD];
        bytes[1] = (byte) 255;
        bytes[1 + 1024 + 1] = (byte) 255;
        bytes[1 + 2048 + 32] = (byte) 255;
        Files.write(folder.resolve("x.bin"), bytes);
        TensorData image = Cifar10.of(folder.resolve("x.bin")).open().read(0).get("image");
        assertThat(image.shape()).isEqualTo(Shape.of(1, 3, 32, 32));
        for (int i = 0; i < 3072; i++) {
            assertThat(image.get(i)).isEqualTo(i == 0 || i == 1025 || i == 2080 ? 1 : -1);
        }
    }

    @Test
    void rejectsMissingAndDamagedFiles() throws IOException {
        write("data_batch_1.bin", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cifar10.of(folder).open())
                .withMessageContaining("there is no file")
                .withMessageContaining("data_batch_2.bin");
        Path cut = Files.write(folder.resolve("cut.bin"), new byte[RECORD - 1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cifar10.of(cut).open())
                .withMessageContaining("cut.bin is not a complete file")
                .withMessageContaining("3072 bytes");
        byte[] wrong = new byte[RECORD];
        Arrays.fill(wrong, (byte) 77);
        Path other = Files.write(folder.resolve("other.bin"), wrong);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cifar10.of(other).open())
                .withMessageContaining("label 77");
        Path huge = folder.resolve("huge.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(3_000_000_000L);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cifar10.of(huge).open())
                .withMessageContaining("it has 3000000000 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cifar10.of(folder.resolve("nowhere")).open())
                .withMessageContaining("there is no file or folder");
    }

    private void write(String name, int... labels) throws IOException {
        byte[] bytes = new byte[labels.length * RECORD];
        for (int i = 0; i < labels.length; i++) {
            bytes[i * RECORD] = (byte) labels[i];
        }
        Files.write(folder.resolve(name), bytes);
    }

    private static int[] labels(Cifar10 source) {
        Dataset data = source.open();
        int[] all = new int[data.size()];
        Arrays.setAll(all, i -> i);
        return data.read(all).get("label").toInts();
    }
}
