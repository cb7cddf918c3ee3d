package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.data.Unpaired;
import org.gan4j.losses.LossPresets;

/**
 * Unpaired translation in both directions (CycleGAN, <a href="https://arxiv.org/abs/1703.10593">Zhu et al. 2017</a>).
 * Both generators are one player, which also minimizes the cycle term; each side has a critic.
 *
 * @param weight the weight of the cycle term; 10 in the paper
 */
record CycleGan(double weight) implements Application {
    private static final String OTHER = Unpaired.OTHER + Field.IMAGE;

    @Override
    public String name() {
        return "cycle-gan";
    }

    @Override
    public Set<GanOption<?>> uses() {
        return Translation.USES;
    }

    @Override
    public List<String> problems(DataSchema data) {
        List<String> problems = new ArrayList<>(PairProblems.missing(name(), data, Field.IMAGE, OTHER));
        if (problems.isEmpty() && !data.image().shape().equals(data.field(OTHER).shape())) {
            problems.add("cycle-gan needs images of one shape; image and other-image have the shapes "
                    + data.image().shape() + " and " + data.field(OTHER).shape() + ": resize one of them");
        }
        return problems;
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.NON_SATURATING
                .components()
                .generator(new TinyTranslator(64))
                .critic(Patch.critic()));
    }

    private static NetworkSpec generatorSpec(String name, DataSchema data, String from, long seed) {
        return NetworkSpec.of(
                VariableScope.of(name, seed), data.field(from), data.image().shape());
    }

    private static NetworkSpec criticSpec(GanComponents components, String name, Field scored, long seed) {
        return components.criticSpec(scored.shape(), seed).input(scored).scope(VariableScope.of(name, seed));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new PairProblems(
                        components,
                        generatorSpec("there", data, Field.IMAGE, 0),
                        criticSpec(components, "critic", data.image(), 0))
                .all();
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(
                generatorSpec("there", data, Field.IMAGE, 0), criticSpec(components, "critic", data.image(), 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field image = data.image();
        Field other = data.field(OTHER);
        TranslationPair there = direction(components, data, "there", "other-critic", image, other, seed);
        TranslationPair back = direction(components, data, "back", "critic", other, image, seed);
        Player generators = Player.joined("generators", List.of(there.generator(), back.generator()))
                .adding(update -> List.of(Term.of(
                        "cycle",
                        there.cycle(update, back).add(back.cycle(update, there)).mul(weight))));
        Game game = components.game(List.of(generators, there.critic(), back.critic()), List.of(image, other));
        List<Network> networks =
                new ArrayList<>(List.of(there.made().generator(), back.made().generator()));
        networks.addAll(there.critics());
        networks.addAll(back.critics());
        SamplePreview preview = SamplePreview.of(4, there.made()::of);
        return Plan.of(networks, PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(
                        Evaluable.class,
                        runner -> () -> List.of(
                                back.made().compared(runner, Pairing.DISTRIBUTION),
                                there.made().compared(runner, Pairing.DISTRIBUTION)));
    }

    private TranslationPair direction(
            GanComponents components, DataSchema data, String name, String critic, Field from, Field to, long seed) {
        Network generator = components.generator().build(generatorSpec(name, data, from.name(), seed));
        return new TranslationPair(
                components,
                new Translation(generator, from, to),
                components.critic().build(criticSpec(components, critic, to, seed)));
    }
}
