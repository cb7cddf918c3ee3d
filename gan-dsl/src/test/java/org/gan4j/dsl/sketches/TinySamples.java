package org.gan4j.dsl.sketches;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Synthetic data that a file can name.
 *
 * @param fields the fields: point, image, source, text or label
 * @param samples the number of samples
 * @param phase a number by which data of the same fields differ
 */
record TinySamples(List<String> fields, int samples, double phase) implements DataSource {
    private static final Map<String, Field> KNOWN = Map.of(
            "point", new Field("point", DType.FLOAT, Shape.of(3)),
            "image", new Field("image", DType.FLOAT, Shape.of(1, 8, 8)),
            "source", new Field("source", DType.FLOAT, Shape.of(2, 8, 8)),
            "text", new Field("text", DType.FLOAT, Shape.of(2)),
            "label", new Field("label", DType.INT, Shape.scalar()));

    TinySamples {
        fields = List.copyOf(fields);
    }

    static TinySamples of(String... fields) {
        return new TinySamples(List.of(fields), 6, 0);
    }

    TinySamples phase(double other) {
        return new TinySamples(fields, samples, other);
    }

    @Override
    public String name() {
        return "tiny-samples";
    }

    @Override
    public Dataset open() {
        ColumnDataset data = ColumnDataset.of(fields.stream()
                .map(each -> new Waves(KNOWN.get(each), samples, phase))
                .toList());
        return fields.contains(Field.LABEL) ? data.withClasses(List.of("even", "odd")) : data;
    }

    /** A column of the sines of row, position and field; labels alternate. */
    private record Waves(Field field, int samples, double phase) implements Column {
        @Override
        public TensorData read(int... indices) {
            int size = field.shape().size();
            double[] values = IntStream.range(0, indices.length * size)
                    .mapToDouble(i -> value(indices[i / size], i % size))
                    .toArray();
            return TensorData.of(field.dtype(), values, field.batch(indices.length));
        }

        private double value(int row, int position) {
            return field.dtype() == DType.INT
                    ? row % 2
                    : Math.sin(phase + 7 * row + position * (field.name().length() - 3));
        }
    }
}
