package org.gan4j.metrics.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.latents.UniformLatents;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class PerceptualPathLengthTest {
    private static final int LATENT = 12;
    private static final int PIXELS = 64;
    private static final LatentSpace NORMAL = LatentSpace.normal(LATENT);

    /** The mean squared difference of pixels, in which lengths are known. */
    private static final ImagePairMeasure SQUARES = new ImagePairMeasure() {
        @Override
        public String resultName() {
            return "squares";
        }

        @Override
        public boolean higherIsBetter() {
            return false;
        }

        @Override
        public double of(TensorData reference, TensorData image) {
            double sum = 0;
            for (int i = 0; i < PIXELS; i++) {
                sum += Math.pow(reference.get(i) - image.get(i), 2) / PIXELS;
            }
            return sum;
        }
    };

    /** Entry [k, i] of the matrix of a linear generator of 8×8 images. */
    private static double matrix(int k, int i) {
        return Math.cos(1 + 0.37 * k * i + 0.11 * i) / 8;
    }

    private record Generator(LatentSpace latents, UnaryOperator<Tensor> images) implements MetricInput.Generator {
        @Override
        public TensorData samples(TensorData given) {
            return images.apply(Tensor.of(given)).evaluate();
        }
    }

    private static Generator linear(LatentSpace space) {
        double[] entries = new double[LATENT * PIXELS];
        Arrays.setAll(entries, j -> matrix(j / PIXELS, j % PIXELS));
        Tensor weights = Tensor.of(TensorData.of(DType.FLOAT, entries, Shape.of(LATENT, PIXELS)));
        return new Generator(space, z -> z.matmul(weights).reshape(-1, 1, 8, 8));
    }

    /** Returns ‖A v‖² over the number of pixels. */
    private static double squared(double... v) {
        double sum = 0;
        for (int i = 0; i < PIXELS; i++) {
            double pixel = 0;
            for (int k = 0; k < LATENT; k++) {
                pixel += v[k] * matrix(k, i);
            }
            sum += pixel * pixel / PIXELS;
        }
        return sum;
    }

    @Test
    void theLengthAtTheEndIsTheSpeedOfTheGreatCircleThere() {
        PerceptualPathLength metric = metric(60, PathPlaces.END);
        double[] lengths = metric.lengths(linear(NORMAL), SQUARES, 5);
        float[] z = NORMAL.rows(5, 0, 120);
        for (int pair = 0; pair < 60; pair++) {
            double[] a = row(z, 2 * pair);
            double[] b = row(z, 2 * pair + 1);
            double angle = Math.acos(product(a, b) / Math.sqrt(product(a, a) * product(b, b)));
            // dz/dt at t = 0 is ω (z₂ − cos ω z₁) / sin ω
            double[] speed = new double[LATENT];
            Arrays.setAll(speed, k -> angle * (b[k] - Math.cos(angle) * a[k]) / Math.sin(angle));
            double expected = squared(speed);
            // a difference quotient of ε = 1e-4 of numbers in single precision
            assertThat(lengths[pair]).isCloseTo(expected, within(5e-3 * expected));
        }
    }

    @Test
    void straightPathsHaveTheSameSpeedEverywhere() {
        LatentSpace uniform = new LatentSpace(new UniformLatents(-1, 1), LATENT);
        double[] full = metric(40, PathPlaces.FULL).lengths(linear(uniform), SQUARES, 2);
        double[] end = metric(40, PathPlaces.END).lengths(linear(uniform), SQUARES, 2);
        float[] z = uniform.rows(2, 0, 80);
        for (int pair = 0; pair < 40; pair++) {
            double[] a = row(z, 2 * pair);
            double[] difference = row(z, 2 * pair + 1);
            Arrays.setAll(difference, k -> difference[k] - a[k]);
            double expected = squared(difference);
            assertThat(full[pair]).isCloseTo(expected, within(5e-3 * expected));
            assertThat(end[pair]).isCloseTo(expected, within(5e-3 * expected));
        }
    }

    @Test
    void bothImagesOfAPairAreOfOneClass() {
        Generator plain = linear(NORMAL);
        // row i is of class i mod 3, which adds 10 (i mod 3) to each pixel
        Generator ofClasses = new Generator(NORMAL, z -> {
            double[] classes = new double[z.shape().dim(0)];
            Arrays.setAll(classes, i -> 10 * (i % 3));
            return plain.images()
                    .apply(z)
                    .add(Tensor.of(TensorData.of(DType.FLOAT, classes, Shape.of(classes.length, 1, 1, 1))));
        });
        double[] lengths = metric(60, PathPlaces.FULL).lengths(ofClasses, SQUARES, 5);
        double[] withoutClasses = metric(60, PathPlaces.FULL).lengths(plain, SQUARES, 5);
        for (int pair = 0; pair < lengths.length; pair++) {
            // pixels around 20 in single precision are exact to 1e-6, a change of a pixel is about 1e-4
            assertThat(lengths[pair]).isCloseTo(withoutClasses[pair], within(0.05 * withoutClasses[pair]));
        }
    }

    @Test
    void theMetricIsTheMeanInTheFeaturesOfMobileNet() {
        UnaryOperator<Tensor> waves = z -> z.slice(1, 0, 1)
                .mul(Tensor.arange(1024).cast(DType.FLOAT).mul(0.1))
                .sin()
                .reshape(-1, 1, 32, 32);
        Map<String, Double> values = measure(metric(20, PathPlaces.FULL), new Generator(NORMAL, waves));
        String name = "path-length.mobilenet-v2";
        assertThat(values).containsOnlyKeys(name, name + ".error");
        assertThat(values.get(name)).isPositive();
        assertThat(values.get(name + ".error")).isBetween(0.0, values.get(name));
        assertThat(measure(metric(20, PathPlaces.FULL), new Generator(NORMAL, waves)))
                .isEqualTo(values);
        Generator constant = new Generator(NORMAL, z -> Tensor.zeros(z.shape().dim(0), 1, 32, 32));
        // two equal images may differ by rounding, 2e-13, which is divided by ε² = 1e-8
        assertThat(measure(metric(3, PathPlaces.END), constant).get(name + ".end"))
                .isCloseTo(0, within(1e-3));
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        TensorData none = TensorData.of(new float[64], Shape.of(1, 1, 8, 8));
        assertThatThrownBy(() -> PerceptualPathLength.standard().measure(none, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path-length needs a generator with latents, not samples alone: evaluate a run");
        Generator broken =
                new Generator(NORMAL, z -> Tensor.full(Double.NaN, z.shape().dim(0), 1, 8, 8));
        assertThatThrownBy(() -> measure(metric(3, PathPlaces.FULL), broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the distance of two images is NaN, and path-length needs finite images: check the samples"
                        + " of the generator");
        assertThatThrownBy(() -> metric(1, PathPlaces.FULL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path-length needs at least 2 pairs and an epsilon above 0, at most 0.1; got 1 pairs and"
                        + " epsilon 1.0E-4: the defaults are 1000 and 0.0001");
    }

    @Test
    void itAppliesToImagesFromLatents() {
        assertThat(PerceptualPathLength.standard().appliesTo(samples(NORMAL, 3, 64, 64)))
                .isTrue();
        assertThat(PerceptualPathLength.standard().appliesTo(samples(LatentSpace.none(), 3, 64, 64)))
                .isFalse();
        assertThat(PerceptualPathLength.standard().appliesTo(samples(NORMAL, 2)))
                .isFalse();
        assertThat(PerceptualPathLength.standard().isOnRequest()).isTrue();
    }

    private static Comparison samples(LatentSpace latents, long... shape) {
        return new Comparison(
                new Field(Field.IMAGE, DType.FLOAT, Shape.of(shape)),
                Pairing.DISTRIBUTION,
                latents,
                (rows, given, weights) -> given);
    }

    private static PerceptualPathLength metric(int pairs, PathPlaces places) {
        return new PerceptualPathLength(pairs, places, 1e-4, PretrainedTrunk.MOBILENET_V2, "");
    }

    private static Map<String, Double> measure(PerceptualPathLength metric, Generator generator) {
        TensorData none = TensorData.of(new float[64], Shape.of(1, 1, 8, 8));
        return metric.measure(MetricInput.of(none, none).generator(generator));
    }

    private static double[] row(float[] rows, int index) {
        double[] row = new double[LATENT];
        Arrays.setAll(row, k -> rows[index * LATENT + k]);
        return row;
    }

    private static double product(double[] a, double... b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
