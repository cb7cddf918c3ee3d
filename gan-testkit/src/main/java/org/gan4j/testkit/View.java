package org.gan4j.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.op.Pad;
import org.gan4j.tensor.op.Slice;

/** A memory layout of a tensor. An engine that makes views must handle all of them. */
enum View {
    /** The elements in row-major order. */
    PLAIN {
        @Override
        Tensor feed(String name, TensorData data, Map<String, TensorData> feeds) {
            feeds.put(name, data);
            return Tensor.input(name, data.dtype(), data.shape().dims());
        }
    },
    /** The axes in reverse order. */
    PERMUTED {
        @Override
        Tensor feed(String name, TensorData data, Map<String, TensorData> feeds) {
            int[] reversed = IntStream.range(0, data.shape().rank())
                    .map(axis -> data.shape().rank() - 1 - axis)
                    .toArray();
            TensorData turned = Tensor.of(data).permute(reversed).evaluate();
            return PLAIN.feed(name, turned, feeds).permute(reversed);
        }
    },
    /** Every other element of a larger tensor, not starting at its beginning. */
    SLICED {
        @Override
        Tensor feed(String name, TensorData data, Map<String, TensorData> feeds) {
            int rank = data.shape().rank();
            List<Integer> ones = Collections.nCopies(rank, 1);
            Shape large = Shape.of(IntStream.range(0, rank)
                    .mapToLong(axis -> 2L * data.shape().dim(axis) + 2)
                    .toArray());
            TensorData spread =
                    Tensor.of(new Pad(ones, ones, large), Tensor.of(data)).evaluate();
            return Tensor.of(
                    new Slice(ones, Collections.nCopies(rank, 2), data.shape()), PLAIN.feed(name, spread, feeds));
        }
    },
    /** The first elements along the last axis, repeated. */
    BROADCAST {
        @Override
        Tensor feed(String name, TensorData data, Map<String, TensorData> feeds) {
            if (data.shape().rank() == 0) {
                return PLAIN.feed(name, data, feeds);
            }
            TensorData first = Tensor.of(data).slice(-1, 0, 1).evaluate();
            return PLAIN.feed(name, first, feeds).broadcastTo(data.shape());
        }
    };

    /** Returns an expression for the data in terms of a named input, and adds the value of that input to the feeds. */
    abstract Tensor feed(String name, TensorData data, Map<String, TensorData> feeds);
}
