package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.MINIMAX;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.game.Simultaneous;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.Sgd;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.Diagnosis.Kind;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.architectures.dirac.Dirac;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.mlp.Output;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.losses.penalty.R1;
import org.junit.jupiter.api.Test;

/** Tiny trainings that fail, each in its own way. */
class FailingRunsTest {
    /** The listener that keeps the diagnoses. */
    private static final class Heard implements TrainingListener {
        private final List<Diagnosis> all = new ArrayList<>();

        @Override
        public void diagnosed(Diagnosis diagnosis) {
            all.add(diagnosis);
        }

        private List<Kind> kinds() {
            return all.stream().map(Diagnosis::kind).distinct().toList();
        }
    }

    /** A generator whose latents and output are scaled. */
    record Scaled(GeneratorArchitecture of, double latents, double output) implements GeneratorArchitecture {
        @Override
        public String name() {
            return "scaled";
        }

        @Override
        public int latent() {
            return of.latent();
        }

        @Override
        public List<String> problems(NetworkSpec spec) {
            return of.problems(spec);
        }

        @Override
        public Network build(NetworkSpec spec) {
            return new ScaledNetwork(of.build(spec), latents, output);
        }
    }

    private static float[][] cloud(int rows, double center) {
        Random random = new Random(3);
        float[][] cloud = new float[rows][];
        Arrays.setAll(cloud, i ->
                new float[] {(float) (center + random.nextGaussian()), (float) (center + random.nextGaussian())});
        return cloud;
    }

    private static OptionsStep gan(GeneratorArchitecture generator, LossPreset loss, float[][] data) {
        return Gan.builder()
                .generator(generator)
                .critic(Mlp.critic().layers(1).width(16).activation(Activation.TANH))
                .loss(loss)
                .data(DataSource.of(data))
                .ema(0)
                .batchSize(4)
                .diagnoseEvery(20)
                .engine("reference");
    }

    private static GeneratorArchitecture small() {
        return Mlp.generator().latent(2).layers(1).width(16);
    }

    private static Heard trained(OptionsStep options, int count) {
        Heard heard = new Heard();
        try (Gan gan = options.listener(heard).build()) {
            gan.train(steps(count));
        }
        return heard;
    }

    @Test
    void aRunThatWorksHasNoDiagnosis() {
        OptionsStep works = gan(small(), NON_SATURATING, cloud(100, 0))
                .optimizer(Adam.of(1e-3, 0.5, 0.9))
                .regularizers(R1.of(1));
        assertThat(trained(works, 300).all).isEmpty();
    }

    @Test
    void aCriticTrainedFiftyTimesAStepIsSaturated() {
        OptionsStep fifty = gan(small(), MINIMAX, cloud(100, 20))
                .criticOptimizer(Adam.of(1e-2, 0.5, 0.9))
                .criticUpdates(50);
        Heard heard = trained(fifty, 60);
        assertThat(heard.kinds()).containsExactly(Kind.SATURATED_CRITIC);
        assertThat(heard.all.get(0).player()).isEqualTo("critic");
        assertThat(heard.all.get(0).evidence()).contains("its loss has a median of");
    }

    @Test
    void aTanhThatMustReachMoreThanOneStarvesItsGenerator() {
        OptionsStep beyond = gan(Mlp.generator().latent(2).layers(1).width(16).output(Output.TANH), WGAN, cloud(100, 9))
                .generatorOptimizer(Adam.of(5e-2, 0.5, 0.9));
        assertThat(trained(beyond, 200).kinds()).contains(Kind.VANISHING_GRADIENT);
    }

    @Test
    void aWassersteinCriticWithoutAConstraintExplodes() {
        OptionsStep unbounded = gan(small(), WGAN, cloud(100, 9))
                .set(GanComponents.CONSTRAINT, Optional.empty())
                .critic(Mlp.critic().layers(1).width(16))
                .generatorOptimizer(new Sgd(1e-4, 0))
                .criticOptimizer(new Sgd(1e-3, 0));
        assertThat(trained(unbounded, 150).kinds()).contains(Kind.EXPLODING_GRADIENT);
    }

    @Test
    void aGeneratorThatHardlyHearsItsLatentsCollapses() {
        OptionsStep deaf = gan(new Scaled(small(), 1e-3, 1), NON_SATURATING, cloud(100, 0));
        assertThat(trained(deaf, 20).kinds()).containsExactly(Kind.MODE_COLLAPSE);
    }

    @Test
    void aGeneratorThatIgnoresItsLatentsIsDead() {
        OptionsStep constant = gan(new Scaled(small(), 0, 1), NON_SATURATING, cloud(100, 0));
        Heard heard = trained(constant, 20);
        assertThat(heard.kinds()).containsExactly(Kind.DEAD_NETWORK);
        assertThat(heard.all.get(0).evidence()).startsWith("its output is constant");
    }

    @Test
    void aGeneratorBehindAZeroGetsNoGradient() {
        OptionsStep zero =
                gan(new Scaled(small(), 1, 0), NON_SATURATING, cloud(100, 0)).diagnoseEvery(1000);
        Heard heard = trained(zero, 60);
        assertThat(heard.kinds()).containsExactly(Kind.DEAD_NETWORK);
        assertThat(heard.all.get(0).evidence()).isEqualTo("in the last 50 steps the norm of its gradient is 0");
    }

    @Test
    void theDiracGanCirclesWithSimultaneousUpdates() {
        OptionsStep dirac = Gan.builder()
                .generator(Dirac.generator())
                .critic(Dirac.critic().initial(0))
                .loss(NON_SATURATING)
                .data(DataSource.of(new float[4][1]))
                .optimizer(new Sgd(0.2, 0))
                .coordination(new Simultaneous())
                .ema(0)
                .batchSize(4)
                .engine("reference");
        assertThat(trained(dirac, 500).kinds()).containsExactly(Kind.OSCILLATION);
    }

    @Test
    void fourRowsAreMemorized() {
        float[][] four = {{4, 4}, {-4, 4}, {4, -4}, {-4, -4}};
        OptionsStep few = gan(Mlp.generator().latent(2).layers(2).width(32), NON_SATURATING, four)
                .critic(Mlp.critic().layers(2).width(32))
                .batchSize(4)
                .optimizer(Adam.of(2e-3, 0.5, 0.9))
                .regularizers(R1.of(0.1))
                .diagnoseEvery(100);
        assertThat(trained(few, 1200).kinds()).containsExactly(Kind.MEMORIZED_SAMPLES);
    }

    @Test
    void aHugeLearningRateEndsWithTheFirstOpThatOverflowed() {
        Heard heard = new Heard();
        OptionsStep huge = gan(small(), NON_SATURATING, cloud(100, 0))
                .critic(Mlp.critic().layers(1).width(16))
                .optimizer(new Adam(1e30, 0, 0.9, 1e-8));
        try (Gan gan = huge.listener(heard).build()) {
            assertThatThrownBy(() -> gan.train(steps(50)))
                    .isInstanceOf(NonFiniteException.class)
                    .hasMessageContaining("The first value that is not finite is the ")
                    .hasMessageContaining(" after ");
        }
        assertThat(heard.kinds()).containsExactly(Kind.NON_FINITE);
    }
}
