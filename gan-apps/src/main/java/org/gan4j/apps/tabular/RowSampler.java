package org.gan4j.apps.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.tables.RowPlace;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * Makes rows. Everything that is random about a row comes from its latents: those of the generator, two for its condition, and one
 * for each choice, whose normal distribution is turned into the one that is needed. So a row depends on seed and number alone.
 */
final class RowSampler implements LatentSampler, TableSampler {
    private static final String LATENTS = "latents";
    private static final String CONDITION = "condition";
    private static final String GUMBEL = "gumbel";
    private static final long STREAM = 0x5851F42D4C957F2DL;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final TabularNetworks networks;
    private final LatentSpace space;
    private final InferenceRunner.Prepared generated;
    private final Weights usual;

    private RowSampler(TabularNetworks networks, InferenceRunner.Prepared generated, Weights usual) {
        this.networks = networks;
        this.space = new LatentSpace(
                networks.space().distribution(),
                networks.space().size() + 2 + networks.activation().choices());
        this.generated = generated;
        this.usual = usual;
    }

    /**
     * Returns a sampler.
     *
     * @param usual the weights of rows
     */
    static RowSampler of(InferenceRunner runner, TabularNetworks networks, Weights usual) {
        List<Field> inputs = List.of(
                new Field(LATENTS, DType.FLOAT, Shape.of(networks.space().size())),
                new Field(CONDITION, DType.FLOAT, Shape.of(networks.conditions().width())),
                new Field(GUMBEL, DType.FLOAT, Shape.of(networks.activation().choices())));
        InferenceRunner.Prepared generated = runner.prepare(inputs, (parameters, in) -> {
            Tensor input = Tensor.concat(1, in.get(LATENTS), in.get(CONDITION));
            Tensor raw = networks.generator()
                    .apply(parameters, ForwardPass.inference(), Inputs.of(input))
                    .value();
            return networks.activation().apply(raw, in.get(GUMBEL));
        });
        return new RowSampler(networks, generated, usual);
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
        int own = networks.space().size();
        int conditions = networks.conditions().width();
        int choices = networks.activation().choices();
        float[] all = latents.toFloats();
        float[] z = new float[count * own];
        float[] condition = new float[count * conditions];
        float[] gumbel = new float[count * choices];
        for (int row = 0; row < count; row++) {
            int at = row * space.size();
            System.arraycopy(all, at, z, row * own, own);
            networks.conditions().draw(uniform(all[at + own]), uniform(all[at + own + 1]), condition, row * conditions);
            for (int i = 0; i < choices; i++) {
                gumbel[row * choices + i] = RowActivation.gumbel(uniform(all[at + own + 2 + i]));
            }
        }
        return generated.run(
                Map.of(
                        LATENTS, TensorData.of(z, Shape.of(count, own)),
                        CONDITION, TensorData.of(condition, Shape.of(count, conditions)),
                        GUMBEL, TensorData.of(gumbel, Shape.of(count, choices))),
                weights);
    }

    private static double uniform(float normal) {
        return NORMAL.cumulativeProbability(normal);
    }

    @Override
    public TableEncoding table() {
        return networks.table();
    }

    @Override
    public TableSampler weights(Weights chosen) {
        return new RowSampler(networks, generated, chosen);
    }

    @Override
    public List<List<String>> rows(long seed, int from, int count) {
        if (from < 0 || count < 0) {
            throw new IllegalArgumentException(
                    "rows are numbered from 0, and their number is at least 0, not " + from + " and " + count);
        }
        List<List<String>> rows = new ArrayList<>();
        // random numbers are counted by an int, so rows beyond that are those of another stream
        int most = Integer.MAX_VALUE / space.size();
        long end = (long) from + count;
        for (long at = from; at < end; ) {
            long stream = at / most;
            int part = (int) Math.min(end, (stream + 1) * most) - (int) at;
            rows.addAll(part(seed + STREAM * stream, (int) (at - stream * most), part, seed, at));
            at += part;
        }
        return rows;
    }

    private List<List<String>> part(long stream, int from, int count, long seed, long number) {
        TensorData latents = TensorData.of(space.rows(stream, from, count), Shape.of(count, space.size()));
        float[] vectors = samples(latents, usual).toFloats();
        int width = networks.table().width();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = Arrays.copyOfRange(vectors, i * width, (i + 1) * width);
            rows.add(networks.table().decode(vector, new RowPlace(seed, number + i)));
        }
        return rows;
    }
}
