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

/** What a plan makes of rows has the form of what they say it should be like, and is finite; a metric needs no more. */
public record ComparisonCheck(Plan plan, Session session) {
    /**
     * Checks all comparisons of the plan.
     *
     * @param rows so many of the data
     */
    public void check(Map<String, TensorData> rows, int count) {
        for (Comparison comparison :
                plan.capability(Evaluable.class, new RunAtOnce(session)).comparisons()) {
            Shape wanted = comparison.with().batch(count);
            assertThat(comparison.reference().from(rows).shape()).isEqualTo(wanted);
            TensorData latents =
                    TensorData.of(new float[count * comparison.latent()], Shape.of(count, comparison.latent()));
            TensorData made = comparison.generation().of(rows, latents, Weights.LATEST);
            assertThat(made.shape()).isEqualTo(wanted);
            assertThat(Arrays.stream(made.toDoubles())).allMatch(Double::isFinite);
        }
    }
}
