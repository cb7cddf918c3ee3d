package org.gan4j.apps.superresolution;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Six gray images of 8×8 by a formula, each with a small image of half its size that is not its reduction. */
record PairedImages() implements DataSource {
    private static final int IMAGES = 6;

    @Override
    public String name() {
        return "paired-images";
    }

    @Override
    public String summary() {
        return "images with small images";
    }

    @Override
    public Dataset open() {
        return new Dataset() {
            @Override
            public List<Field> fields() {
                return List.of(
                        new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 8, 8)),
                        new Field(SmallImages.NAME, DType.FLOAT, Shape.of(1, 4, 4)));
            }

            @Override
            public int size() {
                return IMAGES;
            }

            @Override
            public Map<String, TensorData> read(int... indices) {
                return Map.of(Field.IMAGE, waves(8, indices), SmallImages.NAME, waves(4, indices));
            }
        };
    }

    private static TensorData waves(int side, int... indices) {
        float[] values = new float[indices.length * side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(indices[i / (side * side)] * 64 + i % (side * side) * 8.0 / side);
        }
        return TensorData.of(values, Shape.of(indices.length, 1, side, side));
    }
}
