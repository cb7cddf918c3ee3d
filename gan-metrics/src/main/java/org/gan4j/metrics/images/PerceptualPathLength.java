package org.gan4j.metrics.images;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;

/**
 * The perceptual path length of StyleGAN (<a href="https://arxiv.org/abs/1812.04948">Karras et al. 2019</a>, section
 * 4.1): the change of images along paths between latents. A generator whose images change abruptly, by parts that are
 * in neither of the ends, has long paths.
 *
 * <pre>
 * path-length = E[d(G(z(t)), G(z(t + ε))) / ε²]
 * </pre>
 *
 * with z(t) between two random latents, on a great circle if they lie around a sphere and else straight, and the
 * distance d of {@link TrunkDistance}, which is a squared one as in the paper. It is <b>not</b> the paper's LPIPS in
 * VGG-16, images are neither cropped nor reduced, and no pairs are left out as outliers, so the numbers compare
 * generators with each other and not with papers. Paths are those between inputs of the generator, the paper's Z. Both
 * images of a pair are of one class or text, since a generator of classes takes those of the data's rows in order.
 *
 * <p>The result is {@code path-length} with the trunk and, for END, {@code .end}; with {@code .error} it is the
 * standard error of the mean.
 *
 * @param pairs the number of paths; 1,000 by default, 100,000 in the paper
 * @param places the places on a path; FULL by default
 * @param epsilon ε; 1e-4 by default, as in the paper. Single precision allows it: on two generators of random weights,
 *     the lengths for 3e-4, 1e-4 and 3e-5 differ by less than 0.7 %, a fifth of the standard error of 100 paths
 * @param trunk the network of the distance; MOBILENET_V2 by default
 * @param folder the folder of fetched weights, {@code data/perceptual-net} by default; MOBILENET_V2 needs none
 */
public record PerceptualPathLength(int pairs, PathPlaces places, double epsilon, PretrainedTrunk trunk, String folder)
        implements Metric {
    private static final String NAME = "path-length";
    private static final int BATCH = 50;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if {@code pairs} is less than 2, or {@code epsilon} not above 0 and at most 0.1
     */
    public PerceptualPathLength {
        if (pairs < 2 || !(epsilon > 0 && epsilon <= 0.1)) {
            throw new IllegalArgumentException(
                    NAME + " needs at least 2 pairs and an epsilon above 0, at most 0.1; got " + pairs
                            + " pairs and epsilon " + epsilon + ": the defaults are 1000 and 0.0001");
        }
    }

    /** Returns the length of 1,000 paths in the MobileNetV2 inside this library. */
    public static PerceptualPathLength standard() {
        return new PerceptualPathLength(
                1000, PathPlaces.FULL, 1e-4, PretrainedTrunk.MOBILENET_V2, "data/perceptual-net");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "how fast images change along paths between latents (on request)";
    }

    @Override
    public Optional<String> network() {
        return Optional.of(trunk.network());
    }

    @Override
    public Given given() {
        return Given.SAMPLES;
    }

    @Override
    public boolean isOnRequest() {
        return true;
    }

    /** Returns the number of images at both places of each path. */
    @Override
    public OptionalInt ownCount() {
        return OptionalInt.of(2 * pairs);
    }

    @Override
    public boolean appliesTo(Comparison comparison) {
        return comparison.pairing() == Comparison.Pairing.DISTRIBUTION
                && comparison.latents().size() > 0
                && comparison.with().isImage()
                && new PixelView(ImageColor.Y, 0, false).shows(comparison.with().shape(), trunk.smallestSide());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there is no generator with latents, if an image is not finite, or if the
     *     folder has no weights of the trunk
     * @throws java.io.UncheckedIOException if the weights cannot be read
     */
    @Override
    public Map<String, Double> measure(MetricInput in) {
        MetricInput.Generator generator = in.generator()
                .filter(given -> given.latents().size() > 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        NAME + " needs a generator with latents, not samples alone: evaluate a run"));
        try (Session session = Engines.preferred().open();
                TrunkDistance distance = new TrunkDistance(session, trunk.read(Path.of(folder)), List.of())) {
            String name = NAME + "." + distance.resultName().substring(PerceptualDistance.NAME.length() + 1)
                    + (places == PathPlaces.FULL ? "" : "." + places.name().toLowerCase(Locale.ROOT));
            double[] lengths = lengths(generator, distance, in.seed());
            Map<String, Double> values = new LinkedHashMap<>();
            values.put(name, MeanOverPairs.mean(lengths));
            values.put(name + ".error", MeanOverPairs.error(lengths));
            return values;
        }
    }

    /** Returns d/ε² for each pair. */
    double[] lengths(MetricInput.Generator generator, ImagePairMeasure distance, long seed) {
        LatentSpace space = generator.latents();
        float[] latents = space.rows(seed, 0, 2 * pairs);
        float[] times = new float[pairs];
        if (places == PathPlaces.FULL) {
            new Philox(seed, NAME, 0).uniforms(0, times, pairs);
        }
        double[] lengths = new double[pairs];
        for (int from = 0; from < pairs; from += BATCH) {
            int count = Math.min(BATCH, pairs - from);
            float[] starts = new float[count * space.size()];
            float[] ends = new float[count * space.size()];
            for (int i = 0; i < count; i++) {
                int pair = from + i;
                LatentPath path = new LatentPath(
                        latents,
                        2 * pair,
                        2 * pair + 1,
                        space.size(),
                        space.distribution().isSpherical());
                path.write(times[pair], starts, i * space.size());
                path.write(times[pair] + epsilon, ends, i * space.size());
            }
            // two calls of equal size: row i of both has the same class, if the generator is one of classes
            Shape shape = Shape.of(count, space.size());
            TensorData first = generator.samples(TensorData.of(starts, shape));
            TensorData second = generator.samples(TensorData.of(ends, shape));
            for (int i = 0; i < count; i++) {
                double d = distance.of(MeanOverPairs.image(first, i), MeanOverPairs.image(second, i));
                lengths[from + i] = finite(d) / (epsilon * epsilon);
            }
        }
        return lengths;
    }

    private static double finite(double distance) {
        if (!Double.isFinite(distance)) {
            throw new IllegalArgumentException("the distance of two images is " + distance + ", and " + NAME
                    + " needs finite images: check the samples of the generator");
        }
        return distance;
    }
}
