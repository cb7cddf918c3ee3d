package org.gan4j.metrics.images;

/**
 * The structural similarity of images and their reconstructions, SSIM (<a
 * href="https://doi.org/10.1109/TIP.2003.819861">Wang et al. 2004</a>): at most 1, for equal images. It compares means,
 * contrast and structure under a Gaussian window of 11×11 (σ = 1.5), with K₁ = 0.01 and K₂ = 0.03,
 *
 * <pre>
 * ssim = mean of (2 μ_x μ_y + C₁)(2 σ_xy + C₂) / ((μ_x² + μ_y² + C₁)(σ_x² + σ_y² + C₂))
 * </pre>
 *
 * over the positions where the window fits, and over the colors. It equals scikit-image's {@code structural_similarity}
 * with {@code gaussian_weights=True, sigma=1.5, use_sample_covariance=False}. {@code ssim.error} is the standard error of
 * the mean over pairs. The settings are those of {@link PeakSignalToNoise}.
 *
 * @param color the colors that are measured; RGB, which stands for all channels, by default
 * @param border the number of pixels left out at each side; 0 by default
 * @param rounded whether values are first limited to [-1, 1] and rounded to 256 levels; false by default
 */
public record StructuralSimilarity(ImageColor color, int border, boolean rounded) implements PixelMetric {
    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if the border is negative
     */
    public StructuralSimilarity {
        new PixelView(color, border, rounded);
    }

    /** Returns the metric of all channels and positions, without rounding. */
    public static StructuralSimilarity standard() {
        return new StructuralSimilarity(ImageColor.RGB, 0, false);
    }

    @Override
    public String name() {
        return "ssim";
    }

    @Override
    public String summary() {
        return "structural similarity of images and their reconstructions";
    }

    @Override
    public int least() {
        return LocalStructure.WINDOW;
    }

    @Override
    public double of(PixelView.Planes reference, PixelView.Planes image) {
        double sum = 0;
        for (int plane = 0; plane < reference.count(); plane++) {
            sum += LocalStructure.of(
                            reference.plane(plane, 0), image.plane(plane, 0), reference.height(), reference.width())
                    .similarity();
        }
        return sum / reference.count();
    }
}
