package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Player;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.Sgd;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.Closeness;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.gan4j.training.TinyPair.Affine;
import org.gan4j.training.TinyPair.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares unrolled generator gradients with PyTorch's (make_game_oracles.py in gan-testkit). */
class UnrolledTest {
    static List<OracleCase> known() {
        return Oracle.read("unrolled").cases();
    }

    /** R1: γ/2 E‖∇f(x)‖². */
    private record GradientAtReal(double gamma, int period) implements Regularizer {
        @Override
        public String name() {
            return "gradient-at-real";
        }

        @Override
        public Tensor penalty(RegularizerContext context) {
            Tensor gradient = Gradients.of(context.scores(context.real()), context.real());
            return gradient.square().sum(1).mean().mul(gamma / 2);
        }

        @Override
        public boolean usesInputGradient() {
            return true;
        }
    }

    private static Settings settings(OracleCase known) {
        double gamma = known.setting("gamma");
        double bound = known.setting("bound");
        Adam adam = new Adam(known.setting("lr"), known.setting("beta1"), known.setting("beta2"), known.setting("eps"));
        return new Settings(
                adam,
                new Sgd(1, 0),
                gamma == 0 ? List.of() : List.of(new GradientAtReal(gamma, 1)),
                bound == 0 ? Optional.empty() : Optional.of(new TinyPair.Clipping(bound)),
                Optional.of(new TinyPair.Constant(known.setting("rate"))),
                1,
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("known")
    void theGeneratorsGradientFlowsThroughTheCriticsUpdates(OracleCase known) {
        Affine generator = Affine.of("generator", known.input("u"), known.input("c"));
        Affine critic = Affine.of("critic", known.input("w"), known.input("b"));
        AdversarialPlayers pair = new AdversarialPlayers(
                        settings(known).components(), new TinyPair.Model(generator, critic))
                .unrolled(known.wholeSetting("updates"));
        List<Player> players = pair.players(generator, critic);
        try (Session session = new ReferenceEngine().open()) {
            for (Variable moment : players.get(0).rule().variables()) {
                String[] path = moment.name().split("/");
                session.set(
                        moment,
                        path[2].equals("t")
                                ? Tensor.full(DType.DOUBLE, known.setting("t")).evaluate()
                                : known.inputData(path[2] + "_" + path[4]));
            }
            double loss = TinyPair.train(
                            session,
                            players.subList(1, 2),
                            number -> Map.of(Field.IMAGE, known.inputData("real"), TinyPair.Z, known.inputData("z")),
                            0,
                            1)
                    .metrics()
                    .get("loss.generator");
            new Closeness(1e-13).require("loss", Tensor.full(DType.DOUBLE, loss).evaluate(), known.expected("loss"));
            // plain descent with the rate 1 moves by the gradient, times the scheduled factor
            known.requireExpected("grad_u", moved(session, generator.weight(), known), 1e-12);
            known.requireExpected("grad_c", moved(session, generator.bias(), known), 1e-12);
        }
    }

    private static TensorData moved(Session session, Variable variable, OracleCase known) {
        return variable.initial()
                .sub(Tensor.of(session.get(variable)))
                .div(known.setting("rate"))
                .evaluate();
    }

    private static double generatorLoss(int step, int unrolled, Regularizer... regularizers) {
        Affine generator = Affine.generator("generator");
        Affine critic = Affine.critic("critic");
        Settings settings = Settings.of(Adam.of(0.1, 0.5, 0.9), new Sgd(1, 0), regularizers);
        AdversarialPlayers pair =
                new AdversarialPlayers(settings.components(), new TinyPair.Model(generator, critic)).unrolled(unrolled);
        try (Session session = new ReferenceEngine().open()) {
            return TinyPair.train(
                            session, pair.players(generator, critic).subList(1, 2), TinyPair.points(), step, step + 1)
                    .metrics()
                    .get("loss.generator");
        }
    }

    @Test
    void aCriticThatLooksAheadIsHarderToFool() {
        assertThat(generatorLoss(0, 1)).isGreaterThan(generatorLoss(0, 0));
        assertThat(generatorLoss(0, 5)).isGreaterThan(generatorLoss(0, 1));
    }

    @Test
    void aLazyTermIsUnrolledInTheStepsInWhichItIsDue() {
        Regularizer lazy = new GradientAtReal(5, 2);
        assertThat(generatorLoss(1, 2, lazy)).isEqualTo(generatorLoss(1, 2));
        assertThat(generatorLoss(2, 2, lazy)).isNotEqualTo(generatorLoss(2, 2));
        assertThat(generatorLoss(2, 2, lazy)).isEqualTo(generatorLoss(2, 2, new GradientAtReal(5, 1)));
    }

    /** A critic with a unit that hardly contributes to the scores. */
    private record Weak(Variable weight, Variable unit, UnaryOperator<Tensor> activation) implements Network {
        @Override
        public String name() {
            return "critic";
        }

        @Override
        public List<Variable> parameters() {
            return List.of(weight, unit);
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
            Tensor x = inputs.value();
            Tensor weak = activation.apply(x.matmul(parameters.get(unit)));
            return Outputs.of(x.matmul(parameters.get(weight)).add(weak).reshape(-1));
        }
    }

    @Test
    void aUnitWithoutGradientDoesNotMakeTheGradientNaN() {
        requireNumbers(unit -> unit.sub(100).relu());
    }

    @Test
    void aGradientWhoseSquareIsZeroDoesNotMakeTheGradientNaN() {
        requireNumbers(unit -> unit.mul(1e-200));
    }

    private static void requireNumbers(UnaryOperator<Tensor> activation) {
        Affine generator = Affine.generator("generator");
        Tensor start = Tensor.of(new double[] {0.5, -0.25}, 2, 1);
        Weak critic = new Weak(Variable.of("critic/w", start), Variable.of("critic/unit", start), activation);
        AdversarialPlayers pair = new AdversarialPlayers(
                        Settings.of(Adam.of(0.1, 0.5, 0.9), new Sgd(1, 0)).components(),
                        new TinyPair.Model(generator, critic))
                .unrolled(3);
        try (Session session = new ReferenceEngine().open()) {
            TinyPair.train(session, pair.players(generator, critic), TinyPair.points(), 0, 2);
            assertThat(session.get(generator.weight()).toDoubles()).doesNotContain(Double.NaN);
        }
    }

    @Test
    void theCriticsNetworksMustBeKnown() {
        AdversarialPlayers pair =
                new AdversarialPlayers(Settings.of(new Sgd(1, 0), new Sgd(1, 0)).components(), null).unrolled(3);
        assertThatThrownBy(() -> pair.generator(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the generator generator looks ahead at 3 critic updates, so it must know the critic's"
                        + " networks: call players(...), or generator(...) with both lists");
        assertThatThrownBy(() -> pair.unrolled(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of unrolled critic updates must be at least 0, not -1");
    }
}
