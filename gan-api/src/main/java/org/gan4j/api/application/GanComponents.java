package org.gan4j.api.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Alternating;
import org.gan4j.api.game.Coordination;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Player;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentDistribution;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.CriticWrapper;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.tensor.Shape;

/**
 * The components of a GAN, which an {@link Application} assembles: values of {@linkplain #OPTIONS these options}. What
 * the user leaves open, the application completes. The components of a {@link LossPreset} are the options that it sets.
 *
 * @param values the values that are set
 */
public record GanComponents(OptionValues values) {
    public static final GanOption<GeneratorArchitecture> GENERATOR = GanOption.component(
            "generator", GeneratorArchitecture.class, "the architecture of the generator, which makes samples");

    public static final GanOption<CriticArchitecture> CRITIC = GanOption.component(
            "critic", CriticArchitecture.class, "the architecture of the critic (discriminator), which scores samples");

    /**
     * The wrappers of the critic, the innermost first. A wrapper is left out if the critic is already wrapped in it, at
     * any depth.
     */
    public static final GanOption<List<CriticWrapper>> CRITIC_WRAPPERS = GanOption.components(
            "critic-wrappers",
            CriticWrapper.class,
            "the changes of the critic, such as spectral normalization, the innermost first");

    public static final GanOption<LatentDistribution> LATENTS = GanOption.component(
                    "latents", LatentDistribution.class, "the distribution of the latents that the generator gets")
            .standard(new NormalLatents());

    public static final GanOption<AdversarialLoss> LOSS = GanOption.component(
            "loss",
            AdversarialLoss.class,
            "the loss that both players minimize; the name of a loss preset also sets what its paper uses");

    public static final GanOption<List<Regularizer>> REGULARIZERS = GanOption.components(
            "regularizers", Regularizer.class, "the terms added to a player's objective, such as a gradient penalty");

    public static final GanOption<List<Augmentation>> AUGMENTATIONS = GanOption.components(
            "augmentations",
            Augmentation.class,
            "the differentiable changes of all samples that the critic sees, in this order");

    public static final GanOption<Optional<Constraint>> CONSTRAINT = GanOption.optionalComponent(
            "constraint",
            Constraint.class,
            "the projection applied to the critic's parameters after each update, such as weight clipping");

    public static final GanOption<Optimizer> GENERATOR_OPTIMIZER = GanOption.component(
                    "generator-optimizer", Optimizer.class, "the optimizer of the generator's parameters")
            .standard(Adam.of(2e-4, 0.5, 0.999));

    public static final GanOption<Optimizer> CRITIC_OPTIMIZER = GanOption.component(
                    "critic-optimizer", Optimizer.class, "the optimizer of the critic's parameters")
            .standard(Adam.of(2e-4, 0.5, 0.999));

    public static final GanOption<Optional<LearningRateSchedule>> SCHEDULE = GanOption.optionalComponent(
            "schedule", LearningRateSchedule.class, "the schedule of both learning rates; none keeps them constant");

    public static final GanOption<Integer> CRITIC_UPDATES = GanOption.whole(
                    "critic-updates", 1, "the number of critic updates per generator update")
            .check(GanOption.atLeast("the number of critic updates", 1, "1 and 5 are usual"));

    public static final GanOption<Coordination> COORDINATION = GanOption.component(
                    "coordination",
                    Coordination.class,
                    "the way in which the players' updates follow each other, such as extragradient")
            .standard(new Alternating());

    /**
     * The number k of critic updates that the generator looks ahead
     * (<a href="https://arxiv.org/abs/1611.02163">Metz et al. 2017</a>): its objective is evaluated with the critic after
     * k further updates on the same batch, and its gradient flows through these updates.
     */
    public static final GanOption<Integer> UNROLLED = GanOption.whole(
                    "unrolled", 0, "the number of critic updates that the generator looks ahead")
            .check(GanOption.atLeast("the number of unrolled critic updates", 0, "0 is none, 5 is usual"));

    public static final GanOption<Integer> ACCUMULATION = GanOption.whole(
                    "accumulation",
                    1,
                    "the number of equal parts in which a batch's gradient is computed, so that a large batch needs the"
                            + " memory of a part")
            .check(GanOption.atLeast("the number of parts of a batch", 1, "1 computes the whole batch at once"));

    public static final GanOption<Double> EMA = GanOption.decimal(
                    "ema", 0.999, "the decay of the moving average of the generator's weights; 0 keeps no average")
            .check(GanOption.number(
                    decay -> decay >= 0 && decay < 1,
                    "ema must be at least 0 and below 1",
                    "0.999 is usual, 0 keeps no average"));

    /** All options of components, in the order of experiment.yaml. */
    public static final List<GanOption<?>> OPTIONS = List.of(
            GENERATOR,
            CRITIC,
            CRITIC_WRAPPERS,
            LATENTS,
            LOSS,
            REGULARIZERS,
            AUGMENTATIONS,
            CONSTRAINT,
            GENERATOR_OPTIMIZER,
            CRITIC_OPTIMIZER,
            SCHEDULE,
            CRITIC_UPDATES,
            COORDINATION,
            UNROLLED,
            ACCUMULATION,
            EMA);

