package org.gan4j.apps.tabular;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.gan4j.api.data.Field;
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
 * Makes encoded rows. Everything that is random about a row comes from its latents: those of the generator, two for its condition, and
 * one for each choice, whose normal distribution is turned into the one that is needed.
 */
final class RowGenerator implements LatentSampler {
    private static final String LATENTS = "latents";
    private static final String CONDITION = "condition";
    private static final String GIVEN = "given";
    private static final String GUMBEL = "gumbel";
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final TabularNetworks networks;
    private final LatentSpace space;
    private final InferenceRunner.Prepared generated;

    private RowGenerator(TabularNetworks networks, InferenceRunner.Prepared generated) {
        this.networks = networks;
        this.space = new LatentSpace(
                networks.space().distribution(),
                networks.space().size() + 2 + networks.activation().choices());
        this.generated = generated;
    }

    static RowGenerator of(InferenceRunner runner, TabularNetworks networks) {
        List<Field> inputs = new ArrayList<>();
        inputs.add(new Field(LATENTS, DType.FLOAT, Shape.of(networks.space().size())));
        inputs.add(new Field(GUMBEL, DType.FLOAT, Shape.of(networks.activation().choices())));
        if (networks.conditions().width() > 0) {
            inputs.add(new Field(
                    CONDITION, DType.FLOAT, Shape.of(networks.conditions().width())));
        }
        if (networks.givenWidth() > 0) {
            inputs.add(new Field(GIVEN, DType.FLOAT, Shape.of(networks.givenWidth())));
        }
        InferenceRunner.Prepared generated = runner.prepare(inputs, (parameters, in) -> {
            Optional<Tensor> given = Optional.ofNullable(in.get(GIVEN));
            Tensor input = TabularNetworks.joined(in.get(LATENTS), Optional.ofNullable(in.get(CONDITION)), given);
            Tensor raw = networks.generator()
                    .apply(parameters, ForwardPass.inference(), Inputs.of(input))
                    .value();
            return networks.whole(networks.activation().apply(raw, in.get(GUMBEL)), given);
        });
        return new RowGenerator(networks, generated);
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
        return samples(latents.toFloats(), Optional.empty(), new float[0], weights);
    }

    /**
     * Makes rows.
     *
     * @param latents {@link #latents} numbers for each row
     * @param named the value that all of them are asked for; empty if each has a condition of its own
     * @param given the end of each row; none if all of it is made
     */
    TensorData samples(float[] latents, Optional<RowConditions.Named> named, float[] given, Weights weights) {
        int count = latents.length / space.size();
        int own = networks.space().size();
        int conditions = networks.conditions().width();
        int choices = networks.activation().choices();
        float[] z = new float[count * own];
        float[] condition = new float[count * conditions];
        float[] gumbel = new float[count * choices];
        for (int row = 0; row < count; row++) {
            int at = row * space.size();
            System.arraycopy(latents, at, z, row * own, own);
            if (named.isPresent()) {
                networks.conditions().write(named.get(), condition, row * conditions);
            } else if (conditions > 0) {
                networks.conditions()
                        .draw(uniform(latents[at + own]), uniform(latents[at + own + 1]), condition, row * conditions);
            }
            for (int i = 0; i < choices; i++) {
                gumbel[row * choices + i] = RowActivation.gumbel(uniform(latents[at + own + 2 + i]));
            }
        }
        Map<String, TensorData> inputs = new LinkedHashMap<>();
        inputs.put(LATENTS, TensorData.of(z, Shape.of(count, own)));
        inputs.put(GUMBEL, TensorData.of(gumbel, Shape.of(count, choices)));
        if (conditions > 0) {
            inputs.put(CONDITION, TensorData.of(condition, Shape.of(count, conditions)));
        }
        if (networks.givenWidth() > 0) {
            inputs.put(GIVEN, TensorData.of(given, Shape.of(count, networks.givenWidth())));
        }
        return generated.run(inputs, weights);
    }

    private static double uniform(float normal) {
        return NORMAL.cumulativeProbability(normal);
    }
}
