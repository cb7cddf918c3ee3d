package org.gan4j.apps;

import java.util.List;
import org.gan4j.api.Adversaries;
import org.gan4j.api.Application;
import org.gan4j.api.Classifying;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Network;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Player;
import org.gan4j.api.Scope;
import org.gan4j.api.Timeline;
import org.gan4j.data.PartlyLabelled;
import org.gan4j.tensor.Shape;

/**
 * A classifier from few labels and many samples without (<a href="https://arxiv.org/abs/1606.03498">Salimans et al.
 * 2016</a>). The critic tells the classes apart, and real samples from fakes; the generator matches its features. The
 * data need the fields {@code image}, {@code labelled} and {@code label}, as {@link PartlyLabelled} makes them.
 *
 * <pre>
 * Gan.builder()....loss(NON_SATURATING).data(PartlyLabelled.of(FashionMnist.embedded(), 100))
 *         .application(SemiSupervised.featureMatching())
 * int[] classes = gan.classify(samples);
 * </pre>
 *
 * <p>The critic names its features. Its loss is that of the ingredients, of the score log Σ exp of the class logits: the
 * paper's is the non-saturating one. The generator has no use for a loss.
 *
 * @param kind what the classifier learns from
 */
public record SemiSupervised(SemiSupervision kind) implements Application {
    private static final int SHOWN = 64;

    public static SemiSupervised featureMatching() {
        return new SemiSupervised(SemiSupervision.FEATURE_MATCHING);
    }

    public static SemiSupervised labelsAlone() {
        return new SemiSupervised(SemiSupervision.LABELS_ALONE);
    }

    @Override
    public String name() {
        return "semi-supervised";
    }

    @Override
    public String summary() {
        return "a classifier from few labels: kind feature-matching or labels-alone";
    }

    @Override
    public List<String> problems(Ingredients ingredients, DataDescription data) {
        return new SemiSupervisedProblems(ingredients, data).all();
    }

    @Override
    public Ingredients resolved(Ingredients ingredients, DataDescription data) {
        Shape sample = data.image().shape();
        return ingredients.resolved(ingredients.generatorSite(sample, 0), ingredients.criticSite(sample, 0));
    }

    @Override
    public Plan plan(Ingredients ingredients, DataDescription data, long seed) {
        Field image = data.image();
        List<String> labels = data.classes();
        Network critic = ingredients.critic().build(ingredients.criticSite(image.shape(), seed));
        int features = CriticClassifier.features(critic, image.shape()).size();
        Network logits = ClassLogits.in(Scope.of("class-logits", seed), features, labels.size());
        CriticClassifier classifier = new CriticClassifier(critic, logits);
        Plan plan = kind == SemiSupervision.LABELS_ALONE
                ? labelsAlone(ingredients, data, classifier)
                : featureMatching(
                        ingredients,
                        data,
                        classifier,
                        ingredients.generator().build(ingredients.generatorSite(image.shape(), seed)));
        boolean averages = ingredients.average().isPresent();
        return plan.with(Classifying.class, runner -> classifier.verb(runner, image, labels, averages));
    }

    private static Plan featureMatching(
            Ingredients ingredients, DataDescription data, CriticClassifier classifier, Network generator) {
        int latent = ingredients.generator().latent();
        SemiSupervisedContest contest = new SemiSupervisedContest(generator, latent, classifier);
        Player critic = new Adversaries(ingredients, contest)
                .critic(List.of(classifier.critic(), classifier.logits()))
                .average(ingredients.average());
        Player matching = Player.of(
                        "generator", List.of(generator), contest::matching, ingredients.generatorOptimizer())
                .schedule(ingredients.schedule())
                .average(ingredients.average());
        Exhibit exhibit = Exhibit.of(
                SHOWN, move -> move.apply(generator, move.random("latents").normal(move.batchSize(), latent)));
        Game game = new Game(List.of(critic, matching), data.fields());
        return Plan.of(
                        List.of(generator, classifier.critic(), classifier.logits()),
                        Timeline.of(Phase.open("training", game, exhibit)))
                .sampling(generator, latent, data.image());
    }

    /** Nothing is generated, so the labelled samples are shown. */
    private static Plan labelsAlone(Ingredients ingredients, DataDescription data, CriticClassifier classifier) {
        List<Network> networks = List.of(classifier.critic(), classifier.logits());
        Player critic = Player.of(
                        "critic",
                        networks,
                        move -> List.of(SemiSupervisedContest.classes(move, classifier)),
                        ingredients.criticOptimizer())
                .schedule(ingredients.schedule())
                .moves(ingredients.criticMoves())
                .constraint(ingredients.constraint())
                .average(ingredients.average());
        Exhibit exhibit = Exhibit.of(SHOWN, move -> move.data(PartlyLabelled.LABELLED));
        Game game = new Game(List.of(critic), data.fields());
        return Plan.of(networks, Timeline.of(Phase.open("training", game, exhibit)));
    }
}
