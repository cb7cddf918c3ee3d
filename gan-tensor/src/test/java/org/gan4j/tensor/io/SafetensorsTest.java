package org.gan4j.tensor.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    private static final TensorData TWO = TensorData.of(new float[] {1, -2}, Shape.of(2));

    @TempDir
    Path folder;

    @Test
    void writesTheDocumentedBytes() throws IOException {
        Path file = folder.resolve("x.safetensors");
        new Safetensors(Map.of("w", TWO), Map.of("step", "3")).write(file);
        String json =
                "{\"__metadata__\":{\"step\":\"3\"},\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        int length = (json.length() + 7) / 8 * 8;
        ByteBuffer expected = ByteBuffer.allocate(8 + length + 8).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(length).put((json + " ".repeat(length - json.length())).getBytes(StandardCharsets.UTF_8));
        expected.putFloat(1).putFloat(-2);
        assertThat(file).hasBinaryContent(expected.array());
    }

    @Test
    void everyTypeComesBackAsItWas() {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        tensors.put("z/flags", TensorData.of(new boolean[] {true, false, true}, Shape.of(3, 1)));
        tensors.put("labels", TensorData.of(new int[] {Integer.MIN_VALUE, 7}, Shape.of(1, 2)));
        tensors.put("t", TensorData.of(new double[] {Math.PI}, Shape.scalar()));
        tensors.put("none", TensorData.of(new float[0], Shape.of(0, 5)));
        tensors.put("\"quoted\" \\ \n ü 😀", TensorData.of(new float[] {Float.MIN_VALUE, -0f, Float.NaN}, Shape.of(3)));
        Safetensors written = new Safetensors(tensors, Map.of("format", "1", "ключ", "\t"));
        Path file = folder.resolve("x.safetensors");
        written.write(file);
        assertThat(Safetensors.read(file)).isEqualTo(written);
    }

    @Test
    void tensorsLongerThanTheBufferComeBack() {
        float[] values = new float[100_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.1f;
        }
        Safetensors written =
                new Safetensors(Map.of("a", TensorData.of(values, Shape.of(values.length)), "b", TWO), Map.of());
        Path file = folder.resolve("x.safetensors");
        written.write(file);
        assertThat(Safetensors.read(file)).isEqualTo(written);
    }

    @Test
    void equalContentsGiveEqualBytesWhateverTheirOrder() throws IOException {
        Map<String, TensorData> other = new LinkedHashMap<>();
        other.put("b", TWO);
        other.put("a", TWO);
        new Safetensors(other, Map.of("x", "1", "y", "2")).write(folder.resolve("1"));
        new Safetensors(Map.of("a", TWO, "b", TWO), Map.of("y", "2", "x", "1")).write(folder.resolve("2"));
        assertThat(folder.resolve("1")).hasSameBinaryContentAs(folder.resolve("2"));
    }

    @Test
    void everyTensorBeginsAtAMultipleOfItsElementSize() throws IOException {
        Path file = folder.resolve("x.safetensors");
        Map<String, TensorData> tensors = Map.of(
                "a", TensorData.of(new boolean[] {true}, Shape.of(1)),
                "b", TensorData.scalar(1f),
                "c", TensorData.of(new double[] {1}, Shape.of(1)));
        new Safetensors(tensors, Map.of()).write(file);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("[0,8]},\"b\"", "[8,12]},\"a\"", "[12,13]}");
    }

    @Test
    void readsHalfPrecisionAndLongs() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        data.putLong(-5);
        for (int bits : new int[] {0x3C00, 0xC000, 0x7BFF, 0x0001, 0xFC00}) {
            data.putShort((short) bits);
        }
        data.putShort((short) 0x3F80).putShort((short) 0xC2F7).put((byte) 200).put((byte) 0);
        Path file = file(
                "{\"l\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]},"
                        + "\"h\":{\"dtype\":\"F16\",\"shape\":[5],\"data_offsets\":[8,18]},"
                        + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[18,22]},"
                        + "\"u\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[22,24]}}",
                data.array());
        Map<String, TensorData> tensors = Safetensors.read(file).tensors();
        assertThat(tensors.get("l")).isEqualTo(TensorData.scalar(-5));
        assertThat(tensors.get("h").toFloats()).containsExactly(1, -2, 65504, 0x1p-24f, Float.NEGATIVE_INFINITY);
        assertThat(tensors.get("b").toFloats()).containsExactly(1, -123.5f);
        assertThat(tensors.get("u").toInts()).containsExactly(200, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 4 | was cut short",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 9 | the remaining bytes are not described",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | 8 | do not span",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | 8 | do not span",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 8 | leaves a gap",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[1],"
                        + "'data_offsets':[2,6]}} | 6 | overlaps",
                "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} | 4 | whole number",
                "{'a':{'dtype':'F32','shape':[1.0],'data_offsets':[0,4]}} | 4 | is expected",
                "{'a':{'dtype':'F32','shape':[9999999999,9999999999],'data_offsets':[0,4]}} | 4 | overflow",
                "{'a':{'dtype':'F8_E5M2','shape':[4],'data_offsets':[0,4]}} | 4 | F8_E5M2 cannot be read",
                "{'a':{'dtype':'F32','shape':[1]}} | 4 | should have dtype, shape and data_offsets",
                "{'a':{'dtype':'BOOL','shape':[1],'data_offsets':[0,1]}} | 1 | not as 0 or 1",
                "{'a':{'dtype':'I64','shape':[1],'data_offsets':[0,8]}} | 8 | does not fit 32 bits",
                "{'a':{'dtype':'F32','shape':[0],'data_offsets':[0,0]},'a':{'dtype':'F32','shape':[0],"
                        + "'data_offsets':[0,0]}} | 0 | appears twice",
                "{'__metadata__':{'a':1}} | 0 | in place of a string",
                "{'a':[]} | 0 | not an object",
                "{'a':[[[[]]]]} | 0 | nested too deeply",
                "{'a':{} | 0 | '}' is expected",
                "{'a | 0 | not closed",
                "{} x | 0 | unexpected text follows",
                "[] | 0 | '{' is expected"
            })
    void whatIsMalformedIsRefusedWithASentence(String header, int dataBytes, String sentence) throws IOException {
        byte[] data = new byte[dataBytes];
        Arrays.fill(data, (byte) 9);
        Path file = file(header.replace('\'', '"'), data);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(sentence);
    }

    @Test
    void filesOfAnotherKindAreRefused() throws IOException {
        Path file = folder.resolve("x");
        Files.writeString(file, "PK");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageContaining("2 bytes");
        Files.writeString(file, "a text of some length");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageContaining("another kind of file");
        Files.write(file, new byte[] {100, 0, 0, 0, 0, 0, 0, 0, '{'});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageContaining("ends within its header");
        assertThatThrownBy(() -> Safetensors.read(folder.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void theNameOfTheMetadataIsTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Safetensors(Map.of("__metadata__", TWO), Map.of()).write(folder.resolve("x")))
                .withMessageContaining("another name");
    }

    private Path file(String header, byte[] data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json).put(data);
        return Files.write(folder.resolve("x.safetensors"), bytes.array());
    }
}
