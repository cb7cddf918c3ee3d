package org.gan4j.dsl.inference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.DerivedDataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Scale;
import org.gan4j.tensor.TensorData;

/**
 * Data whose vectors come out in the scales of other data, so that equal values are equal numbers, up to
 * the rounding of floats.
 *
 * @param whole the data, which have scales of their own
 * @param scales the scales of the other data
 */
public record RescaledDataset(Dataset whole, List<Scale> scales) implements DerivedDataset {
    public RescaledDataset {
        scales = List.copyOf(scales);
    }

    /**
     * Returns data in the scales of those that a GAN was trained on, or as they are if the scales of one of the two are not
     * known.
     *
     * @param name the name of the data, for messages
     * @param learned the schema of the data of training
     * @throws IllegalArgumentException if the columns have other names
     */
    public static Dataset of(Dataset data, String name, DataSchema learned) {
        List<Scale> own = data.scales();
        List<Scale> other = learned.scales();
        if (isNamed(own) && isNamed(other) && !names(own).equals(names(other))) {
            throw new IllegalArgumentException(
                    "the columns of " + name + " are " + names(own) + ", and this GAN was trained" + " on "
                            + names(other) + ": pass data with these columns, in this order");
        }
        return own.isEmpty() || other.isEmpty() || own.equals(other) ? data : new RescaledDataset(data, other);
    }

    private static boolean isNamed(List<Scale> scales) {
        return !scales.isEmpty()
                && scales.stream().noneMatch(each -> each.name().isEmpty());
    }

    private static List<String> names(List<Scale> scales) {
        return scales.stream().map(Scale::name).toList();
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        Map<String, TensorData> rows = new LinkedHashMap<>(whole.read(indices));
        rows.computeIfPresent(Field.IMAGE, (any, vectors) -> rescaled(vectors));
        return rows;
    }

    private TensorData rescaled(TensorData vectors) {
        float[] values = vectors.toFloats();
        int width = vectors.shape().without(0).size();
        for (int i = 0; i < values.length; i++) {
            Scale from = at(whole.scales(), i % width);
            Scale to = at(scales, i % width);
            if (!from.equals(to)) {
                values[i] = (float) ((from.middle() + from.half() * values[i] - to.middle()) / to.half());
            }
        }
        return TensorData.of(values, vectors.shape());
    }

    private static Scale at(List<Scale> scales, int column) {
        return scales.get(scales.size() == 1 ? 0 : column);
    }
}
