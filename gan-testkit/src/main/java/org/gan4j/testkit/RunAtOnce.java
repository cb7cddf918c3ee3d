package org.gan4j.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;

/**
 * The simplest runner, which runs networks over all rows in one batch, for tests of capabilities.
 *
 * @param session holds the variables
 * @param averages the variables that have a moving average
 */
public record RunAtOnce(Session session, AveragedVariables averages) implements InferenceRunner {
    /** Creates a runner of a plan's networks. */
    public RunAtOnce(Session session, Plan plan) {
        this(session, AveragedVariables.of(plan.phaseSchedule()));
    }

    @Override
    public Prepared prepare(List<Field> inputs, BiFunction<Parameters, Map<String, Tensor>, Tensor> output) {
        return new Prepared() {
            @Override
            public Shape output() {
                Map<String, Tensor> one = new LinkedHashMap<>();
                inputs.forEach(field -> one.put(
                        field.name(),
                        Tensor.input(field.name(), field.dtype(), field.batch(1).dims())));
                return output.apply(Parameters.variables(), one).shape().without(0);
            }

            @Override
            public TensorData run(Map<String, TensorData> rows, Weights weights) {
                Map<String, Tensor> batch = new LinkedHashMap<>();
                inputs.forEach(field -> batch.put(field.name(), Tensor.of(rows.get(field.name()))));
                return session.evaluate(output.apply(averages.parameters(weights), batch));
            }
        };
    }
}
