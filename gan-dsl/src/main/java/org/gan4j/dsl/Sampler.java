package org.gan4j.dsl;

import java.util.Map;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/** Runs the generator for inference, compiled for one batch size; the last batch is padded. */
final class Sampler implements AutoCloseable {
    private static final int BATCH = 64;
    private static final int MOST_FLOATS = Integer.MAX_VALUE - 8;
    private static final String LATENTS = "latents";
    private static final String SAMPLES = "samples";

    private final Session session;
    private final Network generator;
    private final int latent;
    private final Shape sample;
    private Program program;

    Sampler(Session session, Network generator, int latent) {
        this.session = session;
        this.generator = generator;
        this.latent = latent;
        this.sample = output().shape();
    }

    private Tensor output() {
        Tensor latents = Tensor.input(LATENTS, DType.FLOAT, BATCH, latent);
        return generator
                .apply(Parameters.variables(), Pass.inference(), Inputs.of(latents))
                .value();
    }

    TensorData sample(int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("the number of samples must be at least 1, not " + count);
        }
        int size = sample.size() / BATCH;
        if (count > MOST_FLOATS / size) {
            throw new IllegalArgumentException(
                    "no more than " + MOST_FLOATS / size + " samples of this size fit into one" + " array; " + count
                            + " were asked for: make them in parts, with different seeds");
        }
        if (program == null) {
            program = session.compile(Graph.of(Stage.named("sample").output(SAMPLES, output())));
        }
        Philox random = new Philox(seed, LATENTS, 0);
        float[] samples = new float[count * size];
        for (int from = 0; from < count; from += BATCH) {
            float[] latents = new float[BATCH * latent];
            random.normals(Math.multiplyExact(from, latent), latents, latents.length);
            TensorData made = program.run(Map.of(LATENTS, TensorData.of(latents, Shape.of(BATCH, latent))))
                    .get(SAMPLES);
            int wanted = Math.min(BATCH, count - from);
            System.arraycopy(made.toFloats(), 0, samples, from * size, wanted * size);
        }
        return TensorData.of(samples, sample.with(0, count));
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }
}
