package org.gan4j.testkit;

import static org.gan4j.testkit.OpExample.agreed;
import static org.gan4j.testkit.OpExample.smooth;
import static org.gan4j.testkit.OpExample.value;

import java.util.List;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/** Examples of leaves: constants, inputs, variables, random numbers. */
final class LeafExamples {
    private LeafExamples() {}

    static List<OpExample> all() {
        Tensor constant = Tensor.of(Points.signed(1, 3, 1));
        TensorData step = Points.of(3).rows(0, 1);
        return List.of(
                smooth("Constant", "used with a point", in -> in.get(0).mul(constant), Points.signed(2, 3, 5)),
                value("Constant", "alone", in -> constant.add(0), Points.signed(2)),
                smooth("InputLeaf", "squared", in -> in.get(0).square(), Points.signed(1, 3, 5)),
                smooth("InputLeaf", "as it is", in -> in.get(0), Points.signed(1, 3, 5)),
                value("InputLeaf", "of INT", in -> in.get(0), Points.indices(9, 1, 3, 5)),
                value("InputLeaf", "of BOOL", in -> in.get(0), Points.booleans(1, 3, 5)),
                smooth(
                        "VariableLeaf",
                        "used with a point",
                        in -> in.get(0).mul(Variable.of("v", constant).value()),
                        Points.signed(2, 3, 5)),
                random("Uniform at step 3", "RandomNumbers.UNIFORM", step),
                random("Normal at step 3", "RandomNumbers.NORMAL", step),
                agreed(
                        "RandomNumbers.NORMAL",
                        "used with a point",
                        in -> in.get(0).mul(RandomKey.of(5).child("noise").normal(3, 5)),
                        Points.signed(2, 3, 5)));
    }

    private static OpExample random(String label, String op, TensorData step) {
        return value(
                op,
                label,
                in -> {
                    RandomKey key =
                            RandomKey.of(42).child("latent").at(in.get(0).reshape());
                    return op.endsWith("UNIFORM") ? key.uniform(3, 5) : key.normal(3, 5);
                },
                step);
    }
}
