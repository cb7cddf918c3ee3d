package org.gan4j.dsl;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.data.Permutation;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.inference.ComparedRows;
import org.gan4j.dsl.inference.ReferenceData;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.metrics.statistics.Decimals;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * The duality gap of a GAN (<a href="https://arxiv.org/abs/1811.05512">Grnarova et al. 2019</a>): how much a critic could
 * gain by answering the generator, and a generator by answering the critic. It is 0 at an equilibrium, where neither gains,
 * so it measures convergence without a pretrained network. With the critic's payoff M(D, G), which is minus its loss,
 *
 * <pre>
 * gap = M(D′, G) − M(D, G′)
 * </pre>
 *
 * where D′ is the critic after further updates against the generator as it is, and G′ the generator after further updates
 * against the critic as it is, each by its own objective with its own optimizer, at a constant learning rate. So it is the
 * gap that this many steps find, and about a lower bound of the true one. Values of different losses cannot be compared. The
 * searches use the data of training; the paper measures the payoff with other data.
 *
 * @param value the gap
 * @param error its standard error over tenths of the samples
 * @param worstCritic M(D′, G)
 * @param worstGenerator M(D, G′)
 * @param current M(D, G)
 * @param step the step of the checkpoint
 * @param steps the number of steps of each search; with several updates of the critic per step, it makes all of them
 * @param samples the number of samples on each side that the payoff is the mean of
 * @param heldOut whether the data were held out of training
 */
public record DualityGap(
        double value,
        double error,
        double worstCritic,
        double worstGenerator,
        double current,
        int step,
        int steps,
        int samples,
        boolean heldOut) {
    private static final String CRITIC = "critic";
    private static final String GENERATOR = "generator";
    private static final int GROUPS = 10;
    private static final int PART = 256;
    private static final int LEAST = 100;

    /** Samples of both sides, each in parts that a critic scores. */
    private record Sides(TensorData real, TensorData fake) {}

    /**
     * Measures the gap of a run. The run stays as it is.
     *
     * @param run the run directory
     * @param step the step whose checkpoint is measured; the latest if empty
     * @param steps the number of steps of each search, at least 1; a few hundred are usual
     * @param samples the number of samples on each side, at least 100, and no more than the data have
     * @param heldOut the data to measure with; those of training if empty
     * @throws IllegalArgumentException if a number is too small, if the data do not fit those of training or have fewer than
     *     100 samples, or if the application has no critic that scores samples on their own, or players of other names
     */
    public static DualityGap of(Path run, OptionalInt step, int steps, int samples, Optional<DataSource> heldOut) {
        if (steps < 1 || samples < LEAST) {
            throw new IllegalArgumentException("the duality gap needs at least 1 step and " + LEAST + " samples, not "
                    + steps + " and " + samples + ": 200 and 2000 are usual");
        }
        try (Gan now = step.isPresent() ? Gan.load(run, step.getAsInt()) : Gan.load(run)) {
            if (!now.can(Scorer.class) || !now.can(Evaluable.class)) {
                throw new IllegalArgumentException(
                        "the duality gap needs a critic that scores samples on their own, and"
                                + " that of the application "
                                + now.spec().application().name() + " does not");
            }
            AdversarialLoss loss = now.spec().components().loss();
            TensorData real = real(now, samples, heldOut);
            int count = real.shape().dim(0);
            TensorData fake = samples(now, count);
            double[] current = payoffs(loss, now, new Sides(real, fake));
            double[] worstCritic;
            try (Gan answer = RunLoader.loadOnly(run, step, CRITIC)) {
                answer.train(TrainingLength.steps(steps));
                worstCritic = payoffs(loss, answer, new Sides(real, fake));
            }
            double[] worstGenerator;
            try (Gan answer = RunLoader.loadOnly(run, step, GENERATOR)) {
                answer.train(TrainingLength.steps(steps));
                worstGenerator = payoffs(loss, now, new Sides(real, samples(answer, count)));
            }
            double[] gaps = IntStream.range(0, GROUPS)
                    .mapToDouble(i -> worstCritic[i] - worstGenerator[i])
                    .toArray();
            return new DualityGap(
                    mean(gaps),
                    error(gaps),
                    mean(worstCritic),
                    mean(worstGenerator),
                    mean(current),
                    now.steps(),
                    steps,
                    count,
                    heldOut.isPresent());
        }
    }

    /** Returns samples of the data in the form that the generator imitates. */
    private static TensorData real(Gan gan, int samples, Optional<DataSource> heldOut) {
        GanSpec spec = gan.spec();
        ReferenceData training =
                ReferenceData.trainedOn(gan.dataset(), ComponentText.of(spec.data()), spec.transforms());
        Comparison comparison = gan.as(Evaluable.class).comparisons().get(0);
        try (ComparedRows rows = ComparedRows.open(gan.engine(), comparison, training, Optional.empty())) {
            if (heldOut.isEmpty()) {
                return rows.of(training, chosen(gan.dataset().size(), samples, spec.seed()));
            }
            try (Dataset opened = heldOut.get().open()) {
                ReferenceData others = ReferenceData.heldOut(
                        opened, ComponentText.of(heldOut.get()), spec.transforms(), DataSchema.of(gan.dataset()));
                return rows.of(others, chosen(opened.size(), samples, spec.seed()));
            }
        }
    }

    private static int[] chosen(int all, int count, long seed) {
        if (all < LEAST) {
            throw new IllegalArgumentException("the duality gap needs at least " + LEAST
                    + " samples of the data, and there are " + all + ": measure it with more data");
        }
        int[] order = Permutation.of(all, seed, 0);
        return Arrays.copyOf(order, Math.min(count, all));
    }

    private static TensorData samples(Gan gan, int count) {
        return gan.sample(SampleRequest.of(count).latest()).data();
    }

    /** Returns the critic's payoff in each tenth of the samples. */
    private static double[] payoffs(AdversarialLoss loss, Gan critic, Sides sides) {
        Tensor real = scores(critic, sides.real);
        Tensor fake = scores(critic, sides.fake);
        int count = sides.real.shape().dim(0);
        return IntStream.range(0, GROUPS)
                .mapToDouble(i -> {
                    int from = i * count / GROUPS;
                    int to = (i + 1) * count / GROUPS;
                    return -loss.critic(real.slice(0, from, to), fake.slice(0, from, to))
                            .evaluate()
                            .item();
                })
                .toArray();
    }

    private static Tensor scores(Gan critic, TensorData samples) {
        int count = samples.shape().dim(0);
        float[] scores = new float[count];
        for (int from = 0; from < count; from += PART) {
            float[] part = critic.score(samples.rows(from, Math.min(count, from + PART)));
            System.arraycopy(part, 0, scores, from, part.length);
        }
        return Tensor.of(scores, count);
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double error(double[] values) {
        double mean = mean(values);
        double squares = IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    /** Returns the gap and its parts in a few lines. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "duality-gap      %s after step %d, by %d steps of each player and %d samples of %s%n"
                        + "critic's payoff  %s now, %s for its best answer, %s against the generator's best answer%n",
                Decimals.of(value, error),
                step,
                steps,
                samples,
                heldOut ? "data that were held out" : "the data of training",
                Decimals.of(current),
                Decimals.of(worstCritic),
                Decimals.of(worstGenerator));
    }
}
