package org.gan4j.export.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.tensor.TensorData;

/** The elements that stand for those beyond the end of an axis. */
enum Border {
    /** [1,2,3] continues with 3, 3. */
    REPLICATED {
        @Override
        int place(int i, int length) {
            return Math.max(0, Math.min(length - 1, i));
        }
    },
    /** [1,2,3] continues with 2, 1. */
    REFLECTED {
        @Override
        int place(int i, int length) {
            int fromStart = Math.abs(i);
            return fromStart < length ? fromStart : 2 * (length - 1) - fromStart;
        }
    },
    /** [1,2,3] continues with 3, 2. */
    SYMMETRIC {
        @Override
        int place(int i, int length) {
            int fromStart = i < 0 ? -1 - i : i;
            return fromStart < length ? fromStart : 2 * length - 1 - fromStart;
        }
    },
    /** There is nothing beyond. */
    NONE {
        @Override
        int place(int i, int length) {
            return i >= 0 && i < length ? i : -1;
        }
    };

    /** Returns the place of the element that stands at i; -1 if there is none. */
    abstract int place(int i, int length);

    /**
     * A padding of an axis.
     *
     * @param before the number of elements in front of the axis
     */
    record Padding(Border border, int before, int after) {}

    /**
     * Returns the padding that indices stand for.
     *
     * @param indices the indices along an axis in each trace
     * @param lengths the length of the axis in each trace
     */
    static Optional<Padding> of(List<TensorData> indices, Extent lengths) {
        int total = indices.get(0).shape().size() - lengths.first();
        for (Border border : List.of(REFLECTED, REPLICATED)) {
            for (int before = 0; before <= total; before++) {
                Padding padding = new Padding(border, before, total - before);
                if (isEverywhere(padding, indices, lengths)) {
                    return Optional.of(padding);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isEverywhere(Padding padding, List<TensorData> indices, Extent lengths) {
        for (int trace = 0; trace < indices.size(); trace++) {
            int length = lengths.at().get(trace);
            int[] expected = IntStream.range(-padding.before, length + padding.after)
                    .map(i -> padding.border.place(i, length))
                    .toArray();
            if (indices.get(trace).shape().rank() != 1
                    || !Arrays.equals(expected, indices.get(trace).toInts())) {
                return false;
            }
        }
        return true;
    }
}
