package org.gan4j.metrics.images;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.metrics.statistics.DrawnPairs;
import org.gan4j.metrics.vectors.FeatureChecks;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The mean similarity of random pairs of samples (MS-SSIM, <a href="https://arxiv.org/abs/1610.09585">Odena et al.
 * 2017</a>): 1 if all samples are equal, and lower the more they vary.
 *
 * <pre>
 * ms-ssim-diversity = mean over pairs of MS-SSIM(y, y′)
 * </pre>
 *
 * {@code ms-ssim-diversity.real} is that of the data: collapse shows as a higher number of the samples. Noise has a low
 * number, too. With labels, {@code ms-ssim-diversity.classes}, and {@code .classes.real}, are the means over classes of pairs
 * of one class, as in the paper: a generator may have all classes, and one image of each. The measure is that of {@link MultiscaleSimilarity}, with as many of its five scales as fit: five from
 * 161 pixels a side on, two at 28 and 32, one at 11; the weights of fewer than five are divided by their sum. So numbers of
 * images of different sizes differ. The errors are those of {@link DrawnPairs}, in which samples and pairs repeat; fewer
 * than 10 samples, or such a class, have none.
 *
 * @param pairs the number of random pairs of each class; 100 by default, as in the paper. Of pairs of any classes, ten
 *     times as many are drawn
 */
public record ImageDiversity(int pairs) implements Metric {
    /** The number of pairs of any classes, relative to those of one class. */
    private static final int ACROSS = 10;

    /**
     * Creates the metric.
     *
     * @throws IllegalArgumentException if there are fewer than 2 pairs
     */
    public ImageDiversity {
        if (pairs < 2) {
            throw new IllegalArgumentException(
                    "ms-ssim-diversity needs at least 2 pairs, not " + pairs + "; the paper uses 100 of each class");
        }
    }

    /** Returns the metric with the paper's 100 pairs of each class. */
    public static ImageDiversity standard() {
        return new ImageDiversity(100);
    }

    @Override
    public String name() {
        return "ms-ssim-diversity";
    }

    @Override
    public String summary() {
        return "similarity of random pairs of samples, also within classes, and of the data";
    }

    @Override
    public Given given() {
        return Given.SAMPLES;
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        Shape shape = comparison.with().shape();
        return comparison.pairing() == Comparison.Pairing.DISTRIBUTION
                && comparison.with().dtype() == DType.FLOAT
                && shape.rank() == 3
                && Math.min(shape.dim(1), shape.dim(2)) >= LocalStructure.WINDOW;
    }

    /**
     * Measures both sides.
     *
     * @throws IllegalArgumentException if the samples are no images, too small, too few, or not finite
     */
    @Override
    public Map<String, Double> measure(MetricInput in) {
        require("fake", in.fake());
        require("real", in.real());
        Map<String, Double> values = new LinkedHashMap<>();
        put(values, name(), "fake", in.fake(), in.seed());
        put(values, name() + ".real", "real", in.real(), in.seed());
        if (in.realLabels().isPresent() && in.fakeLabels().isPresent()) {
            putWithin(values, name() + ".classes", in.fake(), in.fakeLabels().get(), in.seed());
            putWithin(
                    values, name() + ".classes.real", in.real(), in.realLabels().get(), in.seed());
        }
        return values;
    }

    private void put(Map<String, Double> values, String result, String whose, TensorData images, long seed) {
        int[] all = IntStream.range(0, images.shape().dim(0)).toArray();
        DrawnPairs drawn = similarities(images, drawn(new Draw(seed, name() + " " + whose), all, pairs * ACROSS));
        values.put(result, drawn.mean());
        drawn.error(all.length).ifPresent(error -> values.put(result + ".error", error));
    }

    /** Puts the mean over classes, unless no class has two samples. */
    private void putWithin(Map<String, Double> values, String result, TensorData images, TensorData labels, long seed) {
        List<int[]> groups = groups(labels.toInts());
        Draw draw = new Draw(seed, result);
        double mean = 0;
        double variance = 0;
        for (int[] group : groups) {
            DrawnPairs drawn = similarities(images, drawn(draw, group, pairs));
            mean += drawn.mean() / groups.size();
            variance += Math.pow(drawn.error(group.length).orElse(Double.NaN) / groups.size(), 2);
        }
        if (!groups.isEmpty()) {
            values.put(result, mean);
        }
        if (!groups.isEmpty() && !Double.isNaN(variance)) {
            values.put(result + ".error", Math.sqrt(variance));
        }
    }

    private void require(String whose, TensorData images) {
        Shape shape = images.shape();
        if (shape.rank() != 4 || Math.min(shape.dim(2), shape.dim(3)) < LocalStructure.WINDOW) {
            throw new IllegalArgumentException(name() + " needs images [N,C,H,W] of at least " + LocalStructure.WINDOW
                    + "×" + LocalStructure.WINDOW + "; the shape of the " + whose + " samples is " + shape
                    + ": choose another metric or larger images");
        }
        FeatureChecks.requireCount(whose, shape.dim(0), name(), 2);
        int size = shape.size() / shape.dim(0);
        for (int i = 0; i < shape.size(); i++) {
            if (!Double.isFinite(images.get(i))) {
                throw new IllegalArgumentException("a value of " + whose + " sample " + i / size + " is "
                        + images.get(i) + ", and " + name() + " needs finite numbers: check the sample");
            }
        }
    }

    /** Returns the samples of each class that has two or more. */
    private static List<int[]> groups(int[] labels) {
        return Arrays.stream(labels)
                .filter(k -> k >= 0)
                .distinct()
                .sorted()
                .mapToObj(k -> IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == k)
                        .toArray())
                .filter(group -> group.length > 1)
                .toList();
    }

    private static int[][] drawn(Draw draw, int[] group, int count) {
        int[][] drawn = new int[count][2];
        for (int[] pair : drawn) {
            int first = draw.below(group.length);
            int other = draw.below(group.length - 1);
            pair[0] = group[first];
            pair[1] = group[other < first ? other : other + 1];
        }
        return drawn;
    }

    private static DrawnPairs similarities(TensorData images, int[][] drawn) {
        return new DrawnPairs(
                drawn,
                Arrays.stream(drawn)
                        .parallel()
                        .mapToDouble(pair -> similarity(image(images, pair[0]), image(images, pair[1])))
                        .toArray());
    }

    private static double similarity(PixelView.Planes one, PixelView.Planes other) {
        int scales = MultiscaleSimilarity.scales(Math.min(one.height(), one.width()));
        double sum = 0;
        for (int plane = 0; plane < one.count(); plane++) {
            sum += MultiscaleSimilarity.similarity(
                    one.plane(plane, 0), other.plane(plane, 0), one.height(), one.width(), scales);
        }
        return sum / one.count();
    }

    private static PixelView.Planes image(TensorData images, int row) {
        Shape s = images.shape();
        TensorData image = TensorData.of(images.rows(row, row + 1).toFloats(), Shape.of(s.dim(1), s.dim(2), s.dim(3)));
        return new PixelView(ImageColor.RGB, 0, false).planes("ms-ssim-diversity", image, LocalStructure.WINDOW);
    }
}
