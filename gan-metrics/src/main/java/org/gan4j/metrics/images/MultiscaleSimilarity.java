package org.gan4j.metrics.images;

import java.util.Arrays;

/**
 * The structural similarity of images and their reconstructions at five scales, MS-SSIM (<a
 * href="https://doi.org/10.1109/ACSSC.2003.1292216">Wang et al. 2003</a>): at most 1, for equal images. With cs the part
 * of {@link StructuralSimilarity} that compares contrast and structure,
 *
 * <pre>
 * ms-ssim = Π_{i=1..4} max(0, cs_i)^{w_i} · max(0, ssim_5)^{w_5},   w = 0.0448, 0.2856, 0.3001, 0.2363, 0.1333
 * </pre>
 *
 * where each scale has half the size of the previous one, by the means of blocks 2×2. It is computed for each color, and
 * averaged. Details follow the PyTorch package pytorch-msssim: negative values count as 0, and a side of odd length is
 * halved with a row of black before and after it. At least {@value #SMALLEST_SIDE} pixels must remain of each side
 * without the border, so that the window fits into the smallest scale. {@code ms-ssim.error} is the standard error of the
 * mean over pairs. The settings are those of {@link PeakSignalToNoise}.
 *
 * @param color the colors that are measured; RGB, which stands for all channels, by default
 * @param border the number of pixels left out at each side; 0 by default
 * @param rounded whether values are first limited to [-1, 1] and rounded to 256 levels; false by default
 */
public record MultiscaleSimilarity(ImageColor color, int border, boolean rounded) implements PixelMetric {
    /** The smallest height and width without the border: the window, doubled four times. */
    public static final int SMALLEST_SIDE = 176;

    private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if the border is negative
     */
    public MultiscaleSimilarity {
        new PixelView(color, border, rounded);
    }

    /** Returns the metric of all channels and positions, without rounding. */
    public static MultiscaleSimilarity standard() {
        return new MultiscaleSimilarity(ImageColor.RGB, 0, false);
    }

    @Override
    public String name() {
        return "ms-ssim";
    }

    @Override
    public String summary() {
        return "structural similarity of images and their reconstructions at five scales";
    }

    @Override
    public int least() {
        return SMALLEST_SIDE;
    }

    @Override
    public double of(PixelView.Planes reference, PixelView.Planes image) {
        double sum = 0;
        for (int plane = 0; plane < reference.count(); plane++) {
            sum += similarity(
                    reference.plane(plane, 0),
                    image.plane(plane, 0),
                    reference.height(),
                    reference.width(),
                    WEIGHTS.length);
        }
        return sum / reference.count();
    }

    /** Returns the number of scales at which the window fits into planes whose shorter side is this long. */
    static int scales(int side) {
        int scales = 0;
        for (int left = side; left >= LocalStructure.WINDOW && scales < WEIGHTS.length; left = left / 2 + left % 2) {
            scales++;
        }
        return scales;
    }

    /** Returns the similarity of two planes; the weights of fewer scales than five are divided by their sum. */
    static double similarity(double[] reference, double[] image, int tall, int wide, int scales) {
        double weights =
                scales < WEIGHTS.length ? Arrays.stream(WEIGHTS).limit(scales).sum() : 1;
        double[] x = reference;
        double[] y = image;
        int height = tall;
        int width = wide;
        double product = 1;
        for (int scale = 0; scale < scales; scale++) {
            if (scale > 0) {
                x = halved(x, height, width);
                y = halved(y, height, width);
                height = height / 2 + height % 2;
                width = width / 2 + width % 2;
            }
            LocalStructure structure = LocalStructure.of(x, y, height, width);
            double value = scale == scales - 1 ? structure.similarity() : structure.contrast();
            product *= Math.pow(Math.max(0, value), WEIGHTS[scale] / weights);
        }
        return product;
    }

    /** Returns the means of blocks 2×2; the first block of an odd length begins before it, where all is black, 0. */
    private static double[] halved(double[] plane, int height, int width) {
        int rows = height / 2 + height % 2;
        int columns = width / 2 + width % 2;
        double[] half = new double[rows * columns];
        for (int i = 0; i < plane.length; i++) {
            int row = (i / width + height % 2) / 2;
            int column = (i % width + width % 2) / 2;
            half[row * columns + column] += plane[i] / 4;
        }
        return half;
    }
}
