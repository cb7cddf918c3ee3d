package org.gan4j.apps.translation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.apps.images.ImageMapping;
import org.gan4j.apps.images.ImageNetworks;
import org.gan4j.apps.replay.ImagePool;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.translator.ResNetTranslator;
import org.gan4j.data.Unpaired;
import org.gan4j.losses.LossPresets;

/**
 * Unpaired translation in both directions, CycleGAN (<a href="https://arxiv.org/abs/1703.10593">Zhu et al. 2017</a>),
 * between the domain A, the field {@code image}, and the domain B, the field {@code other-image}. Two generators, G from
 * A to B and F from B to A, are one player, which minimizes
 *
 * <pre>
 * w · (adversarial(D_B(G(a))) + adversarial(D_A(F(b))))
 *     + λ · (mean |F(G(a)) − a| + mean |G(F(b)) − b|)
 *     + λ · i · (mean |F(a) − a| + mean |G(b) − b|)
 * </pre>
 *
 * The identity terms keep colors where nothing has to change, and pull towards changing nothing at all. Each critic
 * learns from its own pool of earlier fakes.
 *
 * @param adversarial the weight w of the adversarial terms; 2 by default, which with the halved least squares of the loss
 *     preset lsgan is the paper's sum
 * @param cycle the weight λ of the cycle terms; 10 in the paper
 * @param identity the weight i of the identity terms, relative to λ; 0.5 in the paper's code
 * @param pool the number of images in each pool, at least the batch size; 50 in the paper
 */
public record CycleGan(double adversarial, double cycle, double identity, int pool) implements Application {
    private static final String OTHER = Unpaired.OTHER + Field.IMAGE;
    private static final double PAPER_ADVERSARIAL = 2;
    private static final double PAPER_CYCLE = 10;
    private static final double PAPER_IDENTITY = 0.5;
    private static final int PAPER_POOL = 50;
    private static final double RATE = 2e-4;
    private static final int PREVIEW_ROWS = 4;

    /** Returns CycleGAN with the paper's settings. */
    public static CycleGan unpaired() {
        return new CycleGan(PAPER_ADVERSARIAL, PAPER_CYCLE, PAPER_IDENTITY, PAPER_POOL);
    }

    /** Returns a copy with another weight of the adversarial terms. */
    public CycleGan adversarial(double weight) {
        return new CycleGan(weight, cycle, identity, pool);
    }

    /** Returns a copy with another weight of the cycle terms. */
    public CycleGan cycle(double weight) {
        return new CycleGan(adversarial, weight, identity, pool);
    }

    /** Returns a copy with another weight of the identity terms, relative to that of the cycle terms. */
    public CycleGan identity(double weight) {
        return new CycleGan(adversarial, cycle, weight, pool);
    }

    /** Returns a copy with pools of this many images. */
    public CycleGan pool(int images) {
        return new CycleGan(adversarial, cycle, identity, images);
    }

    @Override
    public String name() {
        return "cyclegan";
    }

    @Override
    public String summary() {
        return "images translated both ways between two sets, without pairs (CycleGAN)";
    }

    @Override
    public Set<GanOption<?>> uses() {
        return GanComponents.OF_WHOLE_BATCHES;
    }

    @Override
    public List<String> problems(DataSchema data) {
        TranslationProblems check = new TranslationProblems(name());
        List<String> problems = new ArrayList<>(check.ofWeight("adversarial", adversarial));
        problems.addAll(check.ofWeight("cycle", cycle));
        problems.addAll(check.ofWeight("identity", identity));
        if (pool < 1) {
            problems.add("a pool of cyclegan needs at least 1 image, not " + pool + ": 50 is usual");
        }
        List<String> ofFields =
                check.ofFields(data, Field.IMAGE, OTHER, "use the data source unpaired, with the two sets of images");
        problems.addAll(ofFields);
        if (ofFields.isEmpty() && identity > 0 && channels(data, Field.IMAGE) != channels(data, OTHER)) {
            problems.add("the identity terms of cyclegan need two sets with equally many channels; they have "
                    + channels(data, Field.IMAGE) + " and " + channels(data, OTHER)
                    + ": set identity to 0, or give both the same colors");
        }
        return problems;
    }

