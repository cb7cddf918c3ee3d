package org.gan4j.metrics.modes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The modes of stacked MNIST that samples cover: a sample has a digit in each of its three channels, which makes 1,000
 * modes (<a href="https://arxiv.org/abs/1611.02163">Metz et al. 2017</a>). The digits are told by a classifier that was
 * trained on MNIST; its accuracy is 99.0 %.
 *
 * <pre>
 * digit-modes       the number of modes with at least one sample
 * digit-reverse-kl  Σ p log(p / q) over the modes, with the shares p of the samples and q of the data, in nats; q is the
 *                   product of the shares of each digit in the data's channels, which are drawn independently; one is
 *                   added to the count of each digit
 * </pre>
 *
 * Both depend on the number of samples; the papers use 26,000. Even 26,000 real images have a divergence of about 0.02,
 * and 2,000 cover 865 modes at most on average. There are no results if the classifier is unsure of the data, because
 * they are no digits.
 */
public record DigitModes() implements Metric {
    private static final int CHANNELS = 3;
    private static final int MODES = 1000;
    private static final double LEAST_CONFIDENCE = 0.95;
    private static final Shape STACKED = Shape.of(CHANNELS, DigitClassifier.SIDE, DigitClassifier.SIDE);

    @Override
    public String name() {
        return "digit-modes";
    }

    @Override
    public String summary() {
        return "the 1,000 modes of stacked MNIST that samples cover";
    }

    @Override
    public Given given() {
        return Given.SAMPLES;
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return comparison.pairing() == Comparison.Pairing.DISTRIBUTION
                && comparison.with().shape().equals(STACKED);
    }

    @Override
    public Map<String, Double> measure(MetricInput in) {
        DigitClassifier classifier = DigitClassifier.pretrained();
        float[][] logits = logits(classifier, in.real());
        if (Arrays.stream(logits)
                        .mapToDouble(DigitClassifier::confidence)
                        .average()
                        .orElse(0)
                < LEAST_CONFIDENCE) {
            return Map.of();
        }
        return counted(digits(logits), digits(logits(classifier, in.fake())));
    }

    /**
     * Counts the modes of digits, three per sample.
     *
     * @param data the digits of the data
     * @param samples the digits of the samples
     */
    static Map<String, Double> counted(int[] data, int[] samples) {
        // one more of each digit, so that a digit that few data miss has a share
        double[][] shares = new double[CHANNELS][DigitClassifier.CLASSES];
        double all = data.length / (double) CHANNELS + DigitClassifier.CLASSES;
        for (double[] channel : shares) {
            Arrays.fill(channel, 1 / all);
        }
        for (int i = 0; i < data.length; i++) {
            shares[i % CHANNELS][data[i]] += 1 / all;
        }
        double[] modes = IntStream.range(0, MODES)
                .mapToDouble(mode -> shares[0][mode / 100] * shares[1][mode / 10 % 10] * shares[2][mode % 10])
                .toArray();
        int[] counts = ModeCounts.of(modes(samples), MODES);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("digit-modes", (double) ModeCounts.covered(counts));
        values.put("digit-reverse-kl", ModeCounts.reverseKl(counts, modes));
        return values;
    }

    /** Returns the logits of each channel of each image. */
    private static float[][] logits(DigitClassifier classifier, TensorData images) {
        float[] pixels = images.toFloats();
        int plane = DigitClassifier.SIDE * DigitClassifier.SIDE;
        return IntStream.range(0, pixels.length / plane)
                .parallel()
                .mapToObj(i -> classifier.logits(pixels, i * plane))
                .toArray(float[][]::new);
    }

    private static int[] digits(float[][] logits) {
        return Arrays.stream(logits).mapToInt(DigitClassifier::digit).toArray();
    }

    private static int[] modes(int[] digits) {
        return IntStream.range(0, digits.length / CHANNELS)
                .map(i -> 100 * digits[CHANNELS * i] + 10 * digits[CHANNELS * i + 1] + digits[CHANNELS * i + 2])
                .toArray();
    }
}
