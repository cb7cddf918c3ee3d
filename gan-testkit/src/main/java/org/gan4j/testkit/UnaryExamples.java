package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.agreed;
import static org.gan4j.testkit.OpExample.smooth;
import static org.gan4j.testkit.OpExample.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.op.LeakyStep;

/** Examples of ops that map one number to one number. */
final class UnaryExamples {
    private final List<OpExample> examples = new ArrayList<>();

    private UnaryExamples() {}

    static List<OpExample> all() {
        UnaryExamples all = new UnaryExamples();
        all.functions();
        all.kinks();
        all.casts();
        all.others();
        return all.examples;
    }

    private void functions() {
        anywhere("Unary.NEG", Tensor::neg);
        anywhere("Unary.EXP", Tensor::exp);
        at("Unary.EXP", Tensor::exp, -80, -20, 0, 20);
        positive("Unary.LOG", Tensor::log);
        at("Unary.LOG", Tensor::log, 1.0 / 1024, 1, 1024);
        positive("Unary.SQRT", Tensor::sqrt);
        at("Unary.SQRT", Tensor::sqrt, 1.0 / 1024, 1, 1024);
        positive("Unary.RSQRT", Tensor::rsqrt);
        at("Unary.RSQRT", Tensor::rsqrt, 1.0 / 64, 1, 1024);
        anywhere("Unary.SQUARE", Tensor::square);
        at("Unary.SQUARE", Tensor::square, 0, -1000);
        anywhere("Unary.SIN", Tensor::sin);
        at("Unary.SIN", Tensor::sin, 0, 100, -100);
        anywhere("Unary.COS", Tensor::cos);
        at("Unary.COS", Tensor::cos, 0, 100, -100);
        anywhere("Unary.TANH", Tensor::tanh);
        at("Unary.TANH", Tensor::tanh, 0, -50, 50);
        anywhere("Unary.SIGMOID", Tensor::sigmoid);
        at("Unary.SIGMOID", Tensor::sigmoid, 0, -80, 80);
        anywhere("Unary.SOFTPLUS", Tensor::softplus);
        at("Unary.SOFTPLUS", Tensor::softplus, 0, -80, 80, 1000);
        anywhere("Unary.ERF", Tensor::erf);
        at("Unary.ERF", Tensor::erf, 0, -0.0, 1.0 / 1024, -0.5, 2.4, 2.5, -2.6, 5.9, 6, -6.1, 80);
        positive("Power", x -> x.pow(2.5));
        positive("Power", x -> x.pow(-1.5));
        anywhere("Power", x -> x.pow(3));
        anywhere("Power", x -> x.pow(-2));
        at("Power", x -> x.pow(3), 0, -2, 2);
        intsToo("Unary.NEG", Tensor::neg);
        intsToo("Unary.SQUARE", Tensor::square);
    }

    private void kinks() {
        anywhere("Unary.ABS", Tensor::abs);
        at("Unary.ABS", Tensor::abs, 0, -0.0, -3);
        intsToo("Unary.ABS", Tensor::abs);
        anywhere("Unary.SIGN", Tensor::sign);
        at("Unary.SIGN", Tensor::sign, 0, -0.0, -3, 7);
        intsToo("Unary.SIGN", Tensor::sign);
        anywhere("Unary.FLOOR", Tensor::floor);
        at("Unary.FLOOR", Tensor::floor, 0, -1, -1.5, 1.5, 2, 1e6);
        anywhere("LeakyRelu", Tensor::relu);
        anywhere("LeakyRelu", x -> x.leakyRelu(0.2));
        at("LeakyRelu", Tensor::relu, 0, -1, 1);
        at("LeakyRelu", x -> x.leakyRelu(0.2), 0, -1, 1);
        anywhere("LeakyStep", x -> Tensor.of(new LeakyStep(0.25), x));
        at("LeakyStep", x -> Tensor.of(new LeakyStep(0.25), x), 0, -1, 1);
        anywhere("Clamp", x -> x.clamp(-0.5, 0.75));
        at("Clamp", x -> x.clamp(-0.5, 0.75), -0.5, 0.75, 0, -9, 9);
    }

