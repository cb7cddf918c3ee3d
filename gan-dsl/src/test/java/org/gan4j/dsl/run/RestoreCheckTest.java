package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Adaptive;
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
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.training.Checkpoint;
import org.gan4j.training.StoredCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three steps of one player, then a second player joins, which keeps a moving average. */
class RestoreCheckTest {
    private static final TensorData ONE = TensorData.scalar(1f);
    private static final TensorData TIME = TensorData.of(new double[] {3}, Shape.scalar());

    @TempDir
    private Path folder;

    private record Part(String name) implements Network {
        @Override
        public List<Variable> parameters() {
            return List.of(Variable.of(name + "/weight", Tensor.zeros()));
        }

        @Override
        public List<Variable> state() {
            return List.of(Variable.of(name + "/mean", Tensor.zeros()));
        }

        @Override
        public boolean mixesSamples() {
            return false;
        }

        @Override
        public Outputs apply(Parameters given, ForwardPass pass, Inputs inputs) {
            throw new UnsupportedOperationException();
        }
    }

    private static Player player(String name) {
        return Player.of(name, List.of(new Part(name)), update -> List.of(), Adam.of(1e-3, 0.5, 0.9));
    }

    private static Plan plan() {
        List<Field> fields = List.of(new Field("image", DType.FLOAT, Shape.of(2)));
        SamplePreview preview = SamplePreview.of(1, update -> Tensor.zeros(1));
        Player second = player("second")
                .state(List.of(Variable.of("second-own/length", Tensor.zeros())))
                .movingAverage(Optional.of(new MovingAverage(0.9)));
        return Plan.of(
                List.of(new Part("first"), new Part("second")),
                new PhaseSchedule(List.of(
                        Phase.of("alone", 3, new Game(List.of(player("first")), fields), preview),
                        Phase.open(
                                "both",
                                new Game(List.of(player("first"), second), fields, new Adaptive(1)),
                                preview))));
    }

    /** Returns the variables that the first phase trains, and the networks of both. */
    private static Map<String, TensorData> first() {
        Map<String, TensorData> all =
                new TreeMap<>(Map.of("first/weight", ONE, "first/mean", ONE, "second/weight", ONE, "second/mean", ONE));
        all.putAll(Map.of(
                "optimizer/first/m/first/weight",
                ONE,
                "optimizer/first/v/first/weight",
                ONE,
                "optimizer/first/t",
                TIME));
        return all;
    }

    /** Returns the variables that the second phase trains. */
    private static Map<String, TensorData> both() {
        Map<String, TensorData> all = first();
        all.putAll(Map.of(
                "optimizer/second/m/second/weight", ONE,
                "optimizer/second/v/second/weight", ONE,
                "optimizer/second/t", TIME,
                "average/second/weight", ONE,
                "average/second/mean", ONE,
                "second-own/length", ONE,
                "coordination/first/loss", TIME,
                "coordination/second/loss", TIME));
        return all;
    }

    private void check(int step, Map<String, TensorData> variables) {
        Path file = folder.resolve("x.safetensors");
        new Checkpoint(step, variables).write(file);
        try (StoredCheckpoint stored = StoredCheckpoint.open(file)) {
            new RestoreCheck(stored, Path.of("run/experiment.yaml")).require(plan());
        }
    }

    @Test
    void untilItsEndAPhaseNeedsItsOwnPlayersAlone() {
        for (int step = 0; step <= 3; step++) {
            int at = step;
            assertThatCode(() -> check(at, first())).doesNotThrowAnyException();
        }
    }

    @Test
    void aPhaseThatHasBegunNeedsThePlayersOfAllPhasesBefore() {
        assertThatCode(() -> check(4, both())).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(4, first()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("the checkpoint has no .*second.*: run/experiment.yaml was changed"
                        + " after the run started; undo the change to continue the run");
    }

    @Test
    void eachVariableOfAPlayerAndOfTheCoordinationIsNeeded() {
        for (String name : both().keySet()) {
            Map<String, TensorData> lacking = both();
            lacking.remove(name);
            assertThatThrownBy(() -> check(9, lacking)).as(name).hasMessageContaining(name);
        }
    }

    @Test
    void aVariableOfAnotherFormIsNotEnough() {
        Map<String, TensorData> other = both();
        other.put("average/second/mean", TIME);
        assertThatThrownBy(() -> check(9, other))
                .hasMessageStartingWith("the checkpoint has no average/second/mean of type FLOAT []: ");
    }
}
