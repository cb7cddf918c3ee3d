package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.gan4j.api.application.Plan;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.Weights;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;

/** A check that generated samples have the form of their reference and are finite, which is all that a metric needs. */
public record ComparisonCheck(Plan plan, Session session) {
    /**
     * Checks all comparisons of the plan.
     *
     * @param rows the rows of the data
     * @param count the number of rows
     */
    public void check(Map<String, TensorData> rows, int count) {
        for (Comparison comparison :
                plan.capability(Evaluable.class, new RunAtOnce(session, plan)).comparisons()) {
            Shape expected = comparison.with().batch(count);
            assertThat(comparison.reference().from(rows).shape()).isEqualTo(expected);
            TensorData latents = TensorData.of(
                    new float[count * comparison.latents().size()],
                    Shape.of(count, comparison.latents().size()));
            TensorData generated = comparison.generation().of(rows, latents, Weights.LATEST);
            assertThat(generated.shape()).isEqualTo(expected);
            assertThat(Arrays.stream(generated.toDoubles())).allMatch(Double::isFinite);
        }
    }
}
