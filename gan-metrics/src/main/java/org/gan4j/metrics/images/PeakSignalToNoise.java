package org.gan4j.metrics.images;

/**
 * The peak signal-to-noise ratio of images and their reconstructions, in decibels. For images in [-1, 1], whose peak is
 * 2,
 *
 * <pre>
 * psnr = mean over pairs of 10 log₁₀(2² / mse)
 * </pre>
 *
 * where mse is the mean squared difference over all colors and positions measured. Pairs that differ by less than
 * rounding (mse below 4e-10) count as 100 dB, because equal images would give infinity. {@code psnr.error} is the
 * standard error of that mean.
 *
 * <p>Papers on super-resolution measure {@link ImageColor#Y}, leave out a border as wide as the scale, and compare images
 * of eight bits: {@code {name: psnr, color: Y, border: 4, rounded: true}} for ×4. As there, the peak of Y is 255 although
 * it is from 16 to 235, and Y itself is not rounded. On photographs this is about 1.9 dB more than on RGB, of which 1.3
 * dB come from the scale of Y alone: compare only numbers of the same settings.
 *
 * @param color the colors that are measured; RGB, which stands for all channels, by default
 * @param border the number of pixels left out at each side; 0 by default
 * @param rounded whether values are first limited to [-1, 1] and rounded to 256 levels, as in a file of eight bits;
 *     false by default. Images read from such files are the same with and without
 */
public record PeakSignalToNoise(ImageColor color, int border, boolean rounded) implements PixelMetric {
    private static final double PEAK_SQUARED = 4;
    private static final double MAX_DECIBELS = 100;

    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if the border is negative
     */
    public PeakSignalToNoise {
        new PixelView(color, border, rounded);
    }

    /** Returns the metric of all channels and positions, without rounding. */
    public static PeakSignalToNoise standard() {
        return new PeakSignalToNoise(ImageColor.RGB, 0, false);
    }

    @Override
    public String name() {
        return "psnr";
    }

    @Override
    public String summary() {
        return "peak signal-to-noise ratio of images and their reconstructions, in dB";
    }

    @Override
    public int least() {
        return 1;
    }

    @Override
    public double of(PixelView.Planes reference, PixelView.Planes image) {
        double squares = 0;
        for (int plane = 0; plane < reference.count(); plane++) {
            double[] x = reference.plane(plane, -1);
            double[] y = image.plane(plane, -1);
            for (int i = 0; i < x.length; i++) {
                double difference = x[i] - y[i];
                squares += difference * difference;
            }
        }
        double size = (double) reference.count() * reference.height() * reference.width();
        return Math.min(MAX_DECIBELS, 10 * StrictMath.log10(PEAK_SQUARED * size / squares));
    }
}
