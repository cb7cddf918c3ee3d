package org.gan4j.dsl.sketches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.api.game.Adaptive;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.data.Unpaired;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.spec.InvalidGanException;
import org.junit.jupiter.api.Test;

/** What is said if an application's players cannot be coordinated in the chosen way. */
class CoordinationProblemsTest {
    @Test
    void aGameOfThreePlayersIsNotAdaptive() {
        assertThatThrownBy(() -> Gan.builder()
                        .application(new CycleGan(10))
                        .data(new Unpaired(
                                TinySamples.of("image"), TinySamples.of("image").phase(1)))
                        .generator(new TinyTranslator(2))
                        .critic(Patch.critic().layers(1).width(2))
                        .coordination(new Adaptive(1))
                        .batchSize(4)
                        .engine("reference")
                        .build()
                        .close())
                .isInstanceOfSatisfying(InvalidGanException.class, invalid -> assertThat(invalid.problems())
                        .containsExactly("the coordination adaptive chooses between two players, but the game has"
                                + " [generators, other-critic, critic]: use another coordination"));
    }
}
