package org.gan4j.apps;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.gan4j.api.Comparing;
import org.gan4j.api.Comparison;
import org.gan4j.api.Field;
import org.gan4j.api.LabelledSampling;
import org.gan4j.api.LatentSampling;
import org.gan4j.api.MovingAverage;
import org.gan4j.api.NearMiss;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Runner;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Samples of one class, or of all classes in turn. */
final class ClassSampling implements LabelledSampling {
    private static final String LATENTS = "latents";

    private final List<String> labels;
    private final int latent;
    private final Runner.Prepared newest;
    private final Runner.Prepared averaged;

    ClassSampling(Runner runner, LabelledNetworks networks, List<String> labels) {
        this.labels = labels;
        this.latent = networks.latent();
        this.newest = prepared(runner, networks, Parameters.variables());
        this.averaged = prepared(runner, networks, MovingAverage.parameters(networks.generator()));
    }

    private Runner.Prepared prepared(Runner runner, LabelledNetworks networks, Parameters parameters) {
        List<Field> inputs = List.of(
                new Field(LATENTS, DType.FLOAT, Shape.of(latent)), new Field(Field.LABEL, DType.INT, Shape.scalar()));
        return runner.prepare(inputs, in -> networks.generator()
                .apply(parameters, Pass.inference(), networks.given(in.get(LATENTS), in.get(Field.LABEL)))
                .value());
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public LatentSampling of(String label) {
        int number = number(label);
        return new Of(row -> number);
    }

    /** Sample i is of class i, and again from the first after the last. */
    LatentSampling inTurn() {
        return new Of(row -> row % labels.size());
    }

    /** Samples of the classes that rows of the data have. */
    Comparing asTheData(Field image) {
        return () -> List.of(new Comparison(
                image,
                Comparison.Likeness.DISTRIBUTION,
                latent,
                (rows, latents, byAverage) -> samples(latents, rows.get(Field.LABEL), byAverage)));
    }

    private TensorData samples(TensorData latents, TensorData classes, boolean byAverage) {
        return (byAverage ? averaged : newest).run(Map.of(LATENTS, latents, Field.LABEL, classes));
    }

    private int number(String label) {
        String wanted = label.toLowerCase(Locale.ROOT);
        List<String> names =
                labels.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (names.contains(wanted)) {
            return names.indexOf(wanted);
        }
        if (label.matches("\\d{1,9}") && Integer.parseInt(label) < labels.size()) {
            return Integer.parseInt(label);
        }
        throw new IllegalArgumentException("there is no class " + label
                + NearMiss.of(wanted, names)
                        .map(near -> "; did you mean " + labels.get(names.indexOf(near)) + "?")
                        .orElse("; there are " + String.join(", ", labels) + ", or their numbers from 0 to "
                                + (labels.size() - 1)));
    }

    private final class Of implements LatentSampling {
        private final IntUnaryOperator classOf;

        private Of(IntUnaryOperator classOf) {
            this.classOf = classOf;
        }

        @Override
        public int latent() {
            return latent;
        }

        @Override
        public Shape sample() {
            return newest.output();
        }

        @Override
        public TensorData samples(TensorData latents, boolean byAverage) {
            int count = latents.shape().dim(0);
            int[] asked = IntStream.range(0, count).map(classOf).toArray();
            return ClassSampling.this.samples(latents, TensorData.of(asked, Shape.of(count)), byAverage);
        }
    }
}
