package org.gan4j.testkit;

import java.util.List;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.engine.Stage;

/** A stage that outputs a value with its first and second gradients. */
final class Derivatives {
    private Derivatives() {}

    static Stage stage(Tensor y, List<Tensor> xs) {
        Stage stage = Stage.named("derivatives").output("value", y);
        if (!y.dtype().isFloating() || xs.isEmpty()) {
            return stage;
        }
        List<Tensor> first = Gradients.of(y, Projection.cotangent(y, 0), xs);
        Tensor projected = Tensor.scalar(0).cast(y.dtype());
        for (int i = 0; i < xs.size(); i++) {
            stage = stage.output("first gradient by input " + i, first.get(i));
            projected = projected.add(
                    first.get(i).mul(Projection.cotangent(first.get(i), i + 1)).sum());
        }
        List<Tensor> second = Gradients.of(projected, xs);
        for (int i = 0; i < xs.size(); i++) {
            stage = stage.output("second gradient by input " + i, second.get(i));
        }
        return stage;
    }
}
