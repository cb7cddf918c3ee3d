package org.gan4j.apps.infogan;

import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Sampler of one code, or of all codes in turn. */
final class CodeSampler implements ConditionalSampler {
    private static final String LATENTS = "latents";
    private static final String CODE = "code";

    private final InfoGanNetworks networks;
    private final InferenceRunner.Prepared generated;

    CodeSampler(InferenceRunner runner, InfoGanNetworks networks) {
        this.networks = networks;
        List<Field> inputs = List.of(
                new Field(LATENTS, DType.FLOAT, Shape.of(networks.space().size())),
                new Field(CODE, DType.INT, Shape.scalar()));
        this.generated = runner.prepare(inputs, (parameters, in) -> networks.generator()
                .apply(parameters, ForwardPass.inference(), networks.inputs(in.get(LATENTS), in.get(CODE)))
                .value());
    }

    @Override
    public List<String> labels() {
        return networks.names();
    }

    @Override
    public LatentSampler of(String label) {
        int named = labels().indexOf(label.matches("\\d{1,9}") ? "code-" + Integer.parseInt(label) : label);
        if (named < 0) {
            throw new IllegalArgumentException("there is no " + label + Suggestions.ending(label, labels()));
        }
        return new OfCode(row -> named);
    }

    /** Returns a sampler whose sample i has code i modulo the number of codes. */
    LatentSampler cycling() {
        return new OfCode(row -> row % labels().size());
    }

    private final class OfCode implements LatentSampler {
        private final IntUnaryOperator codeOf;

        private OfCode(IntUnaryOperator codeOf) {
            this.codeOf = codeOf;
        }

        @Override
        public LatentSpace latents() {
            return networks.space();
        }

        @Override
        public Shape sample() {
            return generated.output();
        }

        @Override
        public TensorData samples(TensorData latents, Weights weights) {
            int count = latents.shape().dim(0);
            int[] codes = IntStream.range(0, count).map(codeOf).toArray();
            return generated.run(Map.of(LATENTS, latents, CODE, TensorData.of(codes, Shape.of(count))), weights);
        }
    }
}
