package org.gan4j.dsl.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * A runner under which a {@link LatentSampler} returns, in place of each sample, its mean square distance from a target and
 * the gradient of this distance with respect to the latents: [N, 1+L]. Any capability whose samples are functions of
 * latents so has gradients, and none has to know of them.
 */
final class DistanceRunner implements InferenceRunner {
    private static final String TARGET = "inversion-target";

    private final InferenceRunner runner;
    private final Field target;
    private TensorData targets;

    /** @param sample the form of the samples */
    DistanceRunner(InferenceRunner runner, Field sample) {
        this.runner = runner;
        this.target = new Field(TARGET, sample.dtype(), sample.shape());
    }

    /** Sets the samples to come near to, one for each row of latents. */
    void targets(TensorData samples) {
        targets = samples;
    }

    /** Returns the input of this name; else the first that could hold latents. */
    private static Optional<String> latents(List<Field> inputs) {
        List<String> names = inputs.stream()
                .filter(field -> field.dtype() == DType.FLOAT && field.shape().rank() == 1)
                .map(Field::name)
                .toList();
        return names.contains(NetworkSpec.LATENTS)
                ? Optional.of(NetworkSpec.LATENTS)
                : names.stream().findFirst();
    }

    @Override
    public Prepared prepare(List<Field> inputs, BiFunction<Parameters, Map<String, Tensor>, Tensor> output) {
        Optional<String> found = latents(inputs);
        if (found.isEmpty()) { // such as what looks up the tags of an example
            return runner.prepare(inputs, output);
        }
        String latents = found.get();
        List<Field> more = new ArrayList<>(inputs);
        more.add(target);
        Prepared prepared = runner.prepare(more, (parameters, in) -> {
            Tensor apart = output.apply(parameters, in).sub(in.get(TARGET)).square();
            Tensor distances = apart.reshape(apart.shape().dim(0), -1).mean(1);
            Tensor gradient = Gradients.of(distances, in.get(latents));
            return Tensor.concat(1, distances.reshape(-1, 1), gradient);
        });
        return new Prepared() {
            @Override
            public Shape output() {
                return prepared.output();
            }

            @Override
            public TensorData run(Map<String, TensorData> rows, Weights weights) {
                Map<String, TensorData> all = new LinkedHashMap<>(rows);
                all.put(TARGET, targets);
                return prepared.run(all, weights);
            }
        };
    }
}
