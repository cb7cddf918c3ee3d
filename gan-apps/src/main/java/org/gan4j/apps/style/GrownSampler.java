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
    private static final String STYLES = "styles";
    private static final String PSI = "psi";

    private final GrownStyles styles;
    private final InferenceRunner.Prepared mapped;
    private final InferenceRunner.Prepared truncated;
    private final InferenceRunner.Prepared plain;

    GrownSampler(InferenceRunner runner, GrownStyles styles) {
        this.styles = styles;
        List<Field> latents =
                List.of(new Field(LATENTS, DType.FLOAT, Shape.of(styles.space().size())));
        this.mapped = runner.prepare(latents, (parameters, in) -> styles.mapped(parameters, in.get(LATENTS)));
        Shape each = Shape.of(styles.layers(), mapped.output().dim(0));
        this.truncated = runner.prepare(
                List.of(new Field(STYLES, DType.FLOAT, each), new Field(PSI, DType.FLOAT, Shape.scalar())),
                (parameters, in) -> styles.truncated(parameters, in.get(STYLES), in.get(PSI)));
        // the last one: an export takes it for what the capability computes
        this.plain = runner.prepare(latents, (parameters, in) -> styles.of(parameters, in.get(LATENTS)));
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
        return plain.run(Map.of(LATENTS, latents), weights);
    }

    @Override
    public TensorData styles(TensorData latents, Weights weights) {
        return mapped.run(Map.of(LATENTS, latents), weights);
    }

    @Override
    public TensorData mixed(TensorData latents, double psi, Weights weights) {
        int size = styles.space().size();
        int samples = latents.shape().dim(0);
        TensorData rows = TensorData.of(latents.toFloats(), Shape.of((long) samples * layers(), size));
        TensorData each = styles(rows, weights);
        return truncated(each.toFloats(), samples, psi, weights);
    }

    /** Returns samples of the styles of each layer, moved toward their mean. */
    private TensorData truncated(float[] each, int samples, double psi, Weights weights) {
        float[] factors = new float[samples];
        Arrays.fill(factors, (float) psi);
        Shape shape = Shape.of(samples, layers(), each.length / samples / layers());
        return truncated.run(
                Map.of(STYLES, TensorData.of(each, shape), PSI, TensorData.of(factors, Shape.of(samples))), weights);
    }

    /** Returns samples that have the same style, a row of these, in all layers. */
    private TensorData ofOneStyle(TensorData rows, double psi, Weights weights) {
        int samples = rows.shape().dim(0);
        int width = rows.shape().dim(1);
        float[] given = rows.toFloats();
        float[] each = new float[samples * layers() * width];
        for (int i = 0; i < samples * layers(); i++) {
            System.arraycopy(given, i / layers() * width, each, i * width, width);
        }
        return truncated(each, samples, psi, weights);
    }

    @Override
    public LatentSampler inStyles(double psi, Weights weights) {
        LatentSpace space = new LatentSpace(
                new MappedLatents(this, weights), mapped.output().dim(0));
        return new Chosen(space, sample(), (rows, with) -> ofOneStyle(rows, psi, with));
    }

    @Override
    public Optional<LatentSampler> truncated(double psi) {
        Making making = psi == 1 ? this::samples : (rows, with) -> ofOneStyle(styles(rows, with), psi, with);
        return Optional.of(new Chosen(latents(), sample(), making));
    }

    /** Makes samples of rows of latents or styles. */
    @FunctionalInterface
    private interface Making {
        TensorData of(TensorData rows, Weights weights);
    }

    /** Sampler of one kind of latents. */
    private record Chosen(LatentSpace latents, Shape sample, Making making) implements LatentSampler {
        @Override
        public TensorData samples(TensorData rows, Weights weights) {
            return making.of(rows, weights);
        }
    }
}
