package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.CosineDecay;
import org.gan4j.api.optim.Warmup;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

/** The end of a game as theory predicts it, on numbers from a normal distribution around 4. */
class EquilibriumTest {
    private static final int SAMPLES = 10_000;
    private static final double MEAN = 4;
    private static final double DEVIATION = 0.5;

    private static float[] numbers() {
        Random random = new Random(3);
        float[] numbers = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            numbers[i] = (float) (MEAN + DEVIATION * random.nextGaussian());
        }
        return numbers;
    }

    private static OptionsStep game(LossPreset loss, int steps) {
        float[][] rows = new float[SAMPLES][];
        float[] numbers = numbers();
        Arrays.setAll(rows, i -> new float[] {numbers[i]});
        return Gan.builder()
                .generator(Mlp.generator().latent(1).layers(1).width(32))
                .critic(Mlp.critic().layers(2).width(32).activation(Activation.TANH))
                .loss(loss)
                .data(DataSource.of(rows))
                .generatorOptimizer(Adam.of(1e-3, 0, 0.999))
                .criticOptimizer(Adam.of(5e-3, 0, 0.999))
                .schedule(new CosineDecay(steps, 0.05))
                .criticUpdates(5)
                .batchSize(256)
                .seed(5);
    }

    /** Returns samples of the weights that the critic was trained against, not of their moving average. */
    private static float[] samples(Gan gan) {
        return gan.sample(SampleRequest.of(SAMPLES).latest()).data().toFloats();
    }

    /** Records the critic's loss of each step. */
    private record Losses(List<Double> critic) implements TrainingListener {
        @Override
        public void stepped(Progress progress) {
            critic.add(progress.metrics().get("loss.critic"));
        }

        double mean(int from, int to) {
            return critic.subList(from, to).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
        }
    }

    /** Goodfellow et al. 2014, theorem 1: where the distributions agree, D is 1/2 everywhere and its loss 2 ln 2. */
    @Test
    void goodfellowsGameEndsWithADiscriminatorThatCannotTell() {
        Losses losses = new Losses(new ArrayList<>());
        try (Gan gan = game(NON_SATURATING, 2000).listener(losses).build()) {
            gan.train(steps(2000));
            assertThat(losses.mean(0, 100)).as("at first it tells them apart").isLessThan(1);
            assertThat(losses.mean(1500, 2000)).isCloseTo(2 * Math.log(2), within(0.02 * 2 * Math.log(2)));

            float[] fake = samples(gan);
            float[] real = numbers();
            assertThat(mean(fake)).isCloseTo(MEAN, within(0.05));
            assertThat(deviation(fake)).isCloseTo(DEVIATION, within(0.05));
            long right = scores(gan, real).filter(score -> score > 0).count()
                    + scores(gan, fake).filter(score -> score < 0).count();
            assertThat(right / (2.0 * SAMPLES)).isCloseTo(0.5, within(0.03));
        }
    }

    /**
     * Arjovsky et al. 2017, section 3: the critic estimates Wasserstein's distance, which on a line is the mean
     * distance of sorted numbers (Vallender 1974).
     */
    @Test
    void wassersteinsCriticEstimatesTheDistanceThatFallsAsSamplesImprove() {
        Losses losses = new Losses(new ArrayList<>());
        List<Double> distances = new ArrayList<>();
        try (Gan gan = game(WGAN_GP, 1)
                .generatorOptimizer(Adam.of(2e-3, 0, 0.99))
                .criticOptimizer(Adam.of(5e-3, 0, 0.99))
                .schedule(new Warmup(1))
                .criticUpdates(10)
                .regularizers(new GradientPenalty(10, 1, true))
                .listener(losses)
                .build()) {
            for (int steps = 40; steps <= 320; steps += 40) {
                gan.train(steps(40));
                distances.add(distance(samples(gan)));
                double estimate = -losses.mean(steps - 5, steps);
                assertThat(estimate)
                        .as("after " + steps + " steps, at a distance of " + distances)
                        .isCloseTo(distances.get(distances.size() - 1), within(0.3));
            }
        }
        assertThat(distances.subList(0, 4)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(distances.get(0)).isGreaterThan(1.5);
        assertThat(distances.get(7)).isLessThan(0.15);
    }

    private static double distance(float[] fake) {
        float[] sorted = fake.clone();
        float[] real = numbers();
        Arrays.sort(sorted);
        Arrays.sort(real);
        return IntStream.range(0, SAMPLES)
                .mapToDouble(i -> Math.abs(sorted[i] - real[i]))
                .average()
                .orElseThrow();
    }

    private static DoubleStream scores(Gan gan, float[] numbers) {
        float[] scores = gan.score(TensorData.of(numbers, Shape.of(numbers.length, 1)));
        return IntStream.range(0, scores.length).mapToDouble(i -> scores[i]);
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow());
    }
}