    /** All options but the latents, which a generator that maps data does not have. */
    public static final Set<GanOption<?>> WITHOUT_LATENTS =
            OPTIONS.stream().filter(option -> option != LATENTS).collect(Collectors.toUnmodifiableSet());

    /**
     * All options but the latents and the accumulation, which an application without latents that keeps earlier samples
     * does not have: the parts of a batch would each store samples of their own in the same places.
     */
    public static final Set<GanOption<?>> OF_WHOLE_BATCHES =
            WITHOUT_LATENTS.stream().filter(option -> option != ACCUMULATION).collect(Collectors.toUnmodifiableSet());

    /** Keeps the values of {@link #OPTIONS} only. */
    public GanComponents {
        values = values.only(OPTIONS);
    }

    /** Returns components that are all open. */
    public static GanComponents open() {
        return new GanComponents(OptionValues.none());
    }

    /** Returns components of which only the loss is set. */
    public static GanComponents of(AdversarialLoss loss) {
        return open().with(LOSS, loss);
    }

    /** Returns a copy with one more component, which replaces an earlier one. */
    public <T> GanComponents with(GanOption<T> option, T value) {
        return new GanComponents(values.with(option, value));
    }

    /** Returns a copy with another generator. */
    public GanComponents generator(GeneratorArchitecture architecture) {
        return with(GENERATOR, architecture);
    }

    /** Returns a copy with another critic. */
    public GanComponents critic(CriticArchitecture architecture) {
        return with(CRITIC, architecture);
    }

    /** Returns a copy with these regularizers in place of others. */
    public GanComponents regularizers(Regularizer... terms) {
        return with(REGULARIZERS, List.of(terms));
    }

    /** Returns a copy with another optimizer of both players. */
    public GanComponents optimizer(Optimizer both) {
        return with(GENERATOR_OPTIMIZER, both).with(CRITIC_OPTIMIZER, both);
    }

    /** Returns a copy in which the components that are open here have the values of other components. */
    public GanComponents orElse(GanComponents others) {
        return new GanComponents(others.values.and(values));
    }

    /**
     * Returns the value of an option, or its default.
     *
     * @throws IllegalStateException if it is open and has no default
     */
    public <T> T get(GanOption<T> option) {
        return values.get(option);
    }

    /**
     * Returns the architecture of the generator.
     *
     * @throws IllegalStateException if it is open
     */
    public GeneratorArchitecture generator() {
        return get(GENERATOR);
    }

    /**
     * Returns the architecture of the critic, with its wrappers.
     *
     * @throws IllegalStateException if it is open
     */
    public CriticArchitecture critic() {
        CriticArchitecture critic = get(CRITIC);
        for (CriticWrapper wrapper : get(CRITIC_WRAPPERS)) {
            if (!critic.isWrappedIn(wrapper.name())) {
                critic = wrapper.around(critic);
            }
        }
        return critic;
    }

    /**
     * Returns the latents of the generator.
     *
     * @throws IllegalStateException if the generator is open
     */
    public LatentSpace latents() {
        return new LatentSpace(get(LATENTS), generator().latent());
    }

    /**
     * Returns the loss that both players minimize.
     *
     * @throws IllegalStateException if it is open
     */
    public AdversarialLoss loss() {
        return get(LOSS);
    }

    /** Returns the terms added to a player's objective. */
    public List<Regularizer> regularizers() {
        return get(REGULARIZERS);
    }

    /** Returns the changes of all samples that the critic sees, in this order. */
    public List<Augmentation> augmentations() {
        return get(AUGMENTATIONS);
    }

    /** Returns the projection applied to the critic's parameters after each update. */
    public Optional<Constraint> constraint() {
        return get(CONSTRAINT);
    }

    /** Returns the optimizer of the generator's parameters. */
    public Optimizer generatorOptimizer() {
        return get(GENERATOR_OPTIMIZER);
    }

    /** Returns the optimizer of the critic's parameters. */
    public Optimizer criticOptimizer() {
        return get(CRITIC_OPTIMIZER);
    }

    /** Returns the schedule of both learning rates; empty for constant rates. */
    public Optional<LearningRateSchedule> schedule() {
        return get(SCHEDULE);
    }

    /** Returns the number of critic updates per generator update. */
    public int criticUpdates() {
        return get(CRITIC_UPDATES);
    }

    /** Returns the way in which the players' updates follow each other. */
    public Coordination coordination() {
        return get(COORDINATION);
    }

    /** Returns the number of equal parts in which the gradient of a batch is computed. */
    public int accumulation() {
        return get(ACCUMULATION);
    }

