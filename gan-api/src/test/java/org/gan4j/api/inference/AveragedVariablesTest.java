package org.gan4j.api.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.optim.Sgd;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.op.VariableLeaf;
import org.junit.jupiter.api.Test;

/** A generator that keeps a moving average from the second phase on, and a critic that keeps none. */
class AveragedVariablesTest {
    private static final Variable WEIGHT = Variable.of("generator/weight", Tensor.zeros(2));
    private static final Variable MEAN = Variable.of("generator/mean", Tensor.zeros(2));
    private static final Variable OWN = Variable.of("path-length/mean", Tensor.zeros(2));
    private static final Variable SCORE = Variable.of("critic/score", Tensor.zeros(2));
    private static final Variable LOGIT = Variable.of("encoder/logit", Tensor.zeros(2));
    private static final Variable STRANGE = Variable.of("strange", Tensor.zeros(2));

    private record Part(String name, List<Variable> parameters, List<Variable> state) implements Network {
        @Override
        public boolean mixesSamples() {
            return false;
        }

        @Override
        public Outputs apply(Parameters given, ForwardPass pass, Inputs inputs) {
            throw new UnsupportedOperationException();
        }
    }

    private static Player player(String name, Variable parameter, List<Variable> state) {
        return Player.of(
                name, List.of(new Part(name, List.of(parameter), state)), update -> List.of(), new Sgd(0.1, 0));
    }

    private static Game game(Optional<MovingAverage> average) {
        return new Game(
                List.of(
                        player("critic", SCORE, List.of()),
                        player("encoder", LOGIT, List.of()),
                        player("generator", WEIGHT, List.of(MEAN))
                                .state(List.of(OWN))
                                .movingAverage(average)),
                List.of(new Field("image", DType.FLOAT, Shape.of(2))));
    }

    private static AveragedVariables averages() {
        SamplePreview preview = SamplePreview.of(1, update -> WEIGHT.value());
        return AveragedVariables.of(new PhaseSchedule(List.of(
                Phase.of("first", 3, game(Optional.empty()), preview),
                Phase.open("second", game(Optional.of(new MovingAverage(0.9))), preview))));
    }

    private static Variable read(Weights weights, Variable variable) {
        return ((VariableLeaf) averages().parameters(weights).get(variable).op()).variable();
    }

    @Test
    void theAverageStandsForParametersAndStateOfThePlayersNetworksAlone() {
        assertThat(read(Weights.EMA, WEIGHT)).isEqualTo(MovingAverage.of(WEIGHT));
        assertThat(read(Weights.EMA, MEAN)).isEqualTo(MovingAverage.of(MEAN));
        assertThat(read(Weights.EMA, OWN)).isEqualTo(OWN);
        assertThat(read(Weights.EMA, SCORE)).isEqualTo(SCORE);
        assertThat(read(Weights.EMA, STRANGE)).isEqualTo(STRANGE);
    }

    @Test
    void theLatestWeightsAreTheVariablesThemselves() {
        assertThat(read(Weights.LATEST, WEIGHT)).isEqualTo(WEIGHT);
        assertThat(read(Weights.LATEST, MEAN)).isEqualTo(MEAN);
    }

    @Test
    void networksWithoutAnyAverageAreNamedByTheirPlayer() {
        averages().require(List.of(SCORE, WEIGHT));
        assertThatThrownBy(() -> averages().require(List.of(SCORE)))
                .hasMessage("this GAN keeps no EMA of its critic's weights: use the latest weights");
        assertThatThrownBy(() -> averages().require(List.of(SCORE, LOGIT, STRANGE)))
                .hasMessage("this GAN keeps no EMA of its critic's and encoder's weights: use the latest weights");
        assertThatThrownBy(() -> averages().require(List.of(STRANGE)))
                .hasMessage("this GAN keeps no EMA of these weights: use the latest weights");
    }
}
