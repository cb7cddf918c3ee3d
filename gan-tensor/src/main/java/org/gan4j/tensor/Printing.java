package org.gan4j.tensor;

import java.util.Locale;

/**
 * Formatting of values for display: corners only, so that a line stays short in JShell, which cuts at 1000 characters.
 */
final class Printing {
    private static final int EDGE = 3;
    private static final int MOST_CHARACTERS = 800;

    private Printing() {}

    static String describe(DType dtype, Shape shape) {
        return dtype.name().toLowerCase(Locale.ROOT) + shape;
    }

    static String corners(TensorData data) {
        StringBuilder text = new StringBuilder();
        append(text, data, 0, 0);
        return shortened(text.toString());
    }

    static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + " ...";
    }

    private static void append(StringBuilder text, TensorData data, int axis, int offset) {
        if (axis == data.shape().rank()) {
            text.append(number(data, offset));
            return;
        }
        int length = data.shape().dim(axis);
        int stride = data.shape().stride(axis);
        text.append('[');
        for (int i = 0; i < length; i++) {
            if (length > 2 * EDGE && i == EDGE) {
                text.append(", ...");
                i = length - EDGE - 1;
                continue;
            }
            text.append(i == 0 ? "" : ", ");
            append(text, data, axis + 1, offset + i * stride);
        }
        text.append(']');
    }

    private static String number(TensorData data, int index) {
        double value = data.get(index);
        switch (data.dtype()) {
            case BOOL:
                return value != 0 ? "true" : "false";
            case INT:
                return Integer.toString((int) value);
            default:
                return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5g", value) : Double.toString(value);
        }
    }
}
