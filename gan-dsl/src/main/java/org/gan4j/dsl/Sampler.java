package org.gan4j.dsl;

import java.util.HashMap;
import java.util.Map;
import org.gan4j.api.Inputs;
import org.gan4j.api.MovingAverage;
import org.gan4j.api.Network;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.tensor.DType;
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
    /** By whether averages make the samples. */
    private final Map<Boolean, Program> programs = new HashMap<>();

    Sampler(Session session, Network generator, int latent) {
        this.session = session;
        this.generator = generator;
        this.latent = latent;
        this.sample = output(Parameters.variables()).shape();
    }

    private Tensor output(Parameters parameters) {
        Tensor latents = Tensor.input(LATENTS, DType.FLOAT, BATCH, latent);
        return generator.apply(parameters, Pass.inference(), Inputs.of(latents)).value();
    }

    Samples sample(Sampling asked, long seed) {
        int across = asked.across().orElse(1);
        requireRoom((long) asked.count() * across);
        Latents latents = new Latents(latent, asked.seed().orElse(seed), asked.truncation());
        float[] drawn = asked.across().isPresent()
                ? latents.interpolations(asked.count(), across)
                : latents.rows(0, asked.count());
        return new Samples(samples(drawn, program(asked.averaged())), asked.across());
    }

    private void requireRoom(long count) {
        int most = MOST_FLOATS / Math.max(latent, sample.size() / BATCH);
        if (count > most) {
            throw new IllegalArgumentException("no more than " + most + " samples of this size fit into one array; "
                    + count + " were asked for: make them in parts, with different seeds");
        }
    }

    private TensorData samples(float[] latents, Program program) {
        int count = latents.length / latent;
        int size = sample.size() / BATCH;
        float[] samples = new float[count * size];
        for (int from = 0; from < count; from += BATCH) {
            int wanted = Math.min(BATCH, count - from);
            float[] batch = new float[BATCH * latent];
            System.arraycopy(latents, from * latent, batch, 0, wanted * latent);
            TensorData made = program.run(Map.of(LATENTS, TensorData.of(batch, Shape.of(BATCH, latent))))
                    .get(SAMPLES);
            System.arraycopy(made.toFloats(), 0, samples, from * size, wanted * size);
        }
        return TensorData.of(samples, sample.with(0, count));
    }

    private Program program(boolean averaged) {
        return programs.computeIfAbsent(averaged, any -> {
            Parameters parameters = averaged ? MovingAverage.parameters(generator) : Parameters.variables();
            return session.compile(Graph.of(Stage.named("sample").output(SAMPLES, output(parameters))));
        });
    }

    @Override
    public void close() {
        programs.values().forEach(Program::close);
    }
}
