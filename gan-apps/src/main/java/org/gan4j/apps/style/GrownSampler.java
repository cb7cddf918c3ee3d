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
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** Sampler of a generator with styles. */
final class GrownSampler implements StyleSampler {
    private static final String LATENTS = "latents";
    private static final String PSI = "psi";

    private final GrownStyles styles;
    private final InferenceRunner.Prepared plain;
    private final InferenceRunner.Prepared mixed;
    private final InferenceRunner.Prepared mapped;
    private final InferenceRunner.Prepared styled;

    GrownSampler(InferenceRunner runner, GrownStyles styles) {
        this.styles = styles;
        int size = styles.space().size();
        this.plain = prepared(runner, Shape.of(size), styles::of);
        this.mixed = prepared(runner, Shape.of(styles.layers(), size), styles::of);
        this.mapped = runner.prepare(
                List.of(new Field(LATENTS, DType.FLOAT, Shape.of(size))),
                (parameters, in) -> styles.mapped(parameters, in.get(LATENTS)));
        this.styled = prepared(runner, mapped.output(), styles::ofStyles);
    }

    /** Makes samples of latents or styles, and of the truncation of each sample. */
    private interface Making {
        Tensor of(Parameters parameters, Tensor from, Tensor psi);
    }

    private static InferenceRunner.Prepared prepared(InferenceRunner runner, Shape latents, Making making) {
        List<Field> inputs =
                List.of(new Field(LATENTS, DType.FLOAT, latents), new Field(PSI, DType.FLOAT, Shape.scalar()));
        return runner.prepare(inputs, (parameters, in) -> making.of(parameters, in.get(LATENTS), in.get(PSI)));
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
    public TensorData styles(TensorData latents, Weights weights) {
        return mapped.run(Map.of(LATENTS, latents), weights);
    }

    @Override
    public LatentSampler inStyles(double psi, Weights weights) {
        LatentSpace space = new LatentSpace(
                new MappedLatents(this, weights), mapped.output().dim(0));
        return new Chosen(styled, space, psi);
    }

    @Override
    public Optional<LatentSampler> truncated(double psi) {
        return Optional.of(new Chosen(plain, latents(), psi));
    }

    /** Sampler of one kind of latents, whose styles are moved towards their mean. */
    private record Chosen(InferenceRunner.Prepared prepared, LatentSpace latents, double psi) implements LatentSampler {
        @Override
        public Shape sample() {
            return prepared.output();
        }

        @Override
        public TensorData samples(TensorData rows, Weights weights) {
            return run(prepared, rows, psi, weights);
        }
    }
}
