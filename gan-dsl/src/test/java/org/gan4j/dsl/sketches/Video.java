package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Gray clips [T,H,W]. One critic judges the motion of whole clips, another one a random frame, as in MoCoGAN (<a
 * href="https://arxiv.org/abs/1707.04993">Tulyakov et al. 2018</a>): two pairs with one generator.
 */
record Video() implements Application {
    private static final int SHOWN = 2;

    @Override
    public String name() {
        return "video";
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(LatentPair.missing(name(), data, Field.IMAGE));
        if (problems.isEmpty() && data.image().shape().rank() != 3) {
            problems.add("the field image must hold clips, frames×height×width, not "
                    + data.image().shape() + ": use other data");
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(Dcgan.generator())
                .critic(Dcgan.critic()));
    }

    private static LatentPair clips(GanComponents components, DataSchema data) {
        return LatentPair.of(components, data.image().shape());
    }

    private static LatentPair frames(GanComponents components, DataSchema data) {
        Shape clip = data.image().shape();
        return new LatentPair(components, clip, "frame-critic", clip.with(0, 1));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        Set<String> problems = new LinkedHashSet<>(clips(components, data).problems());
        problems.addAll(frames(components, data).problems());
        return List.copyOf(problems);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return clips(components, data).resolved();
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field clip = data.image();
        LatentSpace space = components.latents();
        Network generator = clips(components, data).generator(seed);
        Network critic = clips(components, data).critic(seed);
        Network frameCritic = frames(components, data).critic(seed);
        AdversarialModel ofClips = AdversarialModel.unconditional(generator, critic, space);
        AdversarialPlayers motion = new AdversarialPlayers(components, ofClips).named("critic", "motion");
        AdversarialPlayers frame =
                new AdversarialPlayers(components, new OfFrames(ofClips, frameCritic)).named("frame-critic", "frame");
        Player joined = Player.joined(
                "generator",
                List.of(
                        motion.generator(List.of(generator), List.of(critic)),
                        frame.generator(List.of(generator), List.of(frameCritic))));
        Game game = components.game(
                List.of(motion.critic(List.of(critic)), frame.critic(List.of(frameCritic)), joined), List.of(clip));
        Shape shape = clip.shape();
        SamplePreview preview = SamplePreview.rows(
                SHOWN, shape.dim(0), update -> update.apply(generator, space.draw(update.random("latents"), SHOWN))
                        .reshape(-1, 1, shape.dim(1), shape.dim(2)));
        return Plan.of(List.of(generator, critic, frameCritic), PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(generator, space, clip);
    }

    /** The model of one frame of each clip, the same in an update for real and generated ones. */
    private record OfFrames(AdversarialModel clips, Network critic) implements AdversarialModel {
        private static Tensor frame(UpdateContext update, Tensor clips) {
            Tensor which =
                    update.random("frame").uniform(1).mul(clips.shape().dim(1)).cast(DType.INT);
            return clips.gather(1, which);
        }

        @Override
        public Tensor real(UpdateContext update) {
            return frame(update, clips.real(update));
        }

        @Override
        public Tensor latents(UpdateContext update) {
            return clips.latents(update);
        }

        @Override
        public Outputs generated(UpdateContext update, Tensor latents) {
            Outputs made = clips.generated(update, latents);
            return new Outputs(frame(update, made.value()), made.heads());
        }

        @Override
        public Outputs discriminate(UpdateContext update, Tensor samples) {
            return update.apply(critic, Inputs.of(samples));
        }
    }
}
