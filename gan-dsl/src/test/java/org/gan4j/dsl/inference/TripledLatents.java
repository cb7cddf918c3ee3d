package org.gan4j.dsl.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.inference.GeneratorFile;
import org.gan4j.api.inference.GeneratorFormat;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Files whose generator multiplies four latents by 3; their lines are what they say about themselves, {@code key: value}. In
 * files with a line {@code image:}, samples are images of one channel.
 */
public final class TripledLatents implements GeneratorFormat {
    @Override
    public String extension() {
        return ".tripled";
    }

    @Override
    public GeneratorFile open(Path file) {
        Map<String, String> notes = new LinkedHashMap<>();
        try {
            Files.readAllLines(file)
                    .forEach(line -> notes.put(
                            line.substring(0, line.indexOf(':')),
                            line.substring(line.indexOf(':') + 1).strip()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Shape sample = notes.containsKey("image") ? Shape.of(1, 2, 2) : Shape.of(4);
        return new GeneratorFile() {
            @Override
            public int latents() {
                return 4;
            }

            @Override
            public Shape sample() {
                return sample;
            }

            @Override
            public Map<String, String> notes() {
                return notes;
            }

            @Override
            public TensorData compute(TensorData latents) {
                float[] values = latents.toFloats();
                for (int i = 0; i < values.length; i++) {
                    values[i] *= 3;
                }
                int count = latents.shape().dim(0);
                return TensorData.of(values, sample.rank() == 1 ? Shape.of(count, 4) : Shape.of(count, 1, 2, 2));
            }

            @Override
            public void close() {}
        };
    }
}
