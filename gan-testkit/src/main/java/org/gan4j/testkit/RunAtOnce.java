package org.gan4j.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;

/** The simplest runner, which runs networks over all rows in one batch, for tests of capabilities. */
public record RunAtOnce(Session session) implements InferenceRunner {
    @Override
    public Prepared prepare(List<Field> inputs, Function<Map<String, Tensor>, Tensor> output) {
        return new Prepared() {
            @Override
            public Shape output() {
                Map<String, Tensor> one = new LinkedHashMap<>();
                inputs.forEach(field -> one.put(
                        field.name(),
                        Tensor.input(field.name(), field.dtype(), field.batch(1).dims())));
                return output.apply(one).shape().without(0);
            }

            @Override
            public TensorData run(Map<String, TensorData> rows) {
                Map<String, Tensor> batch = new LinkedHashMap<>();
                inputs.forEach(field -> batch.put(field.name(), Tensor.of(rows.get(field.name()))));
                return session.evaluate(output.apply(batch));
            }
        };
    }
}
