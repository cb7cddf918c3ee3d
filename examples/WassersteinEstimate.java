///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS org.gan4j:gan-dsl:0.1.0-SNAPSHOT
//DEPS org.gan4j:gan-nd4j:0.1.0-SNAPSHOT

import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.util.Arrays;
import java.util.Random;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.losses.penalty.GradientPenalty;

/**
 * An estimate of the Wasserstein distance between samples and data by a WGAN's critic (Arjovsky et al. 2017, section
 * 3). In one dimension the distance is known: the mean distance of the sorted numbers. The program prints both as CSV,
 * which docs/figures/wasserstein_estimate.py plots.
 *
 * <pre>
 * java -cp "$(./gan classpath)" examples/WassersteinEstimate.java > estimate.csv
 * </pre>
 */
class WassersteinEstimate {
    private static final int SAMPLES = 10_000;

    private static double estimate;

    public static void main(String[] args) {
        float[] real = numbers();
        float[][] rows = new float[SAMPLES][];
        Arrays.setAll(rows, i -> new float[] {real[i]});
        try (Gan gan = Gan.builder()
                .generator(Mlp.generator().latent(1).layers(1).width(32))
                .critic(Mlp.critic().layers(2).width(32).activation(Activation.TANH))
                .loss(WGAN_GP)
                .data(DataSource.of(rows))
                .regularizers(new GradientPenalty(10, 1, true))
                .generatorOptimizer(Adam.of(2e-3, 0, 0.99))
                .criticOptimizer(Adam.of(5e-3, 0, 0.99))
                .criticUpdates(10)
                .batchSize(256)
                .seed(5)
                .listener(new TrainingListener() {
                    @Override
                    public void stepped(Progress progress) {
                        estimate = -progress.metrics().get("loss.critic.adversarial");
                    }
                })
                .build()) {
            System.out.println("step,estimate,distance");
            for (int step = 5; step <= 500; step += 5) {
                gan.train(steps(5));
                double distance = distance(real, samples(gan));
                System.out.printf("%d,%.4f,%.4f%n", step, estimate, distance);
            }
        }
    }

    /** Returns samples of the weights that the critic was trained against, not of their moving average. */
    private static float[] samples(Gan gan) {
        return gan.sample(SampleRequest.of(SAMPLES).latest()).data().toFloats();
    }

    private static float[] numbers() {
        Random random = new Random(3);
        float[] numbers = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            numbers[i] = (float) (4 + 0.5 * random.nextGaussian());
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private static double distance(float[] sorted, float[] samples) {
        Arrays.sort(samples);
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            sum += Math.abs(samples[i] - sorted[i]);
        }
        return sum / SAMPLES;
    }
}
