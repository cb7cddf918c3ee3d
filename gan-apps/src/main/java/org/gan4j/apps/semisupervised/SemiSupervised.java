package org.gan4j.apps.semisupervised;

import java.util.List;
import java.util.Set;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.apps.labels.ClassLogits;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.losses.adversarial.NonSaturating;
import org.gan4j.tensor.Shape;

/**
 * A classifier trained on few labeled and many unlabeled samples (<a href="https://arxiv.org/abs/1606.03498">Salimans
 * et al. 2016</a>). The critic classifies, and tells real samples from fakes; the generator matches the critic's
 * features. The data need the fields {@code image}, {@code labelled} and {@code label}, as {@link PartlyLabeled}
 * provides them.
 *
 * <pre>
 * Gan.builder()....loss(NON_SATURATING).data(PartlyLabeled.of(FashionMnist.embedded(), 100))
 *         .application(SemiSupervised.featureMatching())
 * int[] classes = gan.classify(samples);
 * </pre>
 *
 * <p>The critic needs the head {@code features}. The critic's loss is the loss of the components, applied to the score
 * log Σ exp of the class logits; the paper uses the non-saturating loss. The generator does not use the loss.
 *
 * @param kind the samples that the classifier learns from
 */
public record SemiSupervised(SemiSupervision kind) implements Application {
    private static final int PREVIEWED = 64;
    private static final Set<GanOption<?>> OF_CRITIC = Set.of(
            GanComponents.CRITIC,
            GanComponents.CONSTRAINT,
            GanComponents.CRITIC_OPTIMIZER,
            GanComponents.SCHEDULE,
            GanComponents.CRITIC_UPDATES,
            GanComponents.ACCUMULATION,
            GanComponents.EMA);

    /** Returns the application of {@link SemiSupervision#FEATURE_MATCHING}. */
    public static SemiSupervised featureMatching() {
        return new SemiSupervised(SemiSupervision.FEATURE_MATCHING);
    }

    /** Returns the application of {@link SemiSupervision#LABELS_ALONE}. */
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
    public Set<GanOption<?>> uses() {
        return kind == SemiSupervision.LABELS_ALONE ? OF_CRITIC : Set.copyOf(GanComponents.OPTIONS);
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new SemiSupervisedProblems(kind, data).ofData();
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        GanComponents chosen = GanComponents.open()
                .critic(Mlp.noisyCritic())
                .with(GanComponents.CRITIC_OPTIMIZER, Adam.of(3e-3, 0.5, 0.999));
        return components.orElse(
                kind == SemiSupervision.LABELS_ALONE
                        ? chosen
                        : chosen.generator(Mlp.generator().layers(2).width(256).normalization(Normalization.BATCH))
                                .with(GanComponents.LOSS, new NonSaturating())
                                .with(GanComponents.GENERATOR_OPTIMIZER, Adam.of(3e-3, 0.5, 0.999)));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new SemiSupervisedProblems(kind, data).of(components);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        Shape sample = data.image().shape();
        if (kind == SemiSupervision.LABELS_ALONE) {
            return components.criticResolved(components.criticSpec(sample, 0));
        }
        return components.resolved(components.generatorSpec(sample, 0), components.criticSpec(sample, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field image = data.image();
        List<String> labels = data.classes();
        Network critic = components.critic().build(components.criticSpec(image.shape(), seed));
        int features = CriticClassifier.features(critic, image.shape()).size();
        Network logits = ClassLogits.in(VariableScope.of("class-logits", seed), features, labels.size());
        CriticClassifier classifier = new CriticClassifier(critic, logits);
        Plan plan = kind == SemiSupervision.LABELS_ALONE
                ? labelsAlone(components, data, classifier)
                : featureMatching(
                        components,
                        data,
                        classifier,
                        components.generator().build(components.generatorSpec(image.shape(), seed)));
        return plan.with(Classifier.class, runner -> classifier.capability(runner, image, labels));
    }

    private static Plan featureMatching(
            GanComponents components, DataSchema data, CriticClassifier classifier, Network generator) {
        LatentSpace space = components.latents();
        SemiSupervisedModel model = new SemiSupervisedModel(generator, space, classifier);
        AdversarialPlayers pair = new AdversarialPlayers(components, model);
        List<Network> critics = List.of(classifier.critic(), classifier.logits());
        Player critic = pair.critic(critics).movingAverage(components.movingAverage());
        Player matching = pair.generator(List.of(generator), critics);
        SamplePreview preview = SamplePreview.of(
                PREVIEWED, update -> update.apply(generator, space.draw(update.random("latents"), update.batchSize())));
        Game game = components.game(List.of(critic, matching), data.fields());
        return Plan.of(
                        List.of(generator, classifier.critic(), classifier.logits()),
                        PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(generator, space, data.image());
    }

    /** Returns the plan without a generator; the preview shows labeled samples. */
    private static Plan labelsAlone(GanComponents components, DataSchema data, CriticClassifier classifier) {
        List<Network> networks = List.of(classifier.critic(), classifier.logits());
        Player critic = Player.of(
                        "critic",
                        networks,
                        update -> List.of(SemiSupervisedModel.classes(update, classifier)),
                        components.criticOptimizer())
                .schedule(components.schedule())
                .updates(components.criticUpdates())
                .constraint(components.constraint())
                .movingAverage(components.movingAverage());
        SamplePreview preview = SamplePreview.of(PREVIEWED, update -> update.data(PartlyLabeled.LABELED));
        // one player: there is nothing to coordinate
        Game game = new Game(List.of(critic), data.fields()).accumulation(components.accumulation());
        return Plan.of(networks, PhaseSchedule.of(Phase.open("training", game, preview)));
    }
}
