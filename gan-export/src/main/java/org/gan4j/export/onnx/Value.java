package org.gan4j.export.onnx;

import java.util.List;

/**
 * A value of the graph that is written. Its lengths may be shorter than those of the tensor that it stands for, since most
 * ops of ONNX stretch their operands themselves.
 *
 * @param name the name of the output of a node, an input or a constant
 * @param dims the lengths of its axes
 */
record Value(String name, List<Extent> dims) {
    Value {
        dims = List.copyOf(dims);
    }

    boolean isSingle() {
        return dims.stream().allMatch(dim -> dim.is(1));
    }
}