    /**
     * Returns a game whose players update in the way that these components say.
     *
     * @param players the players in the order of their updates, each with its own name
     * @param fields the fields that each batch has
     * @throws IllegalArgumentException if two players have the same name
     * @throws org.gan4j.api.game.InvalidGameException if these players cannot be coordinated in this way
     */
    public Game game(List<Player> players, List<Field> fields) {
        return new Game(players, fields, coordination(), accumulation());
    }

    /**
     * Returns the moving average (EMA) of the generator's weights; empty to keep none.
     *
     * @throws IllegalArgumentException if the decay is below 0, or 1 or more
     */
    public Optional<MovingAverage> movingAverage() {
        double decay = get(EMA);
        return decay == 0 ? Optional.empty() : Optional.of(new MovingAverage(decay));
    }

    /** Returns the weights that a trained generator is applied with by default: the moving average, if one is kept. */
    public Weights inferenceWeights() {
        return movingAverage().isPresent() ? Weights.EMA : Weights.LATEST;
    }

    /**
     * Returns one message per component that an application uses, but that neither the user nor the application has
     * set.
     *
     * @param application the name of the application
     * @param used the options that it uses
     */
    public List<String> missing(String application, Collection<GanOption<?>> used) {
        return OPTIONS.stream()
                .filter(option -> used.contains(option) && values.find(option).isEmpty())
                .map(option -> "the application " + application + " needs a " + option + " (" + option.summary()
                        + "): set the option " + option)
                .toList();
    }

    /**
     * Returns one message per component that is set and that an application does not use.
     *
     * @param application the name of the application
     * @param used the options that it uses
     */
    public List<String> unused(String application, Collection<GanOption<?>> used) {
        return OPTIONS.stream()
                .filter(option -> !used.contains(option) && !isStandard(option))
                .map(option -> "the application " + application + " does not use the option " + option
                        + ", which would have no effect: leave it out")
                .toList();
    }

    private <T> boolean isStandard(GanOption<T> option) {
        return values.find(option).equals(option.standard());
    }

    /**
     * Returns a copy in which the architectures' open settings have their values for these specs, and the critic is
     * wrapped.
     */
    public GanComponents resolved(NetworkSpec generatorSpec, NetworkSpec criticSpec) {
        return generator(generator().resolved(generatorSpec)).criticResolved(criticSpec);
    }

    /** Returns a copy in which the critic's open settings have their values for this spec, and it is wrapped. */
    public GanComponents criticResolved(NetworkSpec criticSpec) {
        return critic(critic().resolved(criticSpec)).with(CRITIC_WRAPPERS, List.of());
    }

    /**
     * Returns the spec of a generator.
     *
     * @param sample the shape of one sample, without the batch
     * @param seed the seed of the initial values
     */
    public NetworkSpec generatorSpec(Shape sample, long seed) {
        return NetworkSpec.generator(
                VariableScope.of("generator", seed), generator().latent(), sample);
    }

    /**
     * Returns the spec of a critic. Its layers must not mix the samples of a batch if a regularizer differentiates it
     * with respect to its input.
     *
     * @param sample the shape of one sample, without the batch
     * @param seed the seed of the initial values
     */
    public NetworkSpec criticSpec(Shape sample, long seed) {
        boolean penalty = regularizers().stream().anyMatch(Regularizer::usesInputGradient);
        return NetworkSpec.critic(VariableScope.of("critic", seed), sample).independent(penalty);
    }

    /**
     * Validates both architectures against their specs, and that the generator has the latents that a regularizer needs.
     * Returns one message per problem, without duplicates; empty if both networks can be built.
     */
    public List<String> problems(NetworkSpec generatorSpec, NetworkSpec criticSpec) {
        Set<String> problems = new LinkedHashSet<>(generator().problems(generatorSpec));
        problems.addAll(critic().problems(criticSpec));
        problems.addAll(new RegularizerProblems(this).ofLatents(generatorSpec));
        return List.copyOf(problems);
    }

    /**
     * Validates a critic that is built: that it outputs one score, or one map of scores, per sample or pack of samples,
     * does not mix samples that a regularizer differentiates one by one, and has the features that a regularizer
     * compares. Returns one message per problem; empty if there is none.
     *
     * @param network the critic
     * @param inputs inputs of {@link ShapeCheck#batch(CriticArchitecture)} samples
     */
    public List<String> criticProblems(Network network, Inputs inputs) {
        List<String> problems = new ArrayList<>(ShapeCheck.scores(network, inputs, critic().samplesPerScore()));
        if (problems.isEmpty()) {
            problems.addAll(new RegularizerProblems(this).ofFeatures(network, inputs));
        }
        problems.addAll(mixingProblems(network));
        return problems;
    }

    /**
     * Validates that a critic does not mix the samples of a batch if a regularizer needs each sample's own gradient.
     * Returns one message per such regularizer; empty if there is none.
     */
    public List<String> mixingProblems(Network network) {
        return new RegularizerProblems(this).ofMixing(network);
    }
}
