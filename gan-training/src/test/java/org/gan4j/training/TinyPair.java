package org.gan4j.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;

/** A pair of linear networks in double precision, on given batches of points and latents. */
final class TinyPair {
    static final String Z = "z";
    static final List<Field> FIELDS = List.of(field(Field.IMAGE), field(Z));

    private TinyPair() {}

    private static Field field(String name) {
        return new Field(name, DType.DOUBLE, Shape.of(2));
    }

    /** An affine map x w + b; a critic's scores are [N]. */
    record Affine(String name, Variable weight, Variable bias) implements Network {
        static Affine of(String name, Tensor weight, Tensor bias) {
            return new Affine(name, Variable.weight(name + "/w", weight, 1), Variable.of(name + "/b", bias));
        }

        static Affine critic(String name) {
            return of(name, Tensor.of(new double[] {0.5, -0.25}, 2, 1), Tensor.of(new double[] {0.125}, 1));
        }

        static Affine generator(String name) {
            return of(name, Tensor.of(new double[] {1, -0.5, 0.25, 0.75}, 2, 2), Tensor.of(new double[] {0.5, 1}, 2));
        }

        @Override
        public List<Variable> parameters() {
            return List.of(weight, bias);
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
            Tensor mapped = inputs.value().matmul(parameters.get(weight)).add(parameters.get(bias));
            return Outputs.of(weight.shape().dim(1) == 1 ? mapped.reshape(-1) : mapped)
                    .with("double", mapped.mul(2));
        }
    }

    /** Latents are the field z. */
    record Model(Network generator, Network critic) implements AdversarialModel {
        @Override
        public Tensor real(UpdateContext update) {
            return update.data(Field.IMAGE);
        }

        @Override
        public Tensor latents(UpdateContext update) {
            return update.data(Z);
        }

        @Override
        public Outputs generated(UpdateContext update, Tensor latents) {
            return update.apply(generator, Inputs.of(latents));
        }

        @Override
        public Outputs discriminate(UpdateContext update, Tensor samples) {
            return update.apply(critic, Inputs.of(samples));
        }
    }

    /** The non-saturating loss. */
    record Loss() implements AdversarialLoss {
        @Override
        public String name() {
            return "tiny-loss";
        }

        @Override
        public Tensor critic(Tensor real, Tensor fake) {
            return real.neg().softplus().mean().add(fake.softplus().mean());
        }

        @Override
        public Tensor generator(Tensor real, Tensor fake) {
            return fake.neg().softplus().mean();
        }
    }

    /** A constant factor on the rate. */
    record Constant(double rate) implements LearningRateSchedule {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public Tensor factor(Tensor step) {
            return Tensor.full(DType.DOUBLE, rate);
        }
    }

    /** Clips all parameters. */
    record Clipping(double bound) implements Constraint {
        @Override
        public String name() {
            return "clipping";
        }

        @Override
        public Tensor project(Variable parameter, Tensor updated) {
            return updated.clamp(-bound, bound);
        }
    }

    /** Settings without networks. */
    record Settings(
            Optimizer critic,
            Optimizer generator,
            List<Regularizer> regularizers,
            Optional<Constraint> constraint,
            Optional<LearningRateSchedule> schedule,
            int criticUpdates,
            Optional<MovingAverage> movingAverage) {
        static Settings of(Optimizer critic, Optimizer generator, Regularizer... regularizers) {
            return new Settings(
                    critic, generator, List.of(regularizers), Optional.empty(), Optional.empty(), 1, Optional.empty());
        }

        GanComponents components() {
            return GanComponents.of(new Loss())
                    .regularizers(regularizers.toArray(Regularizer[]::new))
                    .with(GanComponents.CONSTRAINT, constraint)
                    .with(GanComponents.GENERATOR_OPTIMIZER, generator)
                    .with(GanComponents.CRITIC_OPTIMIZER, critic)
                    .with(GanComponents.SCHEDULE, schedule)
                    .with(GanComponents.CRITIC_UPDATES, criticUpdates)
                    .with(
                            GanComponents.EMA,
                            movingAverage.map(MovingAverage::decay).orElse(0.0));
        }
    }

    /** Batches of four points and latents that differ from batch to batch. */
    static BatchSource points() {
        return number -> Map.of(Field.IMAGE, values(number, 0), Z, values(number, 1));
    }

    private static TensorData values(long number, int offset) {
        double[] values = new double[8];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(1 + i + 10 * number + 100 * offset);
        }
        return TensorData.of(values, Shape.of(4, 2));
    }

    static TrainingResult train(Session session, List<Player> players, BatchSource batches, int from, int to) {
        Phase phase = Phase.open("only", new Game(players, FIELDS), SamplePreview.of(1, update -> Tensor.zeros(1)));
        return new GameTrainer(session)
                .train(new TrainingRequest(PhaseSchedule.of(phase), batches, 4, 5, from, to, () -> false, List.of()));
    }
}
