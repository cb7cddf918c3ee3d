package org.gan4j.export.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.export.onnx.TracedGraph.Node;
import org.gan4j.tensor.op.ContractionOp;
import org.gan4j.tensor.op.Conv2d;
import org.gan4j.tensor.op.Conv2dWeightGradient;
import org.gan4j.tensor.op.ConvGeometry;
import org.gan4j.tensor.op.ConvTranspose2d;
import org.gan4j.tensor.op.MatMul;

/** The nodes of matrix products and convolutions. */
final class ContractionNodes {
    private static final int MATRIX = 2;

    private final Translation translation;
    private final GraphBuilder graph;

    ContractionNodes(Translation translation) {
        this.translation = translation;
        this.graph = translation.graph();
    }

    String of(ContractionOp op, Node node) {
        if (op instanceof MatMul product) {
            return translation.resizing().enlarged(node).orElseGet(() -> matMul(product, node));
        }
        String x = translation.whole(node.inputs().get(0)).name();
        String w = translation.whole(node.inputs().get(1)).name();
        if (op instanceof Conv2d conv) {
            return convolved(conv.geometry(), x, w);
        }
        if (op instanceof ConvTranspose2d) {
            return transposed(node, x, w);
        }
        return weightGradient((Conv2dWeightGradient) op, node, x, w);
    }

    /** Leading axes are stretched by MatMul itself. */
    private String matMul(MatMul op, Node node) {
        int rank = node.first().shape().rank();
        String left = matrices(node.inputs().get(0));
        String right = matrices(node.inputs().get(1));
        if (rank == MATRIX && (op.transposeLeft() || op.transposeRight())) {
            return graph.node(
                    "Gemm",
                    List.of(left, right),
                    Attributes.of("transA", op.transposeLeft() ? 1 : 0),
                    Attributes.of("transB", op.transposeRight() ? 1 : 0));
        }
        return graph.node(
                "MatMul",
                List.of(
                        op.transposeLeft() ? swapped(left, node.inputs().get(0)) : left,
                        op.transposeRight() ? swapped(right, node.inputs().get(1)) : right));
    }

    /** Returns an operand, whose leading axes alone may be missing or short. */
    private String matrices(int place) {
        Value value = translation.operand(place);
        List<Extent> dims = translation.node(place).dims();
        boolean matrices =
                value.dims().size() >= MATRIX && lastTwo(value.dims()).equals(lastTwo(dims));
        return (matrices ? value : translation.whole(place)).name();
    }

    private String swapped(String value, int place) {
        List<Extent> whole = translation.node(place).dims();
        List<Extent> compact = translation.operand(place).dims();
        boolean kept = compact.size() >= MATRIX && lastTwo(compact).equals(lastTwo(whole));
        int rank = kept ? compact.size() : whole.size();
        List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        order.set(rank - 1, rank - 2);
        order.set(rank - 2, rank - 1);
        return graph.node("Transpose", List.of(value), Attributes.of("perm", order));
    }

    private static List<Extent> lastTwo(List<Extent> dims) {
        return dims.subList(dims.size() - MATRIX, dims.size());
    }

    private String convolved(ConvGeometry geometry, String x, String w) {
        return graph.node(
                "Conv",
                List.of(x, w),
                Attributes.of("strides", List.of(geometry.strideH(), geometry.strideW())),
                Attributes.of("pads", pads(geometry)));
    }

    private static List<Integer> pads(ConvGeometry geometry) {
        return List.of(geometry.padH(), geometry.padW(), geometry.padH(), geometry.padW());
    }

    private String transposed(Node node, String x, String w) {
        ConvGeometry geometry = ((ConvTranspose2d) node.op()).geometry();
        int above = rest(node, 2, geometry.strideH(), geometry.padH());
        int beside = rest(node, 3, geometry.strideW(), geometry.padW());
        return graph.node(
                "ConvTranspose",
                List.of(x, w),
                Attributes.of("strides", List.of(geometry.strideH(), geometry.strideW())),
                Attributes.of("pads", pads(geometry)),
                Attributes.of("output_padding", List.of(above, beside)));
    }

    /** Returns the rows or columns that no window of the convolution reaches. */
    private int rest(Node node, int axis, int stride, int pad) {
        Extent rest = new Extent(node.at().stream()
                .map(at -> at.shape().dim(axis)
                        - ((at.inputs().get(0).shape().dim(axis) - 1) * stride
                                - 2 * pad
                                + at.inputs().get(1).shape().dim(axis)))
                .toList());
        if (!rest.isFixed()) {
            throw new IllegalArgumentException("its output padding depends on the size of the inputs");
        }
        return rest.first();
    }

    /** A convolution whose images and kernels have channels and samples swapped, and whose strides become dilations. */
    private String weightGradient(Conv2dWeightGradient op, Node node, String x, String g) {
        List<Integer> swap = List.of(1, 0, 2, 3);
        ConvGeometry geometry = op.geometry();
        String wide = graph.node(
                "Conv",
                List.of(
                        graph.node("Transpose", List.of(x), Attributes.of("perm", swap)),
                        graph.node("Transpose", List.of(g), Attributes.of("perm", swap))),
                Attributes.of("dilations", List.of(geometry.strideH(), geometry.strideW())),
                Attributes.of("pads", pads(geometry)));
        String cut = graph.node(
                "Slice",
                List.of(wide, graph.integers(0, 0), graph.integers(op.kernelH(), op.kernelW()), graph.integers(2, 3)));
        return graph.node("Transpose", List.of(cut), Attributes.of("perm", swap));
    }
}
