package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * An input of a model.
 *
 * @param name the name
 * @param dtype the type of its values
 * @param shape its shape, with usual lengths of the open axes
 * @param open the axes whose lengths the model leaves open, with the names of these lengths, such as {@code batch}
 */
public record ModelInput(String name, DType dtype, Shape shape, Map<Integer, String> open) {
    /** The name of the number of rows. */
    static final String BATCH = "batch";

    static final String HEIGHT = "height";
    static final String WIDTH = "width";

    /** A prime, so that hardly any other axis has this length by chance. */
    private static final int USUAL_BATCH = 7;

    public ModelInput {
        open = Map.copyOf(open);
    }

    /** Returns the input of any number of rows of a field. */
    public static ModelInput rows(Field field) {
        return new ModelInput(field.name(), field.dtype(), field.batch(USUAL_BATCH), Map.of(0, BATCH));
    }

    /** Returns the input of any number of packs of this many rows. */
    static ModelInput packs(Field field, int rows) {
        return new ModelInput(field.name(), field.dtype(), field.batch(rows * USUAL_BATCH), Map.of(0, BATCH));
    }

    /** Returns the number of rows that belong together. */
    int pack() {
        return BATCH.equals(open.get(0)) ? Math.max(1, shape.dim(0) / USUAL_BATCH) : 1;
    }

    /** Returns an input whose axes all have fixed lengths. */
    public static ModelInput fixed(String name, DType dtype, Shape shape) {
        return new ModelInput(name, dtype, shape, Map.of());
    }

    /** Returns whether each row is an image, [C,H,W]. */
    boolean isImages() {
        return dtype == DType.FLOAT && shape.rank() == 4;
    }

    /** Returns a copy that leaves the height and the width of images open, too. */
    ModelInput openSides() {
        Map<Integer, String> more = new LinkedHashMap<>(open);
        more.put(2, HEIGHT);
        more.put(3, WIDTH);
        return new ModelInput(name, dtype, shape, more);
    }

    /** Returns the usual lengths of the open axes by their names. */
    Map<String, Integer> usual() {
        Map<String, Integer> usual = new LinkedHashMap<>();
        open.keySet().stream().sorted().forEach(axis -> usual.put(open.get(axis), shape.dim(axis)));
        return usual;
    }

    /** Returns the expression of this input with these lengths of its open axes. */
    Tensor traced(Map<String, Integer> lengths) {
        Shape at = shape;
        for (Map.Entry<Integer, String> axis : open.entrySet()) {
            at = at.with(axis.getKey(), lengths.get(axis.getValue()));
        }
        return Tensor.input(name, dtype, at.dims());
    }

    /** Returns the type and the shape, such as "float [batch, 100]". */
    String text() {
        List<String> lengths = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            lengths.add(open.getOrDefault(axis, String.valueOf(shape.dim(axis))));
        }
        return dtype.name().toLowerCase(Locale.ROOT) + " " + lengths;
    }
}
