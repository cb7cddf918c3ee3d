package org.gan4j.apps.progressive;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The reduction of a batch's images to a smaller size, by the means of blocks of pixels.
 *
 * @param factor the height and width of a block
 */
record MeanReduction(int factor) implements UnaryOperator<Map<String, TensorData>> {
    @Override
    public Map<String, TensorData> apply(Map<String, TensorData> batch) {
        if (factor == 1) {
            return batch;
        }
        Map<String, TensorData> reduced = new HashMap<>(batch);
        reduced.computeIfPresent(Field.IMAGE, (name, images) -> reduced(images));
        return reduced;
    }

    private TensorData reduced(TensorData images) {
        Shape shape = images.shape();
        int height = shape.dim(2) / factor;
        int width = shape.dim(3) / factor;
        float[] pixels = images.toFloats();
        float[] means = new float[pixels.length / factor / factor];
        for (int i = 0; i < means.length; i++) {
            int row = i / width; // of all small images
            int first = row * factor * shape.dim(3) + i % width * factor;
            means[i] = mean(pixels, first, shape.dim(3));
        }
        return TensorData.of(means, Shape.of(shape.dim(0), shape.dim(1), height, width));
    }

    private float mean(float[] pixels, int first, int stride) {
        double sum = 0;
        for (int y = 0; y < factor; y++) {
            for (int x = 0; x < factor; x++) {
                sum += pixels[first + y * stride + x];
            }
        }
        return (float) (sum / factor / factor);
    }
}