    private void casts() {
        anywhere("Cast", x -> x.cast(DType.FLOAT).cast(DType.DOUBLE));
        examples.add(value(
                "Cast", "to INT truncates", in -> in.get(0).cast(DType.INT), Points.of(-1.75, -0.5, 0, 0.5, 1.75)));
        examples.add(value("Cast", "to BOOL", in -> in.get(0).cast(DType.BOOL), Points.of(-1.75, 0, -0.0, 0.5)));
        examples.add(value("Cast", "INT to FLOAT", in -> in.get(0).cast(DType.FLOAT), Points.of(-7, 0, 1 << 20)));
        examples.add(value("Cast", "INT to DOUBLE", in -> in.get(0).cast(DType.DOUBLE), Points.of(-7, 0, 123456789)));
        examples.add(value("Cast", "INT to BOOL", in -> in.get(0).cast(DType.BOOL), Points.of(-7, 0, 1)));
        for (DType to : List.of(DType.INT, DType.FLOAT, DType.DOUBLE)) {
            examples.add(value("Cast", "BOOL to " + to, in -> in.get(0).cast(to), Points.booleans(1, 3, 5)));
        }
    }

    private void others() {
        anywhere("Identity", x -> x.named("x"));
        examples.add(
                agreed("Identity", "stopped", in -> in.get(0).stopGradient().mul(in.get(0)), Points.signed(3, 3, 5)));
        examples.add(value("Not", "of BOOL", in -> in.get(0).not(), Points.booleans(1, 3, 5)));
        examples.add(value("Not", "of a scalar", in -> in.get(0).not(), Points.booleans(2)));
        notANumber("Unary.EXP", Tensor::exp);
        notANumber("Unary.TANH", Tensor::tanh);
        notANumber("Unary.SIGMOID", Tensor::sigmoid);
        notANumber("Unary.SOFTPLUS", Tensor::softplus);
        notANumber("Unary.ERF", Tensor::erf);
        notANumber("Unary.SQRT", Tensor::sqrt);
        notANumber("Unary.ABS", Tensor::abs);
        notANumber("LeakyRelu", Tensor::relu);
        notANumber("LeakyRelu", x -> x.leakyRelu(0.2));
        notANumber("Clamp", x -> x.clamp(-0.5, 0.75));
    }

    private void anywhere(String op, UnaryOperator<Tensor> function) {
        shapes(op, function, Points.signed(1, 3, 5), Points.signed(2), Points.signed(3, 2, 3, 1, 5));
    }

    private void positive(String op, UnaryOperator<Tensor> function) {
        shapes(op, function, Points.positive(1, 3, 5), Points.positive(2), Points.positive(3, 2, 3, 1, 5));
    }

    private void shapes(String op, UnaryOperator<Tensor> function, TensorData... points) {
        for (TensorData point : points) {
            examples.add(smooth(op, label(function) + " of " + point.shape(), in -> function.apply(in.get(0)), point));
        }
    }

    private void at(String op, UnaryOperator<Tensor> function, double... points) {
        TensorData data = Points.of(points);
        examples.add(agreed(
                op,
                label(function) + " at " + data.shape().size() + " notable points",
                in -> function.apply(in.get(0)),
                data));
    }

    private void intsToo(String op, UnaryOperator<Tensor> function) {
        examples.add(value(op, "of INT", in -> function.apply(in.get(0)), Points.of(-7, 0, 3, 1000)));
    }

    /** Adds an example with NaN, which an op must not hide: the trainer looks for it. */
    private void notANumber(String op, UnaryOperator<Tensor> function) {
        examples.add(value(
                op,
                label(function) + " of NaN",
                in -> function.apply(in.get(0)),
                Points.of(Double.NaN, 0.5, Double.NaN)));
    }

    /** Returns the op's own label, which includes exponents and slopes. */
    private static String label(UnaryOperator<Tensor> function) {
        return function.apply(Tensor.input("x", DType.DOUBLE)).op().label();
    }
}
