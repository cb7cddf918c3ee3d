package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.mlp.Output;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/**
 * Waves [W] or [C,W], which the critic sees shifted in time at random, so that it learns no phase ("phase shuffle" of
 * WaveGAN, <a href="https://arxiv.org/abs/1802.04208">Donahue et al. 2019</a>, of its input). Previewed as arrays.
 *
 * @param shift the largest shift, at least 0; 2 in the paper
 */
record Audio(int shift) implements Application {
    Audio {
        if (shift < 0) {
            throw new IllegalArgumentException("the shift must be at least 0, not " + shift + ": 2 is usual");
        }
    }

    @Override
    public String name() {
        return "audio";
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(LatentPair.missing(name(), data, Field.IMAGE));
        if (problems.isEmpty()) {
            int rank = data.image().shape().rank();
            if (rank < 1 || data.image().shape().dim(rank - 1) <= shift) {
                problems.add("the field image must hold waves of more than " + shift + " values, not "
                        + data.image().shape() + ": use longer ones or a smaller shift");
            }
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.WGAN_GP
                .components()
                .generator(Mlp.generator().output(Output.TANH))
                .critic(Mlp.critic()));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return LatentPair.of(components, data.image().shape()).problems();
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return LatentPair.of(components, data.image().shape()).resolved();
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field wave = data.image();
        LatentSpace space = components.latents();
        Network generator = LatentPair.of(components, wave.shape()).generator(seed);
        Network critic = LatentPair.of(components, wave.shape()).critic(seed);
        Model model = new Model(AdversarialModel.unconditional(generator, critic, space), critic, shift);
        Game game =
                components.game(new AdversarialPlayers(components, model).players(generator, critic), List.of(wave));
        SamplePreview preview = SamplePreview.of(
                4, update -> update.apply(generator, space.draw(update.random("latents"), update.batchSize())));
        return Plan.of(List.of(generator, critic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(generator, space, wave);
    }

    private record Model(AdversarialModel waves, Network critic, int shift) implements AdversarialModel {
        @Override
        public Tensor real(UpdateContext update) {
            return waves.real(update);
        }

        @Override
        public Tensor latents(UpdateContext update) {
            return waves.latents(update);
        }

        @Override
        public Outputs generated(UpdateContext update, Tensor latents) {
            return waves.generated(update, latents);
        }

        @Override
        public Outputs discriminate(UpdateContext update, Tensor samples) {
            return update.apply(critic, Inputs.of(shifted(update, samples)));
        }

        /** Shifts all waves of an update equally, mirrored at their ends. */
        private Tensor shifted(UpdateContext update, Tensor samples) {
            int axis = samples.shape().rank() - 1;
            int last = samples.shape().dim(axis) - 1;
            Tensor by =
                    update.random("phase").uniform(1).mul(2 * shift + 1).floor().sub(shift);
            Tensor place = Tensor.arange(last + 1).cast(DType.FLOAT).add(by).abs();
            return samples.gather(axis, place.rsub(last).abs().rsub(last).cast(DType.INT));
        }
    }
}
