package org.gan4j.tensor.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
    @TempDir
    Path folder;

    @Test
    void writesWhatNumpyWrites() throws IOException {
        Path file = folder.resolve("x.npy");
        Npy.write(file, TensorData.of(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3)));
        // numpy.save of the same array, numpy 1.24
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
        ByteBuffer expected = ByteBuffer.allocate(128 + 24).order(ByteOrder.LITTLE_ENDIAN);
        expected.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
        expected.put((header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        for (int i = 1; i <= 6; i++) {
            expected.putFloat(i);
        }
        assertThat(file).hasBinaryContent(expected.array());
    }

    @Test
    void everyTypeAndRankComesBack() {
        Path file = folder.resolve("x.npy");
        for (TensorData data : List.of(
                TensorData.scalar(1.5f),
                TensorData.of(new float[0], Shape.of(0)),
                TensorData.of(new double[] {1, 2}, Shape.of(2)),
                TensorData.of(new int[] {1, -2, 3, 4}, Shape.of(1, 2, 2, 1)),
                TensorData.of(new boolean[] {true, false}, Shape.of(2, 1)))) {
            Npy.write(file, data);
            assertThat(Npy.read(file)).isEqualTo(data);
        }
    }

    @Test
    void readsBytesAndLongsAsIntegers() throws IOException {
        Path bytes = file("{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }", new byte[] {1, (byte) 255});
        assertThat(Npy.read(bytes)).isEqualTo(TensorData.of(new int[] {1, 255}, Shape.of(2)));
        Path longs =
                file("{'descr': '<i8', 'fortran_order': False, 'shape': (), }", new byte[] {3, 0, 0, 0, 0, 0, 0, 0});
        assertThat(Npy.read(longs)).isEqualTo(TensorData.scalar(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "'<f4', 'fortran_order': False, 'shape': (2,), } ; 7 ; need 8 bytes",
                "'<f4', 'fortran_order': False, 'shape': (2,), } ; 9 ; there are 9",
                "'<f4', 'fortran_order': False, 'shape': (-2,), } ; 8 ; not that of a plain array",
                "'<f4', 'fortran_order': False, 'shape': (2), } ; 8 ; needs a comma",
                "'<f4', 'fortran_order': False, 'shape': (2 2), } ; 16 ; ',' is expected",
                "'<f4', 'fortran_order': False, 'shape': (,), } ; 8 ; not that of a plain array",
                "'<f4', 'fortran_order': False, 'shape': (02,), } ; 8 ; whole number",
                "'<f4', 'fortran_order': False, 'shape': (0x2,), } ; 8 ; not that of a plain array",
                "'<f4', 'fortran_order': False, 'shape': (2_0,), } ; 8 ; not that of a plain array",
                "'<f4', 'fortran_order': False, 'shape': (2,), 'shape': (2,), } ; 8 ; occurs twice",
                "'<f4', 'fortran_order': False, } ; 8 ; keys descr, fortran_order and shape",
                "'<f4', 'fortran_order': False, 'shape': (2,), 'more': True} ; 8 ; keys descr, fortran_order and shape",
                "'<f4', 'fortran_order': 0, 'shape': (2,)} ; 8 ; not that of a plain array",
                "'<f4', 'fortran_order': 'no', 'shape': (2,)} ; 8 ; True or False",
                "'<f4', 'fortran_order': False, 'shape': (2,)}} ; 8 ; text follows the end",
                "'<f4', 'fortran_order': False, 'shape': (9999999999, 9999999999), } ; 8 ; overflow",
                "'<f4', 'fortran_order': False, 'shape': (0, 9999999999), } ; 0 ; overflow",
                "'<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296), } ; 0 ; overflow",
                "'<c8', 'fortran_order': False, 'shape': (1,), } ; 8 ; '<c8' cannot be read",
                "'<u4', 'fortran_order': False, 'shape': (2,), } ; 8 ; '<u4' cannot be read",
                "'<M8[ns]', 'fortran_order': False, 'shape': (1,), } ; 8 ; '<M8[ns]' cannot be read",
                "'<U2', 'fortran_order': False, 'shape': (1,), } ; 8 ; '<U2' cannot be read",
                "'|O', 'fortran_order': False, 'shape': (1,), } ; 8 ; Python objects",
                "('<f4', (2,)), 'fortran_order': False, 'shape': (1,), } ; 8 ; not that of a plain array",
                "[('a', '<f4')], 'fortran_order': False, 'shape': (2,), } ; 8 ; structures of several fields"
            })
    void whatIsNotUnderstoodIsRefusedWithASentence(String header, int bytes, String sentence) throws IOException {
        Path file = file("{'descr': " + header, new byte[bytes]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Npy.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(sentence);
    }

    @Test
    void filesOfAnotherKindAreRefused() throws IOException {
        Path file = folder.resolve("x.npy");
        Files.writeString(file, "PK zip archive");
        assertThatIllegalArgumentException().isThrownBy(() -> Npy.read(file)).withMessageContaining("does not begin");
        byte[] cut = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, 127, '{', '}'};
        Files.write(file, cut);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Npy.read(file))
                .withMessageContaining("within its header");
        cut[6] = 4;
        Files.write(file, cut);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Npy.read(file))
                .withMessageContaining("version 1, 2 or 3");
        Files.writeString(file, "P");
        assertThatIllegalArgumentException().isThrownBy(() -> Npy.read(file)).withMessageContaining("too early");
    }

    private Path file(String header, byte[] data) throws IOException {
        ByteBuffer file =
                ByteBuffer.allocate(11 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) (header.length() + 1));
        file.put((header + "\n").getBytes(StandardCharsets.US_ASCII)).put(data);
        return Files.write(folder.resolve("x.npy"), file.array());
    }
}
