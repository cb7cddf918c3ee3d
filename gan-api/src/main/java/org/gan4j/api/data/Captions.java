package org.gan4j.api.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A column of captions, as the field {@code caption}.
 *
 * @param values the index of each sample's caption; they are not copied and must not change afterwards
 * @param texts the captions
 */
public record Captions(int[] values, List<String> texts) implements Column {
    private static final Field CAPTION = new Field(Field.CAPTION, DType.INT, Shape.scalar());

    public Captions {
        texts = List.copyOf(texts);
    }

    /** Returns the captions of samples, in the order in which they first occur; equal ones are one caption. */
    public static Captions of(List<String> ofSamples) {
        Map<String, Integer> distinct = new LinkedHashMap<>();
        int[] values = new int[ofSamples.size()];
        for (int i = 0; i < values.length; i++) {
            Integer known = distinct.putIfAbsent(ofSamples.get(i), distinct.size());
            values[i] = known == null ? distinct.size() - 1 : known;
        }
        return new Captions(values, List.copyOf(distinct.keySet()));
    }

    @Override
    public Field field() {
        return CAPTION;
    }

    @Override
    public int samples() {
        return values.length;
    }

    @Override
    public TensorData read(int... indices) {
        int[] batch = new int[indices.length];
        for (int i = 0; i < batch.length; i++) {
            batch[i] = values[indices[i]];
        }
        return TensorData.of(batch, Shape.of(batch.length));
    }
}
