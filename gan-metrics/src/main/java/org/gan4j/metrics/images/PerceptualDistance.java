package org.gan4j.metrics.images;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Session;

/**
 * The distance of images and their reconstructions in the features of a pretrained network: the mean of {@link
 * TrunkDistance} over pairs. It prefers sharp textures where PSNR and SSIM prefer blur. The name of the result contains
 * the trunk, {@code perceptual-distance.mobilenet-v2}, and its layers if they are not all of it; with {@code .error} it
 * is the standard error of the mean. It is computed by the preferred engine.
 *
 * <p>A trunk whose features a generator was trained on must not judge that generator: choose another one.
 *
 * @param trunk the network; MOBILENET_V2 by default
 * @param layers the names of its layers; none, the default, stands for all features of the trunk
 * @param folder the folder of the fetched weights, {@code data/perceptual-net} by default; MOBILENET_V2 needs none
 */
public record PerceptualDistance(PretrainedTrunk trunk, List<String> layers, String folder) implements Metric {
    static final String NAME = "perceptual-distance";

    private static final String FOLDER = "data/perceptual-net";

    public PerceptualDistance {
        layers = List.copyOf(layers);
    }

    /** Returns the distance in all four layers of the MobileNetV2 inside this library. */
    public static PerceptualDistance standard() {
        return new PerceptualDistance(PretrainedTrunk.MOBILENET_V2, List.of(), FOLDER);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "distance of images and their reconstructions in a pretrained network's features";
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
    public boolean appliesTo(Comparison comparison) {
        // any luminance is for 1 or 3 channels, like a trunk
        return MeanOverPairs.appliesTo(comparison)
                && new PixelView(ImageColor.Y, 0, false).shows(comparison.with().shape(), trunk.smallestSide());
    }

    /**
     * Returns the distance for single pairs of images of any size.
     *
     * @param session the session that computes; it stays open when the distance is closed
     * @throws IllegalArgumentException if the trunk has no such layer, or if the folder has no weights of it
     * @throws java.io.UncheckedIOException if the weights cannot be read
     */
    public TrunkDistance in(Session session) {
        return new TrunkDistance(session, trunk.read(Path.of(folder)), layers);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if these are not at least two pairs, if the trunk has no such layer, or if the
     *     folder has no weights of it
     * @throws java.io.UncheckedIOException if the weights cannot be read
     */
    @Override
    public Map<String, Double> measure(MetricInput in) {
        try (Session session = Engines.preferred().open();
                TrunkDistance distance = in(session)) {
            return MeanOverPairs.of(distance, in.real(), in.fake());
        }
    }
}
