package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.training.TinyGame.X;
import static org.gan4j.training.TinyGame.game;
import static org.gan4j.training.TinyGame.phase;
import static org.gan4j.training.TinyGame.player;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseLengthsTest {
    private static final Game GAME = game(player(X, update -> List.of(), 1));

    /** Phases a and b, then c without end. */
    private static PhaseSchedule schedule(int a, int b) {
        return new PhaseSchedule(List.of(
                phase("a", OptionalInt.of(a), GAME),
                phase("b", OptionalInt.of(b), GAME),
                phase("c", OptionalInt.empty(), GAME)));
    }

    @ParameterizedTest
    @CsvSource({
        // designed for 100: a 20, b 30, c 50
        "100, 20, 30, 50",
        "200, 40, 60, 100",
        "10, 2, 3, 5",
        "7, 1, 2, 4", // 1.4 and 2.1
        "5, 1, 2, 2", // 1.0 and 1.5
        "3, 1, 1, 1", // 0.6 and 0.9
        "1000000000, 200000000, 300000000, 500000000",
    })
    void allPhasesAreScaledInProportion(int total, int a, int b, int c) {
        assertThat(schedule(20, 30).scaled(100, total).stepsPerPhase(total)).containsExactly(a, b, c);
    }

    @Test
    void theEndsOfPhasesAreTheirLastSteps() {
        assertThat(schedule(20, 30).ends()).containsExactly(20, 50);
    }

    @Test
    void theLastPhaseKeepsAStepWhenRoundingWouldTakeIt() {
        // 1.5 and 1.5 round to 2 each, which is all of 4 steps
        assertThat(schedule(3, 3).scaled(8, 4).stepsPerPhase(4)).containsExactly(1, 2, 1);
        assertThat(schedule(1, 98).scaled(100, 3).stepsPerPhase(3)).containsExactly(1, 1, 1);
    }

    @Test
    void aScaledScheduleKeepsAllElse() {
        PhaseSchedule two =
                new PhaseSchedule(List.of(Phase.of("a", 10, GAME, null).batchSize(3), Phase.open("b", GAME, null)));
        PhaseSchedule half = two.scaled(20, 10);
        assertThat(half.phases().get(0)).isEqualTo(two.phases().get(0).steps(5));
        assertThat(half.phases().get(1)).isSameAs(two.phases().get(1));
    }

    @Test
    void aRunThatIsTooShortForItsPhasesIsRefused() {
        assertThatThrownBy(() -> schedule(20, 30).scaled(100, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a run of 2 steps is too short for the 3 phases [a, b, c]: train for at least 3 steps");
    }

    @Test
    void aDesignThatLeavesNothingForTheLastPhaseIsRefused() {
        assertThatThrownBy(() -> schedule(20, 30).scaled(50, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the phases before the last have 50 steps, which leaves none of the designed 50 for the"
                        + " phase c: give a larger number of designed steps");
    }

    @Test
    void lengthsAreReplacedByName() {
        PhaseSchedule changed = schedule(20, 30).lengths(Map.of("b", 7));
        assertThat(changed.stepsPerPhase(100)).containsExactly(20, 7, 73);
        assertThat(changed.stepsPerPhase(21)).containsExactly(20, 1, 0);
    }

    @Test
    void aLengthThatCannotBeSetIsRefused() {
        PhaseSchedule schedule = schedule(20, 30);
        assertThatThrownBy(() -> schedule.lengths(Map.of("d", 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no phase d whose length can be set: use one of [a, b]");
        assertThatThrownBy(() -> schedule.lengths(Map.of("c", 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the phase c is the last and has no length of its own: set the steps of the whole run");
        assertThatThrownBy(() -> schedule.lengths(Map.of("a", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the phase a must have at least 1 step, not 0");
    }
}
