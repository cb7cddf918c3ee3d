package org.gan4j.apps.bigan;

import java.util.List;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.application.Unconditional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.loss.Augmentation;
import org.gan4j.apps.standard.StandardComponents;
import org.gan4j.tensor.Tensor;

/**
 * Bidirectional GAN: a generator G and its inverse, an encoder E, learned together without labels. BiGAN (<a
 * href="https://arxiv.org/abs/1605.09782">Donahue et al. 2017</a>) and ALI (<a
 * href="https://arxiv.org/abs/1606.00704">Dumoulin et al. 2017</a>) are one game, found twice. The critic scores pairs of
 * a sample and latents, and tells those of the encoder from those of the generator:
 *
 * <pre>
 * real pairs (x, E(x)),  generated pairs (G(z), z)
 * </pre>
 *
 * <p>If it cannot, E is the inverse of G: G(E(x)) = x. The critic minimizes its loss; generator and encoder, which are
 * one player, minimize the critic's loss with both kinds of pairs exchanged (section 3.4 of BiGAN, the inverse objective).
 * The score of a pair is that of a small network of z and the critic's features φ(x), plus the critic's own score of x,
 * which helps large critics (<a href="https://arxiv.org/abs/1907.02544">Donahue and Simonyan 2019</a>):
 *
 * <pre>
 * D(x, z) = s(φ(x), z) + s(x)
 * </pre>
 *
 * The encoder has the critic's architecture up to its head {@code features}, and then a linear layer. With {@code
 * stochastic}, it gives a mean and a deviation of each latent, from which training draws (ALI); without, the latents
 * themselves (BiGAN). Short trainings find the inverse only roughly. A term λ E|x − G(E(x))| makes reconstructions nearer,
 * and samples blurrier if it is large (ALICE, <a href="https://arxiv.org/abs/1709.01215">Li et al. 2017</a>).
 *
 * @param width the hidden numbers of the network that scores pairs, at least 1; 256 by default
 * @param stochastic whether the encoder is that of ALI; false by default
 * @param reconstruction λ, at least 0; 0 by default, as in the papers
 */
public record BiGan(int width, boolean stochastic, double reconstruction) implements Application {
    private static final int WIDTH = 256;
    private static final int COLUMNS = 8;
    private static final int ROWS = 8;

    /** Returns BiGAN, whose encoder is deterministic. */
    public static BiGan deterministic() {
        return new BiGan(WIDTH, false, 0);
    }

    /** Returns ALI, whose encoder is stochastic. */
    public static BiGan ali() {
        return new BiGan(WIDTH, true, 0);
    }

    /** Sets the hidden numbers of the network that scores pairs, at least 1. Defaults to 256. */
    public BiGan width(int hidden) {
        return new BiGan(hidden, stochastic, reconstruction);
    }

    /** Sets the weight λ of the distance between samples and their reconstructions; 0 leaves it out. */
    public BiGan reconstruction(double weight) {
        return new BiGan(width, stochastic, weight);
    }

    @Override
    public String name() {
        return "bigan";
    }

    @Override
    public String summary() {
        return "a generator and its inverse, an encoder, without labels (Donahue et al. 2017)";
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new BiGanProblems(this).ofData(data);
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(StandardComponents.of(data.image().shape()));
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new BiGanProblems(this).of(components, data);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return new Unconditional().resolved(components, data);
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        Field image = data.image();
        BiGanNetworks networks = BiGanNetworks.of(this, components, image.shape(), seed);
        List<Augmentation> augmentations = components.augmentations().stream()
                .<Augmentation>map(each -> new PairAugmentation(each, networks.pairs()))
                .toList();
        AdversarialPlayers pair = new AdversarialPlayers(
                components.with(GanComponents.AUGMENTATIONS, augmentations), new BiGanModel(networks, reconstruction));
        Game game = components.game(pair.players(networks.generators(), networks.critics()), List.of(image));
        SamplePreview preview =
                SamplePreview.rows(ROWS, COLUMNS, update -> shown(update, networks, update.data(image.name())));
        return Plan.of(networks.all(), PhaseSchedule.of(Phase.open("training", game, preview)))
                .sampling(networks.generator(), networks.space(), image)
                .with(Encoder.class, runner -> new NetworkEncoder(runner, networks, image));
    }

    /** Two rows of data, each above its reconstructions; then rows of samples. */
    private static Tensor shown(UpdateContext update, BiGanNetworks networks, Tensor data) {
        Tensor some = data.slice(0, 0, 2 * COLUMNS);
        Tensor latents = networks.mean(update.apply(networks.encoder(), some));
        Tensor drawn = networks.space().draw(update.random("latents"), (ROWS - 4) * COLUMNS);
        Tensor again = update.apply(networks.generator(), latents);
        return Tensor.concat(
                0,
                some.slice(0, 0, COLUMNS),
                again.slice(0, 0, COLUMNS),
                some.slice(0, COLUMNS, 2 * COLUMNS),
                again.slice(0, COLUMNS, 2 * COLUMNS),
                update.apply(networks.generator(), drawn));
    }
}
