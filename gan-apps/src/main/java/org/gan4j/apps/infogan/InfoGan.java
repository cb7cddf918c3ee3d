package org.gan4j.apps.infogan;

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
import org.gan4j.apps.standard.StandardComponents;
import org.gan4j.tensor.Tensor;

/**
 * InfoGAN (<a href="https://arxiv.org/abs/1606.03657">Chen et al. 2016</a>): besides latents z, the generator gets a
 * code c, one of K numbers drawn at random. A head Q of the critic tells the code from the sample, and both players
 * minimize its cross-entropy, a bound of the mutual information between code and sample:
 *
 * <pre>
 * λ E[-log Q(c | G(z, c))],  c uniform on 0 … K-1
 * </pre>
 *
 * So the codes come to stand for what distinguishes the samples most, often their classes, although no label is used.
 * The data need the field {@code image}, and the critic the head {@code features}. The trained GAN generates samples of
 * a code, and assigns codes to samples of the data.
 *
 * @param codes the number K of codes, at least 2; 10 in the paper for handwritten digits
 * @param weight λ, above 0; 1 in the paper
 */
public record InfoGan(int codes, double weight) implements Application {
    private static final int COLUMNS = 8;
    private static final int MAX_ROWS = 10;

    /**
     * Returns the application with the paper's weight.
     *
     * @param codes the number of codes
     */
    public static InfoGan of(int codes) {
        return new InfoGan(codes, 1);
    }

    @Override
    public String name() {
        return "infogan";
    }

    @Override
    public String summary() {
        return "samples controlled by codes that are found without labels (Chen et al. 2016)";
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new InfoGanProblems(this).ofData(data);
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(StandardComponents.of(data.image().shape()));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new InfoGanProblems(this).of(components, data);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(
                InfoGanNetworks.generatorSpec(components, codes, data, 0),
                components.criticSpec(data.image().shape(), 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field image = data.image();
        InfoGanNetworks networks = InfoGanNetworks.of(components, codes, data, seed);
        AdversarialPlayers pair = new AdversarialPlayers(components, new InfoGanModel(networks, weight));
        Game game = components.game(pair.players(List.of(networks.generator()), networks.critics()), List.of(image));
        SamplePreview preview =
                SamplePreview.rows(Math.min(MAX_ROWS, codes), COLUMNS, update -> codeByRow(update, networks));
        return Plan.of(networks.all(), PhaseSchedule.of(Phase.open("training", game, preview)))
                .with(ConditionalSampler.class, runner -> new CodeSampler(runner, networks))
                .with(LatentSampler.class, runner -> new CodeSampler(runner, networks).cycling())
                .with(Evaluable.class, runner -> Evaluable.samples(image, new CodeSampler(runner, networks).cycling()))
                .with(Classifier.class, runner -> networks.classifier().capability(runner, image, networks.names()));
    }

    private static Tensor codeByRow(UpdateContext update, InfoGanNetworks networks) {
        int[] codes =
                IntStream.range(0, update.batchSize()).map(i -> i / COLUMNS).toArray();
        Tensor latents = networks.space().draw(update.random("latents"), update.batchSize());
        return update.apply(networks.generator(), networks.inputs(latents, Tensor.of(codes, codes.length)))
                .value();
    }
}
