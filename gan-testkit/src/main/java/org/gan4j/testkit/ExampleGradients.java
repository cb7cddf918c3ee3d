package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.tensor.Tensor;

/** Finite differences of a smooth example, at orders 1 and 2. */
final class ExampleGradients {
    private ExampleGradients() {}

    /**
     * Describes the first wrong gradient; empty if all are right. The weights are one more input, so that derivatives
     * with respect to the cotangent are checked too.
     */
    static Optional<String> failure(OpExample example) {
        List<Tensor> points =
                new ArrayList<>(example.points().stream().map(Tensor::of).toList());
        int own = points.size();
        Tensor y = example.expression().apply(points);
        points.add(Tensor.of(Points.signed(7, y.shape().dims())).named("weights"));
        try {
            return GradientCheck.of(
                            in -> example.expression().apply(in.subList(0, own)).mul(in.get(own)),
                            points.toArray(Tensor[]::new))
                    .order(2)
                    .asWritten()
                    .failure();
        } catch (RuntimeException failed) {
            return Optional.of(failed.toString());
        }
    }
}
