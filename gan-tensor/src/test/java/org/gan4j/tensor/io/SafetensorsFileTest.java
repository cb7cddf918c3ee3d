package org.gan4j.tensor.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.SafetensorsFile.Stored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {
    private static final TensorData WEIGHT = TensorData.of(new float[] {1, -2, 3}, Shape.of(3, 1));
    private static final TensorData LABELS = TensorData.of(new int[] {4, 5}, Shape.of(2));
    private static final TensorData LAST = TensorData.scalar(7.5f);

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void write() {
        path = folder.resolve("x.safetensors");
        new Safetensors(Map.of("weight", WEIGHT, "labels", LABELS, "z", LAST), Map.of("step", "3")).write(path);
    }

    @Test
    void formsAndMetadataAreKnownWithoutReadingTheTensors() {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.metadata()).isEqualTo(Map.of("step", "3"));
            assertThat(file.tensors())
                    .containsExactly(
                            Map.entry("labels", new Stored(DType.INT, Shape.of(2))),
                            Map.entry("weight", new Stored(DType.FLOAT, Shape.of(3, 1))),
                            Map.entry("z", new Stored(DType.FLOAT, Shape.scalar())));
        }
    }

    @Test
    void tensorsAreReadInAnyOrderAndMoreThanOnce() {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.read("z")).isEqualTo(LAST);
            assertThat(file.read("labels")).isEqualTo(LABELS);
            assertThat(file.read("weight")).isEqualTo(WEIGHT);
            assertThat(file.read("z")).isEqualTo(LAST);
        }
    }

    @Test
    void onlyTheTensorsThatAreReadMustBeIntact() throws IOException {
        Path flags = folder.resolve("flags");
        new Safetensors(Map.of("a", TensorData.of(new boolean[] {true}, Shape.of(1)), "b", LAST), Map.of())
                .write(flags);
        try (RandomAccessFile bytes = new RandomAccessFile(flags.toFile(), "rw")) {
            bytes.seek(bytes.length() - 1); // the flag, since wide elements come first
            bytes.write(9);
        }
        try (SafetensorsFile file = SafetensorsFile.open(flags)) {
            assertThat(file.read("b")).isEqualTo(LAST);
            assertThatThrownBy(() -> file.read("a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(flags + " cannot be read as safetensors: a boolean is stored as 9, not as 0 or 1");
        }
    }

    @Test
    void aFileThatIsReplacedOrDeletedStaysReadableAsItWas() throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            new Safetensors(Map.of("other", LABELS), Map.of()).write(path);
            assertThat(file.read("weight")).isEqualTo(WEIGHT);
            Files.delete(path);
            assertThat(file.read("labels")).isEqualTo(LABELS);
        }
    }

    @Test
    void anInterruptedThreadReadsAndStaysInterrupted() {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            Thread.currentThread().interrupt();
            assertThat(file.read("weight")).isEqualTo(WEIGHT);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(file.read("labels")).isEqualTo(LABELS);
        }
    }

    @Test
    void anUnknownNameAndAClosedFileAreRefused() {
        SafetensorsFile file = SafetensorsFile.open(path);
        assertThatThrownBy(() -> file.read("bias"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(path + " has no tensor bias; it has [labels, weight, z]");
        file.close();
        file.close();
        assertThatThrownBy(() -> file.read("z"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(path + " cannot be read");
    }
}
