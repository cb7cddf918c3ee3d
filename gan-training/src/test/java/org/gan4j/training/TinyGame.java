package org.gan4j.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/** Games of two numbers, x and y, small enough to verify by hand. */
final class TinyGame {
    /** A network whose output is its only parameter; its state counts the updates in which it was applied. */
    record Number(String name, Variable value, Variable passes) implements Network {
        static Number of(String name, double initial) {
            VariableScope scope = VariableScope.of(name, 1);
            return new Number(name, scope.filled("value", initial), scope.filled("passes", 0));
        }

        @Override
        public List<Variable> parameters() {
            return List.of(value);
        }

        @Override
        public List<Variable> state() {
            return List.of(passes);
        }

        @Override
        public boolean mixesSamples() {
            return false;
        }

        @Override
        public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
            pass.update(passes, passes.value().add(1));
            return Outputs.of(parameters.get(value));
        }
    }

    /** Plain gradient descent. */
    record Descent(double rate) implements Optimizer {
        @Override
        public String name() {
            return "descent";
        }

        @Override
        public Rule bind(List<Variable> parameters, VariableScope scope) {
            return new Rule() {
                @Override
                public List<Variable> variables() {
                    return List.of();
                }

                @Override
                public Map<Variable, Tensor> step(Parameters at, List<Tensor> gradients, Tensor factor) {
                    Map<Variable, Tensor> next = new LinkedHashMap<>();
                    for (int i = 0; i < parameters.size(); i++) {
                        Tensor change =
                                gradients.get(i).mul(factor.cast(DType.FLOAT).mul(rate));
                        next.put(parameters.get(i), at.get(parameters.get(i)).sub(change));
                    }
                    return next;
                }
            };
        }
    }

    static final Number X = Number.of("x", 1);
    static final Number Y = Number.of("y", 2);
    static final Field DATA = new Field("data", DType.FLOAT, Shape.scalar());

    private TinyGame() {}

    static Player player(Number number, Objective objective, int updates) {
        return Player.of(number.name(), List.of(number), objective, new Descent(0.5))
                .updates(updates);
    }

    static Game game(Player... players) {
        return new Game(List.of(players), List.of(DATA));
    }

    /** Batch n holds the number n. */
    static BatchSource counting() {
        return number -> Map.of("data", TensorData.of(new float[] {number}, Shape.of(1)));
    }

    static TrainingRequest training(Game game, int from, int to, TrainingListener... listeners) {
        return training(PhaseSchedule.of(phase("only", OptionalInt.empty(), game)), from, to, listeners);
    }

    /** Returns a phase with a constant preview. */
    static Phase phase(String name, OptionalInt steps, Game game) {
        return new Phase(name, steps, game, SamplePreview.of(1, update -> Tensor.zeros(1)));
    }

    static TrainingRequest training(PhaseSchedule phaseSchedule, int from, int to, TrainingListener... listeners) {
        return new TrainingRequest(phaseSchedule, counting(), 1, 5, from, to, () -> false, List.of(listeners));
    }
}
