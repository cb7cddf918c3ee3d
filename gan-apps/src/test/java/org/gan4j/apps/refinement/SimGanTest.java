package org.gan4j.apps.refinement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.Simultaneous;
import org.gan4j.api.network.Network;
import org.gan4j.architectures.refiner.Refinement;
import org.gan4j.architectures.srresnet.SrResNet;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class SimGanTest {
    private static final DataSchema DIGITS = data(Shape.of(1, 8, 8), Shape.of(1, 8, 8));
    private static final GanComponents SMALL = SimGanNetworks.standard()
            .generator(Refinement.refiner().width(2).blocks(1))
            .critic(Refinement.critic().width(2));

    private static DataSchema data(Shape real, Shape synthetic) {
        return new DataSchema(
                List.of(new Field("image", DType.FLOAT, real), new Field("other-image", DType.FLOAT, synthetic)),
                List.of());
    }

    private static void requireProblem(List<String> problems, String... parts) {
        assertThat(problems).singleElement().asString().contains(parts);
    }

    /** The phases, the players and the numbers of their updates in algorithm 1 of the paper. */
    @Test
    void theRefinerLearnsAloneThenTheCriticThenBoth() {
        Plan plan = SimGan.standard().refinerUpdates(3).plan(SMALL, DIGITS, 1);
        List<Phase> phases = plan.phaseSchedule().phases();
        assertThat(phases).extracting(Phase::name).containsExactly("refiner", "critic", "adversarial");
        assertThat(plan.phaseSchedule().lengths()).isEqualTo(Map.of("refiner", 1000, "critic", 200));
        assertThat(phases.get(0).game().players()).extracting(Player::name).containsExactly("refiner");
        assertThat(phases.get(1).game().players()).extracting(Player::name).containsExactly("critic");
        assertThat(phases.get(2).game().players())
                .extracting(player -> player.name() + " " + player.updates())
                .containsExactly("critic 1", "generator 3");
        assertThat(plan.networks()).extracting(Network::name).containsExactly("generator", "critic", "history");
        assertThat(plan.networks().get(2).state().get(0).shape()).isEqualTo(Shape.of(1000, 1, 8, 8));
    }

    @Test
    void phasesCanBeLeftOutAndScaled() {
        Plan plan = SimGan.standard().before(0, 0).history(0).plan(SMALL, DIGITS, 1);
        assertThat(plan.phaseSchedule().phases()).extracting(Phase::name).containsExactly("adversarial");
        assertThat(plan.networks()).extracting(Network::name).containsExactly("generator", "critic");
        assertThat(SimGan.standard().phases(Map.of("refiner", 10, "critic", 2)))
                .isEqualTo(SimGan.standard().before(10, 2));
        assertThat(SimGan.standard().phases(Map.of())).isEqualTo(SimGan.standard());
    }

    @Test
    void settingsThatCannotWorkAreRefusedWithASentence() {
        SimGan simGan = SimGan.standard();
        assertThat(simGan.problems(DIGITS)).isEmpty();
        requireProblem(simGan.selfRegularization(-1).problems(DIGITS), "at least 0, not -1.0", "0.5 is the default");
        requireProblem(simGan.selfRegularization(Double.NaN).problems(DIGITS), "at least 0, not NaN");
        requireProblem(simGan.history(-1).problems(DIGITS), "at least 0 places, not -1");
        requireProblem(simGan.refinerUpdates(0).problems(DIGITS), "at least 1 update per step, not 0");
        requireProblem(simGan.before(-1, 3).problems(DIGITS), "cannot have -1 and 3 steps");
    }

    @Test
    void dataThatCannotBeRefinedAreRefusedWithASentence() {
        SimGan simGan = SimGan.standard();
        DataSchema real = new DataSchema(List.of(DIGITS.image()), List.of());
        requireProblem(simGan.problems(real), "needs the field other-image", "[image]", "unpaired");
        requireProblem(
                simGan.problems(data(Shape.of(1, 8, 8), Shape.of(1, 16, 16))),
                "of one shape; image has [1, 8, 8] and other-image has [1, 16, 16]");
        requireProblem(simGan.problems(data(Shape.of(1, 8, 8), Shape.of(3, 8, 8))), "the same colors");
        requireProblem(simGan.problems(data(Shape.of(5), Shape.of(5))), "1×H×W or 3×H×W");
        requireProblem(simGan.problems(data(Shape.of(2, 8, 8), Shape.of(2, 8, 8))), "1×H×W or 3×H×W");
    }

    @Test
    void componentsThatDoNotFitAreRefusedWithASentence() {
        requireProblem(
                SimGan.standard()
                        .refinerUpdates(2)
                        .problems(SMALL.with(GanComponents.COORDINATION, new Simultaneous()), DIGITS),
                "simultaneous",
                "refiner-updates are 2",
                "set application.refiner-updates to 1");
        assertThat(SimGan.standard().problems(SMALL.with(GanComponents.COORDINATION, new Simultaneous()), DIGITS))
                .isEmpty();
        requireProblem(
                SimGan.standard().problems(SMALL.generator(SrResNet.generator()), DIGITS), "SRResNet makes images");
        assertThat(SimGan.standard().uses()).doesNotContain(GanComponents.LATENTS);
    }
}
