package org.gan4j.apps.style;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** Sampler of a generator with styles. */
final class GrownSampler implements StyleSampler {
    private static final String LATENTS = "latents";
    private static final String PSI = "psi";

    private final GrownStyles styles;
    private final InferenceRunner.Prepared plain;
    private final InferenceRunner.Prepared mixed;

    GrownSampler(InferenceRunner runner, GrownStyles styles) {
        this.styles = styles;
        int size = styles.space().size();
        this.plain = prepared(runner, Shape.of(size));
        this.mixed = prepared(runner, Shape.of(styles.layers(), size));
    }

    private InferenceRunner.Prepared prepared(InferenceRunner runner, Shape latents) {
        List<Field> inputs =
                List.of(new Field(LATENTS, DType.FLOAT, latents), new Field(PSI, DType.FLOAT, Shape.scalar()));
        return runner.prepare(inputs, (parameters, in) -> styles.of(parameters, in.get(LATENTS), in.get(PSI)));
    }

    @Override
    public LatentSpace latents() {
        return styles.space();
    }

    @Override
    public Shape sample() {
        return plain.output();
    }

    @Override
    public int layers() {
        return styles.layers();
    }

    @Override
    public TensorData samples(TensorData latents, Weights weights) {
        return run(plain, latents, 1, weights);
    }

    @Override
    public TensorData mixed(TensorData latents, double psi, Weights weights) {
        return run(mixed, latents, psi, weights);
    }

    private static TensorData run(InferenceRunner.Prepared prepared, TensorData latents, double psi, Weights weights) {
        float[] all = new float[latents.shape().dim(0)];
        Arrays.fill(all, (float) psi);
        return prepared.run(Map.of(LATENTS, latents, PSI, TensorData.of(all, Shape.of(all.length))), weights);
    }

    @Override
    public Optional<LatentSampler> truncated(double psi) {
        return Optional.of(new Truncated(psi));
    }

    /** Sampler of styles that are moved towards their mean. */
    private final class Truncated implements LatentSampler {
        private final double psi;

        private Truncated(double psi) {
            this.psi = psi;
        }

        @Override
        public LatentSpace latents() {
            return GrownSampler.this.latents();
        }

        @Override
        public Shape sample() {
            return GrownSampler.this.sample();
        }

        @Override
        public TensorData samples(TensorData latents, Weights weights) {
            return run(plain, latents, psi, weights);
        }
    }
}
