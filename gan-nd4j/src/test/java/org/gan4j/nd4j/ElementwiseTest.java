package org.gan4j.nd4j;

import static org.gan4j.nd4j.SameAsReference.normal;
import static org.gan4j.nd4j.SameAsReference.throughSecondOrder;
import static org.gan4j.nd4j.SameAsReference.values;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementwiseTest {
    private static final float NAN = Float.NaN;
    private static final float INF = Float.POSITIVE_INFINITY;

    static Stream<Named<UnaryOperator<Tensor>>> smooth() {
        return Stream.of(
                Named.of("neg", Tensor::neg),
                Named.of("exp", Tensor::exp),
                Named.of("log", x -> x.abs().add(0.1).log()),
                Named.of("sqrt", x -> x.square().add(0.1).sqrt()),
                Named.of("rsqrt", x -> x.square().add(0.1).rsqrt()),
                Named.of("square", Tensor::square),
                Named.of("abs", Tensor::abs),
                Named.of("sin", Tensor::sin),
                Named.of("cos", Tensor::cos),
                Named.of("tanh", Tensor::tanh),
                Named.of("sigmoid", Tensor::sigmoid),
                Named.of("softplus", Tensor::softplus),
                Named.of("relu", Tensor::relu),
                Named.of("leakyRelu", x -> x.leakyRelu(0.2)),
                Named.of("leakyRelu > 1", x -> x.leakyRelu(1.5)),
                Named.of("leakyRelu < 0", x -> x.leakyRelu(-0.5)),
                Named.of("clamp", x -> x.clamp(-0.5, 0.7)),
                Named.of("pow", x -> x.abs().add(0.2).pow(1.7)),
                Named.of("cube", x -> x.pow(3)),
                Named.of("double", x -> x.cast(DType.DOUBLE).tanh().cast(DType.FLOAT)),
                Named.of("where", x -> x.greater(0.1).where(x.square(), x.mul(3))),
                Named.of("maximum", x -> x.maximum(x.mul(0.3).add(0.1))
                        .minimum(x.neg().add(1))));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void agreesWithTheReferenceThroughSecondOrder(UnaryOperator<Tensor> function) {
        Tensor x = normal("x", 3, 7);
        throughSecondOrder(function.apply(x), x);
        Tensor scalar = normal("scalar");
        throughSecondOrder(function.apply(scalar), scalar);
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void longerThanOnePart(UnaryOperator<Tensor> function) {
        Tensor x = normal("long", 5, 1031, 9);
        values(function.apply(x));
    }

    @Test
    void stepsComparisonsAndLogic() {
        Tensor x = normal("x", 4, 5).mul(2);
        Tensor y = x.floor().clamp(-1, 1);
        values(x.sign(), x.floor(), x.equal(y), x.notEqual(y), x.greater(y), x.greaterOrEqual(y), x.less(y));
        values(
                x.greater(0).and(x.less(1)),
                x.greater(1).or(x.less(-1)),
                x.greater(0).not());
        values(
                x.cast(DType.INT),
                x.cast(DType.BOOL),
                x.cast(DType.INT).div(2),
                x.greater(0).cast(DType.DOUBLE));
        values(x.cast(DType.INT).add(Tensor.arange(5)).cast(DType.FLOAT).mul(0.5));
    }

    @Test
    void whatIsNotANumber() {
        float[] special = {NAN, INF, -INF, 0f, -0f, 1e-45f, -1e-45f, 3e38f, -3e38f, 90f, -90f, 1e-30f};
        // a variable: the engine does not compute constants, which are folded at compile time
        Tensor x = Variable.of("special", Tensor.of(special, 12)).value();
        values(x.exp(), x.log(), x.sqrt(), x.rsqrt(), x.tanh(), x.sigmoid(), x.softplus(), x.abs(), x.sign());
        values(x.maximum(0), x.minimum(0), x.clamp(-1, 1), x.square(), x.leakyRelu(0.2), x.floor());
        values(x.equal(x), x.notEqual(x), x.greater(0), x.greaterOrEqual(0), x.cast(DType.BOOL), x.cast(DType.INT));
        Tensor rows = x.reshape(12, 1).broadcastTo(12, 12);
        values(rows.equal(x), rows.notEqual(x), rows.greater(x), rows.greaterOrEqual(x), rows.less(x));
        values(
                x.max(),
                x.min(),
                x.sum(),
                x.reshape(3, 4).max(0),
                x.reshape(3, 4).min(1));
    }

    @Test
    void whereIgnoresWhatItDoesNotChoose() {
        Tensor x = Variable.of("x", Tensor.of(new float[] {NAN, INF, 1, 2}, 4)).value();
        Tensor condition = Tensor.of(new boolean[] {false, false, true, true}, 4);
        values(condition.where(x, Tensor.zeros(4)), condition.not().where(Tensor.ones(4), x));
    }

    @Test
    void broadcastsWithinAFusedGroup() {
        Tensor x = normal("x", 4, 6, 5, 3);
        Tensor channel = normal("channel", 6, 1, 1);
        Tensor column = normal("column", 4, 1, 5, 1);
        Tensor scalar = normal("scalar");
        Tensor last = normal("last", 3);
        Tensor y = x.mul(channel).add(column).mul(scalar).sub(last).leakyRelu(0.1);
        throughSecondOrder(y, x, channel, column, scalar, last);
        Tensor flat =
                y.reshape(24, 15).mul(normal("row", 24, 1)).reshape(4, 6, 5, 3).add(x);
        throughSecondOrder(flat, x, channel);
        values(
                Tensor.ones(3, 2).matmul(Tensor.full(2, 2, 4)),
                Tensor.ones(2, 3).reshape(6).add(Tensor.arange(6)));
    }
}
