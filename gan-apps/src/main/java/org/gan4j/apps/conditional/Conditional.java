package org.gan4j.apps.conditional;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.network.Network;
import org.gan4j.apps.standard.StandardComponents;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Generation of samples of a requested class. The data need the fields {@code image} and {@code label}. Both players
 * receive the classes of the batch's samples, and the generator generates fakes of these classes.
 *
 * <pre>
 * Gan.builder()....data(FashionMnist.embedded()).application(Conditional.concatenation())
 * gan.sample(SampleRequest.of(16).label("trouser"))
 * </pre>
 *
 * @param kind the way in which the generator and the critic are conditioned on the class
 */
public record Conditional(Conditioning kind) implements Application {
    private static final int MAX_ROWS = 10;
    private static final int COLUMNS = 8;

    /** Returns the application of {@link Conditioning#CONCATENATION}. */
    public static Conditional concatenation() {
        return new Conditional(Conditioning.CONCATENATION);
    }

    /** Returns the application of {@link Conditioning#AUXILIARY}. */
    public static Conditional auxiliary() {
        return new Conditional(Conditioning.AUXILIARY);
    }

    /** Returns the application of {@link Conditioning#PROJECTION}. */
    public static Conditional projection() {
        return new Conditional(Conditioning.PROJECTION);
    }

    /** Returns the application of {@link Conditioning#EMBEDDING}. */
    public static Conditional embedding() {
        return new Conditional(Conditioning.EMBEDDING);
    }

    @Override
    public String name() {
        return "conditional";
    }

    @Override
    public String summary() {
        return "samples of a requested class: kind concatenation, auxiliary, projection or embedding";
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new ConditionalProblems(kind, data).ofData();
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(StandardComponents.of(data.image().shape()));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new ConditionalProblems(kind, data).of(components);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        Shape sample = data.image().shape();
        int classes = data.classes().size();
        return components.resolved(
                ConditionalNetworks.generatorSpec(kind, components, sample, classes, 0),
                ConditionalNetworks.criticSpec(kind, components, sample, classes, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        List<String> labels = data.classes();
        ConditionalNetworks networks =
                ConditionalNetworks.of(kind, components, data.image().shape(), labels.size(), seed);
        AdversarialPlayers pair = new AdversarialPlayers(components, new ConditionalModel(networks));
        Game game = components.game(
                pair.players(List.of(networks.generator()), networks.critics()),
                List.of(data.image(), data.field(Field.LABEL)));
        List<Network> all = new ArrayList<>(List.of(networks.generator()));
        all.addAll(networks.critics());
        int rows = Math.min(MAX_ROWS, labels.size());
        SamplePreview preview = SamplePreview.rows(rows, COLUMNS, update -> classByRow(update, networks));
        Plan plan = Plan.of(all, PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(ConditionalSampler.class, runner -> new ClassSampler(runner, networks, labels))
                .with(LatentSampler.class, runner -> new ClassSampler(runner, networks, labels).cycling())
                .with(Evaluable.class, runner -> new ClassSampler(runner, networks, labels)
                        .matchingLabels(data.image()));
        return kind == Conditioning.AUXILIARY
                ? plan.with(Classifier.class, runner -> networks.classifier().capability(runner, data.image(), labels))
                : plan;
    }

    private static Tensor classByRow(UpdateContext update, ConditionalNetworks networks) {
        int[] labels =
                IntStream.range(0, update.batchSize()).map(i -> i / COLUMNS).toArray();
        Tensor latents = networks.space().draw(update.random("latents"), update.batchSize());
        return update.apply(networks.generator(), networks.generatorInputs(latents, Tensor.of(labels, labels.length)))
                .value();
    }
}
