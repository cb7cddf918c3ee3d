package org.gan4j.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.TensorData;

/**
 * The peak signal-to-noise ratio of images and their reconstructions, in decibels, as in papers on super-resolution.
 * For images in [-1, 1], whose peak is 2,
 *
 * <pre>
 * psnr = mean over pairs of 10 log₁₀(2² / mse)
 * </pre>
 *
 * where mse is the mean squared difference over all channels and positions. Pairs that differ by less than rounding
 * (mse below 4e-10) count as 100 dB, because equal images would give infinity. {@code psnr.error} is the standard error
 * of that mean. Papers that measure luminance alone, or crop a border, report other numbers.
 */
public record PeakSignalToNoise() implements Metric {
    private static final double PEAK_SQUARED = 4;
    private static final double MAX_DECIBELS = 100;

    @Override
    public String name() {
        return "psnr";
    }

    @Override
    public String summary() {
        return "peak signal-to-noise ratio of images and their reconstructions, in dB";
    }

    @Override
    public Given given() {
        return Given.SAMPLES;
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return comparison.pairing() == Comparison.Pairing.PAIRS
                && comparison.with().dtype() == DType.FLOAT
                && comparison.with().shape().rank() == 3;
    }

    @Override
    public Map<String, Double> measure(TensorData real, TensorData fake) {
        if (!real.shape().equals(fake.shape()) || real.shape().rank() != 4) {
            throw new IllegalArgumentException(
                    name() + " compares pairs of images, both [N,C,H,W] of the same shape; the shapes are "
                            + real.shape() + " and " + fake.shape());
        }
        int count = real.shape().dim(0);
        if (count < 2) {
            throw new IllegalArgumentException(name() + " needs at least 2 pairs of images, not " + count);
        }
        double[] decibels = decibels(real.toFloats(), fake.toFloats(), count);
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("psnr", Means.of(decibels));
        values.put("psnr.error", Means.error(decibels));
        return values;
    }

    private static double[] decibels(float[] real, float[] fake, int count) {
        int size = real.length / count;
        double[] decibels = new double[count];
        for (int pair = 0; pair < count; pair++) {
            double squares = 0;
            for (int i = pair * size; i < (pair + 1) * size; i++) {
                double difference = (double) real[i] - fake[i];
                squares += difference * difference;
            }
            decibels[pair] = Math.min(MAX_DECIBELS, 10 * StrictMath.log10(PEAK_SQUARED * size / squares));
        }
        return decibels;
    }
}
