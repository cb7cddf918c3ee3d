package org.gan4j.apps.refinement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.GanOption;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.data.Unpaired;

/**
 * Refinement of synthetic images, SimGAN (<a href="https://arxiv.org/abs/1612.07828">Shrivastava et al. 2017</a>): a
 * refiner R changes images of a simulator so that they look real, while what their labels say stays. It minimizes
 *
 * <pre>
 * adversarial(D(R(x))) + λ · mean |R(x) - x|
 * </pre>
 *
 * where x is synthetic and the critic D scores patches. Half of the refined images that D learns from are of earlier
 * steps. There are three phases: the refiner learns to keep images alone, the critic learns alone, then both play.
 *
 * <p>The data need the fields {@code image}, real images, and {@code other-image}, synthetic ones of the same shape: the
 * data source {@code unpaired} makes them of two data sets. A trained GAN is a {@link Refiner}.
 *
 * <p>Both terms are means, over images and over patches or pixels, so λ does not depend on the size of images. The paper adds
 * up P patches and N pixels; its λ is N/P times as large here.
 *
 * @param selfRegularization λ; 0.5 by default
 * @param history the number of places in the {@linkplain org.gan4j.apps.replay.HistoryBuffer history} of refined images,
 *     1000 by default; 0 means none, so the critic sees those of the step only
 * @param refinerUpdates the number of refiner updates per step of the game, which has one critic update unless the
 *     option {@code critic-updates} says otherwise; 1 by default
 * @param refinerSteps the number of steps of the first phase; 1000 in the paper, 0 leaves it out
 * @param criticSteps the number of steps of the second phase; 200 in the paper, 0 leaves it out
 */
public record SimGan(double selfRegularization, int history, int refinerUpdates, int refinerSteps, int criticSteps)
        implements Application {
    /** The name of the first phase and its player. */
    static final String REFINER = "refiner";

    /** The name of the second phase. */
    static final String CRITIC = "critic";

    /** The name of the third phase. */
    static final String ADVERSARIAL = "adversarial";

    /** The name of the field of synthetic images. */
    static final String SYNTHETIC = Unpaired.OTHER + Field.IMAGE;

    /** Returns the defaults of all settings. */
    public static SimGan standard() {
        return new SimGan(0.5, 1000, 1, 1000, 200);
    }

    /** Returns a copy with another weight λ of the self-regularization. */
    public SimGan selfRegularization(double weight) {
        return new SimGan(weight, history, refinerUpdates, refinerSteps, criticSteps);
    }

    /** Returns a copy with another number of places in the history; 0 means none. */
    public SimGan history(int places) {
        return new SimGan(selfRegularization, places, refinerUpdates, refinerSteps, criticSteps);
    }

    /** Returns a copy with another number of refiner updates per step of the game. */
    public SimGan refinerUpdates(int count) {
        return new SimGan(selfRegularization, history, count, refinerSteps, criticSteps);
    }

    /** Returns a copy with other numbers of steps of the first two phases. */
    public SimGan before(int ofRefiner, int ofCritic) {
        return new SimGan(selfRegularization, history, refinerUpdates, ofRefiner, ofCritic);
    }

    @Override
    public String name() {
        return "simgan";
    }

    @Override
    public String summary() {
        return "synthetic images that look real and keep their labels (SimGAN)";
    }

    @Override
    public Set<GanOption<?>> uses() {
        return GanComponents.OF_WHOLE_BATCHES;
    }

    @Override
    public SimGan phases(Map<String, Integer> lengths) {
        return before(lengths.getOrDefault(REFINER, refinerSteps), lengths.getOrDefault(CRITIC, criticSteps));
    }

    @Override
    public List<String> problems(DataSchema data) {
        return new SimGanProblems(this, data).ofData();
    }

    @Override
    public GanComponents complete(GanComponents components, DataSchema data) {
        return components.orElse(SimGanNetworks.standard());
    }

    @Override
    public List<String> problems(GanComponents components, DataSchema data) {
        return new SimGanProblems(this, data).of(components);
    }

    @Override
    public GanComponents resolved(GanComponents components, DataSchema data) {
        return components.resolved(SimGanNetworks.refinerSpec(data, 0), SimGanNetworks.criticSpec(components, data, 0));
    }

    @Override
    public Plan plan(GanComponents components, DataSchema data, long seed) {
        SimGanNetworks networks = SimGanNetworks.of(components, history, data, seed);
        SimGanModel model = new SimGanModel(selfRegularization, networks);
        List<Player> players =
                new AdversarialPlayers(components, model).players(List.of(networks.refiner()), networks.critics());
        Player critic = players.get(0);
        Player generator = players.get(1).updates(refinerUpdates);
        List<Field> fields = List.of(data.image(), data.field(SYNTHETIC));
        SamplePreview preview = RefinedPreview.of(model);
        List<Phase> phases = new ArrayList<>();
        if (refinerSteps > 0) {
            Game alone = new Game(List.of(refinerPlayer(model, components)), fields);
            phases.add(Phase.of(REFINER, refinerSteps, alone, preview));
        }
        if (criticSteps > 0) {
            phases.add(Phase.of(CRITIC, criticSteps, new Game(List.of(critic), fields), preview));
        }
        phases.add(Phase.open(ADVERSARIAL, components.game(List.of(critic, generator), fields), preview));
        int channels = data.image().shape().dim(0);
        return Plan.of(networks.all(), new PhaseSchedule(phases))
                .with(
                        Refiner.class,
                        runner -> Refiner.of(runner, networks.refiner(), channels, components.inferenceWeights()))
                .with(Evaluable.class, runner -> () -> List.of(networks.comparison(runner, data)));
    }

    /** Returns the only player of the first phase: the refiner, under a name of its own, so with moments of its own. */
    Player refinerPlayer(SimGanModel model, GanComponents components) {
        return Player.of(
                        REFINER,
                        List.of(model.networks().refiner()),
                        update -> List.of(Term.of(SimGanModel.SELF_REGULARIZATION, model.change(update))),
                        components.generatorOptimizer())
                .schedule(components.schedule())
                .movingAverage(components.movingAverage());
    }
}
