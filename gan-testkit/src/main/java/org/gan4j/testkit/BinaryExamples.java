package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.agreed;
import static org.gan4j.testkit.OpExample.smooth;
import static org.gan4j.testkit.OpExample.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** Examples of ops that map two numbers to one, and of where. */
final class BinaryExamples {
    private final List<OpExample> examples = new ArrayList<>();

    private BinaryExamples() {}

    static List<OpExample> all() {
        BinaryExamples all = new BinaryExamples();
        all.arithmetic();
        all.comparisons();
        all.choices();
        return all.examples;
    }

    private void arithmetic() {
        shapes("Binary.ADD", Tensor::add);
        shapes("Binary.SUB", Tensor::sub);
        shapes("Binary.MUL", Tensor::mul);
        shapes("Binary.DIV", Tensor::div);
        shapes("Binary.MAXIMUM", Tensor::maximum);
        shapes("Binary.MINIMUM", Tensor::minimum);
        TensorData left = Points.of(1, 2, -3.0, 0, -0.5);
        TensorData right = Points.of(1, 3, -4.0, 0, 0.5);
        examples.add(agreed("Binary.MAXIMUM", "with ties", in -> in.get(0).maximum(in.get(1)), left, right));
        examples.add(agreed("Binary.MINIMUM", "with ties", in -> in.get(0).minimum(in.get(1)), left, right));
        ints("Binary.ADD", Tensor::add);
        ints("Binary.SUB", Tensor::sub);
        ints("Binary.MUL", Tensor::mul);
        ints("Binary.DIV", Tensor::div);
        ints("Binary.MAXIMUM", Tensor::maximum);
        ints("Binary.MINIMUM", Tensor::minimum);
        notANumber("Binary.ADD", Tensor::add);
        notANumber("Binary.MUL", Tensor::mul);
        notANumber("Binary.MAXIMUM", Tensor::maximum);
        notANumber("Binary.MINIMUM", Tensor::minimum);
    }

    private void comparisons() {
        compare("Compare.EQUAL", Tensor::equal);
        compare("Compare.NOT_EQUAL", Tensor::notEqual);
        compare("Compare.GREATER", Tensor::greater);
        compare("Compare.GREATER_OR_EQUAL", Tensor::greaterOrEqual);
        logic("Logic.AND", Tensor::and);
        logic("Logic.OR", Tensor::or);
    }

    private void choices() {
        examples.add(smooth(
                "Where",
                "of one shape",
                in -> in.get(0).where(in.get(1), in.get(2)),
                Points.booleans(1, 3, 5),
                Points.signed(2, 3, 5),
                Points.signed(3, 3, 5)));
        examples.add(smooth(
                "Where",
                "broadcast",
                in -> in.get(0).where(in.get(1), in.get(2)),
                Points.booleans(1, 3, 1),
                Points.signed(2, 5),
                Points.signed(3)));
        examples.add(value(
                "Where",
                "NaN not chosen",
                in -> in.get(1).greater(0).where(in.get(1), in.get(0)),
                Points.of(Double.NaN, 2, Double.POSITIVE_INFINITY),
                Points.of(1, -1.0, 3)));
        examples.add(value(
                "Where",
                "of INT",
                in -> in.get(0).where(in.get(1), in.get(2)),
                Points.booleans(1, 7),
                Points.indices(9, 2, 7),
                Points.indices(9, 3, 7)));
    }

    private void shapes(String op, BinaryOperator<Tensor> function) {
        binary(op, "of one shape", function, Points.signed(1, 3, 5), Points.positive(2, 3, 5));
        binary(op, "of scalars", function, Points.signed(3), Points.positive(4));
        binary(op, "with a scalar", function, Points.signed(1, 3, 5), Points.positive(6));
        binary(op, "broadcast both ways", function, Points.signed(1, 3, 1), Points.positive(2, 1, 4));
        binary(op, "broadcast to more axes", function, Points.signed(1, 4), Points.positive(2, 2, 3, 4));
        binary(op, "broadcast per channel", function, Points.signed(1, 2, 3, 2, 2), Points.positive(2, 3, 1, 1));
        examples.add(smooth(
                op,
                "with itself",
                in -> function.apply(in.get(0).add(1), in.get(0).mul(3)),
                Points.positive(5, 3, 5)));
    }

    private void binary(String op, String label, BinaryOperator<Tensor> function, TensorData a, TensorData b) {
        examples.add(smooth(op, label, in -> function.apply(in.get(0), in.get(1)), a, b));
    }

    private void ints(String op, BinaryOperator<Tensor> function) {
        examples.add(value(
                op,
                "of INT",
                in -> function.apply(in.get(0), in.get(1)),
                Points.of(7, -7, 7, -7, 0, 6),
                Points.of(2, 2, -2, -2, 5, 3)));
    }

    private void notANumber(String op, BinaryOperator<Tensor> function) {
        examples.add(value(
                op,
                "of NaN",
                in -> function.apply(in.get(0), in.get(1)),
                Points.of(Double.NaN, 1.5, Double.NaN, 1.5),
                Points.of(1, Double.NaN, Double.NaN, 0.5)));
    }

    private void compare(String op, BinaryOperator<Tensor> function) {
        TensorData left = Points.of(1, 2, -3.0, Double.NaN, 0.0, Double.POSITIVE_INFINITY);
        TensorData right = Points.of(1, 3, -4.0, Double.NaN, -0.0, 7);
        examples.add(value(op, "with ties and NaN", in -> function.apply(in.get(0), in.get(1)), left, right));
        examples.add(value(
                op,
                "broadcast",
                in -> function.apply(in.get(0), in.get(1)),
                Points.signed(1, 3, 1),
                Points.signed(1, 5)));
        examples.add(value(
                op,
                "of INT",
                in -> function.apply(in.get(0), in.get(1)),
                Points.of(1, 2, -3, 123456789),
                Points.of(1, 3, -4, 123456788)));
    }

    private void logic(String op, BinaryOperator<Tensor> function) {
        examples.add(value(
                op,
                "of BOOL",
                in -> function.apply(in.get(0), in.get(1)),
                Points.booleans(1, 3, 5),
                Points.booleans(2, 3, 5)));
        examples.add(value(
                op,
                "broadcast",
                in -> function.apply(in.get(0), in.get(1)),
                Points.booleans(1, 3, 1),
                Points.booleans(2, 5)));
    }
}
