package org.gan4j.testkit;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * One step of a {@link RandomGraph}: an operation on one or two of the earlier values.
 *
 * @param kind the operation
 * @param left the index of the first operand
 * @param right the index of the second operand, if the operation has one
 * @param choice an arbitrary number that determines axes and similar parameters
 */
record RandomStep(Kind kind, int left, int right, int choice) {
    private static final double MARGIN = 0.01;

    /** The operation of a step; a and b are the operands, n is the arbitrary number. */
    @SuppressWarnings("ImmutableEnumChecker") // rules are lambdas without state
    enum Kind {
        TANH((a, b, n) -> a.tanh()),
        SIGMOID((a, b, n) -> a.sigmoid()),
        SOFTPLUS((a, b, n) -> a.softplus()),
        SIN((a, b, n) -> a.sin()),
        COS((a, b, n) -> a.cos().neg()),
        EXP((a, b, n) -> a.mul(0.5).exp()),
        SQUARE((a, b, n) -> a.square()),
        SQRT((a, b, n) -> a.square().add(0.5).sqrt()),
        RSQRT((a, b, n) -> a.square().add(0.5).rsqrt()),
        LOG((a, b, n) -> a.softplus().add(0.25).log()),
        POWER((a, b, n) -> a.softplus().add(0.25).pow(1.5)),
        LEAKY_RELU((a, b, n) -> a.leakyRelu(0.2), (a, b, n) -> a),
        RELU((a, b, n) -> a.relu(), (a, b, n) -> a),
        ABS((a, b, n) -> a.abs(), (a, b, n) -> a),
        CLAMP((a, b, n) -> a.clamp(-0.5, 0.75), (a, b, n) -> a.add(0.5).mul(a.sub(0.75))),
        ADD((a, b, n) -> a.add(meet(a, b))),
        SUBTRACT((a, b, n) -> a.sub(meet(a, b))),
        MULTIPLY((a, b, n) -> a.mul(meet(a, b))),
        DIVIDE((a, b, n) -> a.div(meet(a, b).softplus().add(0.5))),
        MAXIMUM((a, b, n) -> a.maximum(meet(a, b)), (a, b, n) -> a.sub(meet(a, b))),
        MINIMUM((a, b, n) -> a.minimum(meet(a, b)), (a, b, n) -> a.sub(meet(a, b))),
        WHERE((a, b, n) -> a.greater(0).where(a.square(), meet(a, b)), (a, b, n) -> a),
        SUM((a, b, n) -> a.sum(axis(a, n)).mul(0.5)),
        CENTER((a, b, n) -> a.sub(a.meanKeepDims(axis(a, n)))),
        MAX((a, b, n) -> a.max(axis(a, n)), (a, b, n) -> lead(a, axis(a, n))),
        MIN((a, b, n) -> a.min(axis(a, n)), (a, b, n) -> lead(a.neg(), axis(a, n))),
        SOFTMAX((a, b, n) -> a.softmax(axis(a, n))),
        LOG_SOFTMAX((a, b, n) -> a.logSoftmax(axis(a, n))),
        STANDARDIZE((a, b, n) -> a.reshape(1, -1)
                .layerNorm(Tensor.scalar(1), Tensor.scalar(0), 0.1)
                .reshape(a.shape().dims())),
        PERMUTE((a, b, n) -> a.permute(IntStream.range(0, a.shape().rank())
                .map(i -> a.shape().rank() - 1 - i)
                .toArray())),
        FLATTEN((a, b, n) -> a.reshape(-1)),
        SPLIT((a, b, n) -> a.reshape(a.shape().size() % 2 == 0 ? 2 : 1, -1, 1)),
        HALF((a, b, n) -> a.slice(axis(a, n), length(a, n) / 2, length(a, n))),
        EVERY_OTHER((a, b, n) -> a.slice(axis(a, n), 0, length(a, n), 2)),
        PAD((a, b, n) -> a.pad(axis(a, n), 1, 2)),
        CONCAT((a, b, n) -> Tensor.concat(axis(a, n), a, a.tanh(), a)),
        FLIP((a, b, n) -> a.flip(axis(a, n))),
        GATHER((a, b, n) -> a.gather(axis(a, n), Tensor.of(Points.indices(length(a, n), n, 2, 2)))),
        SCATTER((a, b, n) -> a.scatterAdd(axis(a, n), 3, Tensor.of(Points.indices(3, n, length(a, n))))),
        REPEAT((a, b, n) -> a.reshape(1, -1).broadcastTo(3, a.shape().size())),
        GRAM((a, b, n) ->
                matrix(a, n).matmul(matrix(a, n), n % 2 == 0, n % 2 != 0).mul(0.25)),
        MATMUL((a, b, n) ->
                matrix(a, n).matmul(fill(b, matrix(a, n).shape().dim(1), 3)).mul(0.5)),
        CONV((a, b, n) -> image(a, n).conv2d(fill(b, 2, 4).reshape(2, 1, 2, 2), 1 + n % 2, 1)),
        CONV_TRANSPOSE((a, b, n) -> image(a, n).convTranspose2d(fill(b, 3, 3).reshape(1, 1, 3, 3), 1 + n % 2, 1));