    private static int channels(DataSchema data, String field) {
        return data.field(field).shape().dim(0);
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(LossPresets.LSGAN
                .components()
                .generator(ResNetTranslator.generator())
                .critic(Patch.critic().normalization(Normalization.INSTANCE))
                .optimizer(Adam.of(RATE, 0.5, 0.999)));
    }

    private static NetworkSpec generatorSpec(Direction direction, DataSchema data, long seed) {
        boolean there = direction == Direction.A2B;
        return NetworkSpec.of(
                VariableScope.of(there ? "a2b" : "b2a", seed),
                there ? data.image() : data.field(OTHER),
                there ? data.field(OTHER).shape() : data.image().shape());
    }

    private static NetworkSpec criticSpec(GanComponents components, Direction direction, DataSchema data, long seed) {
        Field scored = direction == Direction.A2B ? data.field(OTHER) : data.image();
        return components
                .criticSpec(scored.shape(), seed)
                .input(scored)
                .scope(VariableScope.of(direction == Direction.A2B ? "critic-b" : "critic-a", seed));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        Set<String> problems = new LinkedHashSet<>();
        for (Direction direction : Direction.values()) {
            problems.addAll(ImageNetworks.problems(
                    components,
                    generatorSpec(direction, data, 0),
                    criticSpec(components, direction, data, 0),
                    "images of the size of the given ones"));
        }
        return List.copyOf(problems);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(
                generatorSpec(Direction.A2B, data, 0), criticSpec(components, Direction.A2B, data, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        CycleDirection there = direction(components, Direction.A2B, data, seed);
        CycleDirection back = direction(components, Direction.B2A, data, seed);
        Player generators = Player.joined("generator", List.of(there.generator(), back.generator()))
                .adding(new CycleTerms(there.translation(), back.translation(), cycle, cycle * identity));
        Game game = components.game(
                List.of(there.scorer(), back.scorer(), generators), List.of(data.image(), data.field(OTHER)));
        List<Network> networks = new ArrayList<>(
                List.of(there.translation().generator(), back.translation().generator()));
        networks.addAll(there.scoring());
        networks.addAll(back.scoring());
        SamplePreview preview = SamplePreview.rows(
                PREVIEW_ROWS,
                CyclePreview.COLUMNS,
                new CyclePreview(there.translation(), back.translation(), PREVIEW_ROWS));
        return Plan.of(networks, PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(Translator.class, runner -> {
                    Map<Direction, ImageMapping> mappings = new EnumMap<>(Direction.class);
                    mappings.put(Direction.A2B, there.translation().mapping(runner));
                    mappings.put(Direction.B2A, back.translation().mapping(runner));
                    return new WholeImageTranslator(mappings, Direction.A2B, components.inferenceWeights());
                })
                .with(
                        Evaluable.class,
                        runner -> () -> List.of(
                                back.translation().compared(runner, Pairing.DISTRIBUTION),
                                there.translation().compared(runner, Pairing.DISTRIBUTION)));
    }

    private CycleDirection direction(GanComponents components, Direction direction, DataSchema data, long seed) {
        NetworkSpec generatorSpec = generatorSpec(direction, data, seed);
        NetworkSpec criticSpec = criticSpec(components, direction, data, seed);
        Translation translation =
                new Translation(components.generator().build(generatorSpec), generatorSpec.input(), criticSpec.input());
        Network critic = components.critic().build(criticSpec);
        return new CycleDirection(
                components,
                adversarial,
                translation,
                critic,
                ImagePool.of(
                        "pool-of-" + critic.name(), pool, criticSpec.input().shape()));
    }
}
