package org.gan4j.apps.conditional;

import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.plugin.ClassNames;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Sampler of one class, or of all classes in turn. */
final class ClassSampler implements ConditionalSampler {
    private static final String LATENTS = "latents";

    private final List<String> labels;
    private final LatentSpace space;
    private final InferenceRunner.Prepared generated;

    ClassSampler(InferenceRunner runner, ConditionalNetworks networks, List<String> labels) {
        this.labels = labels;
        this.space = networks.space();
        List<Field> inputs = List.of(
                new Field(LATENTS, DType.FLOAT, Shape.of(space.size())),
                new Field(Field.LABEL, DType.INT, Shape.scalar()));
        this.generated = runner.prepare(inputs, (parameters, in) -> networks.generator()
                .apply(
                        parameters,
                        ForwardPass.inference(),
                        networks.generatorInputs(in.get(LATENTS), in.get(Field.LABEL)))
                .value());
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public LatentSampler of(String label) {
        int index = new ClassNames(labels).index(label);
        return new OfClass(row -> index);
    }

    /** Returns a sampler whose sample i has class i modulo the number of classes. */
    LatentSampler cycling() {
        return new OfClass(row -> row % labels.size());
    }

    /** Returns a comparison with samples of the same classes as the rows of the data. */
    Evaluable matchingLabels(Field image) {
        return () -> List.of(new Comparison(
                        image,
                        Comparison.Pairing.DISTRIBUTION,
                        space,
                        (rows, latents, weights) -> samples(latents, rows.get(Field.LABEL), weights))
                .ofLabels());
    }

    private TensorData samples(TensorData latents, TensorData classes, Weights weights) {
        return generated.run(Map.of(LATENTS, latents, Field.LABEL, classes), weights);
    }

    private final class OfClass implements LatentSampler {
        private final IntUnaryOperator classOf;

        private OfClass(IntUnaryOperator classOf) {
            this.classOf = classOf;
        }

        @Override
        public LatentSpace latents() {
            return space;
        }

        @Override
        public Shape sample() {
            return generated.output();
        }

        @Override
        public TensorData samples(TensorData latents, Weights weights) {
            int count = latents.shape().dim(0);
            int[] classes = IntStream.range(0, count).map(classOf).toArray();
            return ClassSampler.this.samples(latents, TensorData.of(classes, Shape.of(count)), weights);
        }
    }
}
