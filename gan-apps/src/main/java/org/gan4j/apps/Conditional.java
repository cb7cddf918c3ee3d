package org.gan4j.apps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.Adversaries;
import org.gan4j.api.Application;
import org.gan4j.api.Classifying;
import org.gan4j.api.Comparing;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.LabelledSampling;
import org.gan4j.api.LatentSampling;
import org.gan4j.api.Move;
import org.gan4j.api.Network;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Timeline;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Samples of a class that is asked for. The data need the fields {@code image} and {@code label}. Both players are told
 * the classes of the batch's samples, and the generator makes fakes of these.
 *
 * <pre>
 * Gan.builder()....data(FashionMnist.embedded()).application(Conditional.concatenation())
 * gan.sample(Sampling.of(16).label("trouser"))
 * </pre>
 *
 * @param kind how generator and critic are told the class
 */
public record Conditional(Conditioning kind) implements Application {
    private static final int MOST_ROWS = 10;
    private static final int COLUMNS = 8;

    public static Conditional concatenation() {
        return new Conditional(Conditioning.CONCATENATION);
    }

    public static Conditional auxiliary() {
        return new Conditional(Conditioning.AUXILIARY);
    }

    public static Conditional projection() {
        return new Conditional(Conditioning.PROJECTION);
    }

    @Override
    public String name() {
        return "conditional";
    }

    @Override
    public String summary() {
        return "samples of a class that is asked for: kind concatenation, auxiliary or projection";
    }

    @Override
    public List<String> problems(Ingredients ingredients, DataDescription data) {
        return new ConditionalProblems(kind, ingredients, data).all();
    }

    @Override
    public Ingredients resolved(Ingredients ingredients, DataDescription data) {
        Shape sample = data.image().shape();
        int classes = data.classes().size();
        return ingredients.resolved(
                LabelledNetworks.generatorSite(kind, ingredients, sample, classes, 0),
                LabelledNetworks.criticSite(kind, ingredients, sample, classes, 0));
    }

    @Override
    public Plan plan(Ingredients ingredients, DataDescription data, long seed) {
        List<String> labels = data.classes();
        LabelledNetworks networks =
                LabelledNetworks.of(kind, ingredients, data.image().shape(), labels.size(), seed);
        Adversaries pair = new Adversaries(ingredients, new LabelledContest(networks));
        Game game = new Game(
                List.of(pair.critic(networks.critics()), pair.generator(List.of(networks.generator()))),
                List.of(data.image(), data.field(Field.LABEL)));
        List<Network> all = new ArrayList<>(List.of(networks.generator()));
        all.addAll(networks.critics());
        int rows = Math.min(MOST_ROWS, labels.size());
        Exhibit exhibit = Exhibit.rows(rows, COLUMNS, move -> classByRow(move, networks));
        Plan plan = Plan.of(all, Timeline.of(Phase.open("training", game, exhibit)))
                .with(LabelledSampling.class, runner -> new ClassSampling(runner, networks, labels))
                .with(LatentSampling.class, runner -> new ClassSampling(runner, networks, labels).inTurn())
                .with(Comparing.class, runner -> new ClassSampling(runner, networks, labels).asTheData(data.image()));
        return kind == Conditioning.AUXILIARY
                ? plan.with(
                        Classifying.class, runner -> networks.classifier().verb(runner, data.image(), labels, false))
                : plan;
    }

    private static Tensor classByRow(Move move, LabelledNetworks networks) {
        int[] labels =
                IntStream.range(0, move.batchSize()).map(i -> i / COLUMNS).toArray();
        Tensor latents = move.random("latents").normal(move.batchSize(), networks.latent());
        return move.apply(networks.generator(), networks.given(latents, Tensor.of(labels, labels.length)))
                .value();
    }
}
