package org.gan4j.tensor;

import java.util.Locale;

/**
 * Formatting of values for display. A line stays short in JShell, which cuts at 1000 characters: a few values are shown
 * whole or by their corners, many by their range, their mean and the first ones.
 */
final class Printing {
    private static final int EDGE = 3;
    private static final int MOST_CHARACTERS = 800;
    private static final int FEW = 100;
    /** Corners of a matrix are readable; those of more axes are a page of numbers. */
    private static final int MOST_AXES = 2;

    private Printing() {}

    static String describe(DType dtype, Shape shape) {
        return dtype.name().toLowerCase(Locale.ROOT) + shape;
    }

    static String values(TensorData data) {
        StringBuilder text = new StringBuilder();
        boolean few = data.shape().size() <= FEW;
        if (!few) {
            text.append(summary(data)).append(": ");
        }
        if (few || data.shape().rank() <= MOST_AXES) {
            append(text, data, 0, 0);
        } else {
            first(text, data);
        }
        return shortened(text.toString());
    }

    /** Returns the range and the mean of the finite values, and the number of the others. */
    private static String summary(TensorData data) {
        int size = data.shape().size();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int finite = 0;
        for (int i = 0; i < size; i++) {
            double value = data.get(i);
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                sum += value;
                finite++;
            }
        }
        if (finite == 0) {
            return "none finite";
        }
        String range = "from " + number(data.dtype(), least) + " to " + number(data.dtype(), most) + ", mean "
                + number(DType.DOUBLE, sum / finite);
        return finite == size ? range : range + ", " + (size - finite) + " not finite";
    }

    private static void first(StringBuilder text, TensorData data) {
        for (int i = 0; i < 2 * EDGE; i++) {
            text.append(number(data, i)).append(", ");
        }
        text.append("...");
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
        return number(data.dtype(), data.get(index));
    }

    private static String number(DType dtype, double value) {
        switch (dtype) {
            case BOOL:
                return value != 0 ? "true" : "false";
            case INT:
                return Integer.toString((int) value);
            default:
                return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5g", value) : Double.toString(value);
        }
    }
}
