package org.gan4j.apps.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TagSampler;
import org.gan4j.api.inference.Tagger;
import org.gan4j.api.network.Network;
import org.gan4j.apps.standard.StandardComponents;
import org.gan4j.tensor.Tensor;

/**
 * Generation of samples with tags, several of which a sample may have (<a href="https://arxiv.org/abs/1708.05509">Jin et al.
 * 2017</a>, on anime characters). The data need the fields {@code image} and {@code tags}, FLOAT [T] of 1 and 0. The generator
 * gets the tags c, as 1 and -1, appended to its latents, and a head of the critic tells the tags of a sample, each by a sigmoid. Both
 * players minimize its cross-entropy, the mean over the tags,
 *
 * <pre>
 * λ E[-mean over t of c_t log P_t(x) + (1 - c_t) log(1 - P_t(x))]
 * </pre>
 *
 * the critic for real samples and generated ones, the generator for its own. A λ of 1 is the paper's: there, the cross-entropies are
 * summed, and the adversarial loss is multiplied by the number of tags. Generated samples have the tags of the batch's real samples, so
 * that tags occur together as in the data; in the paper, they are drawn at random.
 *
 * @param weight λ, above 0
 */
public record Tagged(double weight) implements Application {
    private static final int COLUMNS = 8;
    private static final int ROWS = 8;

    /** Returns the application with the paper's weight. */
    public static Tagged standard() {
        return new Tagged(1);
    }

    /** Sets λ, the weight of the tags, which must be above 0. Defaults to 1. */
    public Tagged weight(double lambda) {
        return new Tagged(lambda);
    }

    @Override
    public String name() {
        return "tagged";
    }

    @Override
    public String summary() {
        return "samples with tags, such as faces with blonde hair and a smile (Jin et al. 2017)";
    }

    /** Returns all but the accumulation: the parts of a batch would average the tags that are kept as examples. */
    @Override
    public Set<GanOption<?>> uses() {
        return GanComponents.OPTIONS.stream()
                .filter(option -> option != GanComponents.ACCUMULATION)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new TaggedProblems(this, data).ofData();
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(StandardComponents.of(data.image().shape()));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new TaggedProblems(this, data).of(components);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(
                TaggedNetworks.generatorSpec(components, data, 0),
                components.criticSpec(data.image().shape(), 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field image = data.image();
        TaggedNetworks networks = TaggedNetworks.of(components, data, seed);
        AdversarialPlayers pair = new AdversarialPlayers(components, new TaggedModel(networks, weight));
        Game game = components.game(
                pair.players(List.of(networks.generator()), networks.critics()),
                List.of(image, data.field(Field.TAGS)));
        List<Network> all = new ArrayList<>(List.of(networks.generator()));
        all.addAll(networks.critics());
        SamplePreview preview = SamplePreview.rows(ROWS, COLUMNS, update -> tagsByRow(update, networks));
        return Plan.of(all, PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(TagSampler.class, runner -> new WishedTags(runner, networks, data.tags()))
                .with(LatentSampler.class, runner -> new WishedTags(runner, networks, data.tags()).of(List.of()))
                .with(Evaluable.class, runner -> new WishedTags(runner, networks, data.tags()).matchingTags(image))
                .with(Tagger.class, runner -> new CriticTagger(runner, networks.classifier(), image, data.tags()));
    }

    /** Returns samples of which each row has the tags of one of the first samples of the data. */
    private static Tensor tagsByRow(UpdateContext update, TaggedNetworks networks) {
        int[] shown = new int[update.batchSize()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = i / COLUMNS;
        }
        Tensor tags = update.data(Field.TAGS).gather(0, Tensor.of(shown, shown.length));
        Tensor latents = networks.space().draw(update.random("latents"), update.batchSize());
        return update.apply(networks.generator(), networks.inputs(latents, tags))
                .value();
    }
}