        private final Rule rule;
        private final Rule distance;

        Kind(Rule rule) {
            this(rule, null);
        }

        /** @param distance an expression that is zero at kinks, so it must stay away from zero */
        Kind(Rule rule, Rule distance) {
            this.rule = rule;
            this.distance = distance;
        }
    }

    private interface Rule {
        Tensor of(Tensor a, Tensor b, int n);
    }

    static RandomStep draw(Random random, int left, int right) {
        Kind[] kinds = Kind.values();
        return new RandomStep(kinds[random.nextInt(kinds.length)], left, right, random.nextInt(1000));
    }

    Tensor apply(List<Tensor> values) {
        return kind.rule.of(values.get(left), values.get(right), choice);
    }

    String name() {
        return kind + "(" + left + "," + right + ")";
    }

    /** Returns whether the first operand has an axis and the operands are away from kinks. */
    boolean fits(List<Tensor> values) {
        Tensor a = values.get(left);
        if (a.shape().rank() == 0) {
            return false;
        }
        if (kind.distance == null) {
            return true;
        }
        for (double away : kind.distance.of(a, values.get(right), choice).toDoubles()) {
            if (Math.abs(away) < MARGIN) {
                return false;
            }
        }
        return true;
    }

    private static int axis(Tensor a, int n) {
        return n % a.shape().rank();
    }

    private static int length(Tensor a, int n) {
        return a.shape().dim(axis(a, n));
    }

    /** Returns b, or its mean if its shape does not broadcast to a's. */
    private static Tensor meet(Tensor a, Tensor b) {
        return b.shape().stretchesTo(a.shape()) ? b : b.mean();
    }

    /** Returns zero where the largest element along an axis is not unique, up to the margin. */
    private static Tensor lead(Tensor a, int axis) {
        Tensor near = a.greater(a.maxKeepDims(axis).sub(MARGIN)).cast(DType.INT);
        return near.sum(axis).equal(1).cast(DType.DOUBLE);
    }

    private static Tensor matrix(Tensor a, int n) {
        int size = a.shape().size();
        int columns = size % 3 == 0 ? 3 : size % 2 == 0 ? 2 : size;
        return n % 3 == 0 ? a.reshape(-1, columns) : a.reshape(-1, columns).transpose();
    }

    private static Tensor image(Tensor a, int n) {
        Shape shape = matrix(a, n).shape();
        return matrix(a, n).reshape(1, 1, shape.dim(0), shape.dim(1));
    }

    /** Returns a matrix filled with the elements of b, repeated cyclically. */
    private static Tensor fill(Tensor b, int rows, int columns) {
        int size = b.shape().size();
        int[] places = IntStream.range(0, rows * columns).map(i -> i % size).toArray();
        return b.reshape(-1).gather(0, Tensor.of(places, rows, columns)).tanh();
    }
}
