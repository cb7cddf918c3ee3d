package org.gan4j.tensor.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

class SafetensorsPropertyTest {
    @Property(tries = 50)
    void anyNamesAndValuesComeBack(
            @ForAll @Size(max = 5) Map<@CharRange(from = 0, to = '\uD7FF') String, float[]> values) throws IOException {
        Map<String, TensorData> tensors = new TreeMap<>();
        values.forEach((name, floats) -> tensors.put(name, TensorData.of(floats, Shape.of(floats.length))));
        Path file = Files.createTempFile("gan4j", ".safetensors");
        try {
            Safetensors written = new Safetensors(tensors, Map.of());
            written.write(file);
            assertThat(Safetensors.read(file)).isEqualTo(written);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 50)
    void anyTruncationIsNoticed(@ForAll @IntRange(max = 95) int length) throws IOException {
        Path file = Files.createTempFile("gan4j", ".safetensors");
        try {
            TensorData data = TensorData.of(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));
            new Safetensors(Map.of("weight", data), Map.of()).write(file);
            byte[] whole = Files.readAllBytes(file);
            assertThat(whole).hasSize(96);
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Safetensors.read(file))
                    .withMessageContaining(file.toString());
        } finally {
            Files.delete(file);
        }
    }
}
