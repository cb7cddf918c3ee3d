package org.gan4j.dsl.sketches;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Floats;
import org.gan4j.api.data.Labels;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Twelve samples computed by a formula, of a kind that a file can name. */
record FormulaData(Kind kind) implements DataSource {
    private static final int SAMPLES = 12;

    enum Kind {
        /** Images of 8×8 pixels. */
        IMAGES,
        /** Such images, of which every other one has a label, and the rest -1. */
        SPARSE_LABELS,
        /** Clips of three frames, [3,8,8]. */
        CLIPS,
        /** Waves of 16 values. */
        WAVES,
        /** Five words out of seven. */
        TEXTS,
        /** Rows of two numbers and one of three kinds. */
        ROWS
    }

    /** A column of whole numbers. */
    private record Whole(Field field, int[] values) implements Column {
        @Override
        public int samples() {
            return SAMPLES;
        }

        @Override
        public TensorData read(int... indices) {
            int size = field.shape().size();
            int[] batch = IntStream.of(indices)
                    .flatMap(index -> IntStream.range(0, size).map(i -> values[index * size + i]))
                    .toArray();
            return TensorData.of(batch, field.batch(indices.length));
        }
    }

    @Override
    public String name() {
        return "formula";
    }

    @Override
    public Dataset open() {
        return ColumnDataset.of(
                switch (kind) {
                    case IMAGES -> List.of(waves(Field.IMAGE, 1, 8, 8));
                    case SPARSE_LABELS ->
                        List.of(
                                waves(Field.IMAGE, 1, 8, 8),
                                new Labels(IntStream.range(0, SAMPLES)
                                        .map(i -> i % 2 == 0 ? i / 2 % 3 : -1)
                                        .toArray()));
                    case CLIPS -> List.of(waves(Field.IMAGE, 3, 8, 8));
                    case WAVES -> List.of(waves(Field.IMAGE, 16));
                    case TEXTS -> List.of(whole("text", 7, 5));
                    case ROWS -> List.of(waves("age", 1), waves("income", 1), whole("kind", 3));
                });
    }

    private static Floats waves(String name, long... sample) {
        Field field = new Field(name, DType.FLOAT, Shape.of(sample));
        float[] values = new float[SAMPLES * field.shape().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i + name.length());
        }
        return new Floats(field, values);
    }

    private static Whole whole(String name, int below, long... sample) {
        Field field = new Field(name, DType.INT, Shape.of(sample));
        return new Whole(
                field,
                IntStream.range(0, SAMPLES * field.shape().size())
                        .map(i -> i * i % below)
                        .toArray());
    }
}
