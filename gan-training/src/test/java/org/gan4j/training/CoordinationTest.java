package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Adaptive;
import org.gan4j.api.game.Coordination;
import org.gan4j.api.game.Extragradient;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.InvalidGameException;
import org.gan4j.api.game.Objective;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.Simultaneous;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.OptimisticAdam;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.optim.Sgd;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bilinear game in double precision: x minimizes x·y, and y minimizes −x·y, from (1, 2). */
class CoordinationTest {
    private static final Field DATA = new Field("data", DType.DOUBLE, Shape.scalar());
    private static final Number X = new Number(Variable.of("x", Tensor.full(DType.DOUBLE, 1)));
    private static final Number Y = new Number(Variable.of("y", Tensor.full(DType.DOUBLE, 2)));

    /** A network whose output is its only parameter. */
    private record Number(Variable value) implements Network {
        @Override
        public String name() {
            return value.name();
        }

        @Override
        public List<Variable> parameters() {
            return List.of(value);
        }

        @Override
        public List<Variable> state() {
            return List.of();
        }

        @Override
        public boolean mixesSamples() {
            return false;
        }

        @Override
        public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
            return Outputs.of(parameters.get(value));
        }
    }

    private static Tensor of(Number number, UpdateContext update) {
        return update.apply(number, Tensor.zeros());
    }

    private static Objective minimizing(double sign) {
        return update ->
                List.of(Term.of("only", of(X, update).mul(of(Y, update)).mul(sign)));
    }

    private static List<Player> players(Optimizer optimizer) {
        return List.of(
                Player.of("x", List.of(X), minimizing(1), optimizer),
                Player.of("y", List.of(Y), minimizing(-1), optimizer));
    }

    private static Player player(String name) {
        Number number = new Number(Variable.of(name, Tensor.full(DType.DOUBLE, 0)));
        return Player.of(name, List.of(number), minimizing(1), new Sgd(1, 0));
    }

    private static TrainingRequest request(Game game, int from, int to) {
        return new TrainingRequest(
                PhaseSchedule.of(TinyGame.phase("only", OptionalInt.empty(), game)),
                number -> Map.of("data", TensorData.of(new double[] {number}, Shape.of(1))),
                1,
                5,
                from,
                to,
                () -> false,
                List.of());
    }

    private static void train(Session session, Game game, int from, int to) {
        new GameTrainer(session).train(request(game, from, to));
    }

    private static double[] after(Coordination coordination, Optimizer optimizer, int steps) {
        try (Session session = new ReferenceEngine().open()) {
            train(session, new Game(players(optimizer), List.of(DATA), coordination), 0, steps);
            return new double[] {
                session.get(X.value()).item(), session.get(Y.value()).item()
            };
        }
    }

    private static double distance(Coordination coordination, Optimizer optimizer, int steps) {
        double[] at = after(coordination, optimizer, steps);
        return Math.hypot(at[0], at[1]);
    }

    @Test
    void simultaneousDescentSpiralsOutByItsSpectralRadius() {
        // eigenvalues 1 ± iα, of magnitude √(1 + α²)
        double radius = Math.sqrt(1 + 0.3 * 0.3);
        assertThat(distance(new Simultaneous(), new Sgd(0.3, 0), 20))
                .isCloseTo(Math.sqrt(5) * Math.pow(radius, 20), within(1e-12));
    }

    @Test
    void extragradientSpiralsInByItsSpectralRadius() {
        // I − αA + α²A² with A² = −I: eigenvalues 1 − α² ± iα, of magnitude √(1 − α² + α⁴)
        double radius = Math.sqrt(1 - 0.3 * 0.3 + Math.pow(0.3, 4));
        assertThat(radius).isLessThan(1);
        assertThat(distance(new Extragradient(), new Sgd(0.3, 0), 20))
                .isCloseTo(Math.sqrt(5) * Math.pow(radius, 20), within(1e-12));
    }

    @Test
    void extragradientUpdatesTheValuesBeforeTheStepWithTheGradientsAhead() {
        // ahead: (1 − 2α, 2 + α) = (0, 2.5); update: (1 − 2.5α, 2 + 0α)
        assertThat(after(new Extragradient(), new Sgd(0.5, 0), 1)).containsExactly(1 - 1.25, 2);
    }

    static List<OracleCase> extragradients() {
        return Oracle.read("extragradient").cases();
    }

    /** Compares with PyTorch (make_optimizer_oracles.py in gan-testkit). */
    @ParameterizedTest
    @MethodSource("extragradients")
    void extragradientUsesEachPlayersOptimizerTwice(OracleCase known) {
        Optimizer optimizer =
                switch (known.name()) {
                    case "adam" -> Adam.of(0.25, 0.5, 0.9);
                    case "momentum" -> new Sgd(0.25, 0.5);
                    default -> new Sgd(0.25, 0);
                };
        double[] expected = known.expected("players").toDoubles();
        for (int steps = 1; steps <= expected.length / 2; steps++) {
            double[] at = after(new Extragradient(), optimizer, steps);
            assertThat(at[0]).isCloseTo(expected[2 * steps - 2], within(1e-12));
            assertThat(at[1]).isCloseTo(expected[2 * steps - 1], within(1e-12));
        }
    }

    @Test
    void extraAdamsMomentsAdvanceTwicePerStep() {
        // without moments Adam moves by the gradient's sign: to (1 − α, 2 + α), where the signs are the same
        double[] once = after(new Extragradient(), new Adam(0.25, 0, 0, 1e-14), 1);
        assertThat(once[0]).isCloseTo(0.75, within(1e-12));
        assertThat(once[1]).isCloseTo(2.25, within(1e-12));
        try (Session session = new ReferenceEngine().open()) {
            List<Player> players = players(Adam.of(0.25, 0.5, 0.9));
            train(session, new Game(players, List.of(DATA), new Extragradient()), 0, 1);
            // x: g = 2, m = 1; then x = 0.75, y = 2.25, so g = 2.25, m = 0.5 + 1.125
            assertThat(session.get(players.get(0).rule().variables().get(0)).item())
                    .isCloseTo(1.625, within(1e-7));
            assertThat(session.get(players.get(0).rule().variables().get(2)).item())
                    .isEqualTo(2);
        }
    }

    @Test
    void eachEvaluationHasABatchOfItsOwn() {
        Player reader = Player.of(
                "x",
                List.of(X),
                update -> List.of(
                        Term.of("only", of(X, update).mul(update.data("data").sum()))),
                new Sgd(1, 0));
        Game game = new Game(List.of(reader), List.of(DATA), new Extragradient());
        assertThat(game.batchesPerStep()).isEqualTo(2);
        try (Session session = new ReferenceEngine().open()) {
            train(session, game, 0, 3);
            // the updates use the batches 1, 3 and 5, the extrapolations 0, 2 and 4
            assertThat(session.get(X.value()).item()).isEqualTo(1 - 1 - 3 - 5);
        }
    }

    @Test
    void optimisticAdamSpiralsInByItsSpectralRadiusWhereAdamSpiralsOut() {
        // an ε of 1e9 makes the divisor constant, so that both are gradient descent with the rate 0.3
        Optimizer plain = new Adam(0.3e9, 0, 0.9, 1e9);
        Optimizer optimistic = new OptimisticAdam(0.3e9, 0, 0.9, 1e9);
        assertThat(distance(new Simultaneous(), plain, 20))
                .isCloseTo(Math.sqrt(5) * Math.pow(Math.sqrt(1 + 0.3 * 0.3), 20), within(1e-6));
        // λ² = λ (1 − 2αi) + αi, whose larger root has the magnitude √((1 + √(1 − 4α²)) / 2)
        double radius = Math.sqrt((1 + Math.sqrt(1 - 4 * 0.3 * 0.3)) / 2);
        double early = distance(new Simultaneous(), optimistic, 40);
        double late = distance(new Simultaneous(), optimistic, 60);
        assertThat(late / early).isCloseTo(Math.pow(radius, 20), within(1e-7));
    }

    /** A game whose losses in each step are given. */
    private static Game adaptive(double lambda, double[] ofX, double[] ofY) {
        return new Game(
                List.of(
                        Player.of("x", List.of(X), scripted(X, ofX), new Sgd(1, 0)),
                        Player.of("y", List.of(Y), scripted(Y, ofY), new Sgd(1, 0))),
                List.of(DATA),
                new Adaptive(lambda));
    }

    /** A loss whose value in each step is given and whose gradient is 1. */
    private static Objective scripted(Number number, double[] losses) {
        return update -> {
            Tensor value = of(number, update);
            Tensor gradientAlone = value.sub(value.stopGradient());
            Tensor at = Tensor.of(losses, losses.length)
                    .mul(Tensor.of(indices(losses.length), losses.length)
                            .equal(update.step().cast(DType.DOUBLE))
                            .cast(DType.DOUBLE))
                    .sum();
            return List.of(Term.of("steady", gradientAlone.add(at)), new Term("lazy", at.mul(0), 2));
        };
    }

    private static double[] indices(int count) {
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = i;
        }
        return all;
    }

    private static String updated(double lambda, double[] ofX, double[] ofY) {
        Game game = adaptive(lambda, ofX, ofY);
        StringBuilder who = new StringBuilder();
        try (Session session = new ReferenceEngine().open()) {
            double x = 1;
            double y = 2;
            for (int step = 0; step < ofX.length; step++) {
                train(session, game, step, step + 1);
                boolean ofFirst = session.get(X.value()).item() == x - 1;
                boolean ofSecond = session.get(Y.value()).item() == y - 1;
                assertThat(ofFirst).isNotEqualTo(ofSecond);
                x = session.get(X.value()).item();
                y = session.get(Y.value()).item();
                who.append(ofFirst ? "x" : "y");
            }
        }
        return who.toString();
    }

    @Test
    void thePlayerWhoseLossChangesMoreIsUpdated() {
        // ratios: -, 1/2, 1/1, 0, 1/2    and    -, 1/4, 2, 1/8, 1/2
        double[] ofX = {2, 1, 2, 2, 3};
        double[] ofY = {-4, -3, 3, 3.375, 5.0625};
        assertThat(updated(1, ofX, ofY)).isEqualTo("xxyyx");
        assertThat(updated(3, ofX, ofY)).isEqualTo("xyyyy");
        assertThat(updated(0.25, ofX, ofY)).isEqualTo("xxxyx");
    }

    @Test
    void anAdaptiveRunContinuesExactly() {
        Optimizer adam = Adam.of(0.1, 0.5, 0.9);
        Game game = new Game(players(adam), List.of(DATA), new Adaptive(1));
        try (Session whole = new ReferenceEngine().open();
                Session first = new ReferenceEngine().open();
                Session second = new ReferenceEngine().open()) {
            train(whole, game, 0, 6);
            train(first, game, 0, 3);
            assertThat(first.variables()).containsAll(game.state());
            first.variables().forEach(variable -> second.set(variable, first.get(variable)));
            train(second, game, 3, 6);
            assertThat(second.variables()).containsExactlyInAnyOrderElementsOf(whole.variables());
            for (Variable variable : whole.variables()) {
                assertThat(second.get(variable)).as(variable.name()).isEqualTo(whole.get(variable));
            }
        }
    }

    @Test
    void anUpdateThatIsNotMadeLeavesTheMoments() {
        Game game = new Game(players(Adam.of(0.1, 0.5, 0.9)), List.of(DATA), new Adaptive(1));
        try (Session session = new ReferenceEngine().open()) {
            train(session, game, 0, 1);
            for (Player player : game.players()) {
                double number = session.get(player.rule().variables().get(2)).item();
                assertThat(number).isEqualTo(player.name().equals("x") ? 1 : 0);
            }
        }
    }

    @Test
    void theVariablesOfACoordinationOfALaterPhaseExistFromTheStart() {
        Game plain = new Game(players(new Sgd(1, 0)), List.of(DATA));
        Game later = new Game(players(new Sgd(1, 0)), List.of(DATA), new Adaptive(1));
        PhaseSchedule phases = new PhaseSchedule(List.of(
                TinyGame.phase("first", OptionalInt.of(1), plain),
                TinyGame.phase("second", OptionalInt.empty(), later)));
        TrainingRequest of = request(plain, 0, 1);
        try (Session session = new ReferenceEngine().open()) {
            new GameTrainer(session).train(new TrainingRequest(phases, of.batches(), 1, 5, 0, 1, of.stop(), List.of()));
            assertThat(session.variables()).containsAll(later.state());
        }
    }

    @Test
    void playersThatCannotBeCoordinatedAreRefused() {
        List<Player> two = players(new Sgd(1, 0));
        for (Coordination coordination : List.of(new Simultaneous(), new Extragradient(), new Adaptive(1))) {
            assertThatThrownBy(() -> new Game(List.of(two.get(0).updates(2), two.get(1)), List.of(), coordination))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the player x makes 2 updates per step, but with the coordination "
                            + coordination.name()
                            + " each player makes one: set its updates to 1, or use the coordination alternating");
        }
        List<Player> three = List.of(two.get(0).updates(2), two.get(1).updates(3), player("z"));
        assertThatThrownBy(() -> new Game(three, List.of(), new Adaptive(1)))
                .isInstanceOfSatisfying(InvalidGameException.class, invalid -> assertThat(invalid.problems())
                        .hasSize(3)
                        .last()
                        .asString()
                        .contains("but the game has [x, y, z]"));
        assertThatThrownBy(() -> new Game(List.of(two.get(0)), List.of(), new Adaptive(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the coordination adaptive chooses between two players, but the game has [x]: use another"
                        + " coordination");
        assertThatThrownBy(() -> new Adaptive(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("adaptive needs a lambda above 0, such as 1, not 0.0");
    }
}
