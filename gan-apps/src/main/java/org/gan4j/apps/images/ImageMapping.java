package org.gan4j.apps.images;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.InferenceRunner.Prepared;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A network from images to images of the same size, applied to images of any size, each as a whole. It is prepared once
 * per size. If it needs sides in multiples of a number, images are extended by mirroring at the right and at the bottom,
 * and the results cut. Thread-safe.
 */
public final class ImageMapping {
    /** The most pixels of an image: it is mapped as a whole, and every layer takes its share of memory. */
    public static final int MOST_PIXELS = 4_000_000;

    private static final int MILLION = 1_000_000;
    private static final int RANK = 4;

    private final InferenceRunner runner;
    private final Network network;
    private final String input;
    private final int from;
    private final int to;
    private final int largest;
    private int multiple;
    private final Map<Shape, Prepared> bySize = new ConcurrentHashMap<>();

    /**
     * Creates the mapping by a network.
     *
     * @param runner runs the network
     * @param network the network
     * @param input the name of its input
     * @param from the channels of its inputs: 1 for gray, 3 for red, green and blue
     * @param to the channels of its outputs, 1 or 3
     * @param multiple a number whose multiples the network allows as height and width, a power of two. It may need less:
     *     the smallest power of two that it allows is found out
     */
    public ImageMapping(InferenceRunner runner, Network network, String input, int from, int to, int multiple) {
        this.runner = runner;
        this.network = network;
        this.input = input;
        this.from = from;
        this.to = to;
        this.largest = multiple;
    }

    /**
     * Creates the mapping by a network that was trained to map one field into another. Its halvings may need multiples of a
     * power of two, but of none that does not divide the height and width of training.
     */
    public static ImageMapping of(InferenceRunner runner, Network network, Field from, Field to) {
        Shape image = from.shape();
        int multiple = Integer.lowestOneBit(image.dim(1) | image.dim(2));
        return new ImageMapping(
                runner, network, from.name(), image.dim(0), to.shape().dim(0), multiple);
    }

    /**
     * Maps images of one size.
     *
     * @param images [N,C,H,W] in [-1, 1]
     * @return the results, of the same height and width
     * @throws IllegalArgumentException if the images have other channels than the network's inputs, or a size that it does
     *     not allow, or if the weights are {@link Weights#EMA} and this GAN keeps no moving average of the network
     */
    public TensorData map(TensorData images, Weights weights) {
        Shape shape = images.shape();
        if (shape.rank() != RANK || shape.dim(1) != from || shape.size() == 0) {
            throw new IllegalArgumentException(
                    "the network " + network.name() + " needs images [N, " + from + ", H, W], not " + shape);
        }
        return bySize.computeIfAbsent(shape.without(0), this::prepared).run(Map.of(input, images), weights);
    }

    /**
     * Maps images of any sizes, those of one size together. They are made gray or colored as the network needs it. The
     * results have 8 bits.
     *
     * @return the results, in the same order
     * @throws IllegalArgumentException if one has more than {@link #MOST_PIXELS}, or as {@link #map(TensorData, Weights)}
     */
    public List<BufferedImage> map(List<PixelImage> images, Weights weights) {
        Map<Shape, List<Integer>> sizes = new LinkedHashMap<>();
        for (int i = 0; i < images.size(); i++) {
            sizes.computeIfAbsent(extended(images.get(i)), any -> new ArrayList<>())
                    .add(i);
        }
        List<BufferedImage> all = new ArrayList<>(Collections.nCopies(images.size(), null));
        sizes.forEach((shape, places) -> {
            TensorData batch = TensorData.joined(places.stream()
                    .map(place -> MirroredImage.of(channels(images.get(place)), shape.dim(1), shape.dim(2)))
                    .toList());
            TensorData mapped = map(batch, weights);
            for (int i = 0; i < places.size(); i++) {
                PixelImage image = images.get(places.get(i));
                TensorData result = MirroredImage.cut(mapped.rows(i, i + 1), image.height(), image.width());
                all.set(places.get(i), ImageGrid.single(result, 0));
            }
        });
        return all;
    }

    /**
     * Maps an image.
     *
     * @throws IllegalArgumentException as {@link #map(List, Weights)}
     */
    public BufferedImage map(PixelImage image, Weights weights) {
        return map(List.of(image), weights).get(0);
    }

    /**
     * Returns the comparison of the results for rows of data with another field.
     *
     * @param to the field that they should resemble
     */
    public Comparison compared(Field to, Pairing pairing) {
        return new Comparison(
                to, pairing, LatentSpace.none(), (rows, latents, weights) -> map(rows.get(input), weights));
    }

    /**
     * Requires that an image is small enough to be mapped.
     *
     * @throws IllegalArgumentException if it has more than {@link #MOST_PIXELS}
     */
    public static void requireFits(PixelImage image) {
        requireFits(image, image.height(), image.width());
    }

    private static void requireFits(PixelImage image, long height, long width) {
        if ((long) image.height() * image.width() > MOST_PIXELS || height * width > 2L * MOST_PIXELS) {
            throw new IllegalArgumentException("an image of " + image.width() + "×" + image.height() + " is too large,"
                    + " since it is mapped as a whole, as " + width + "×" + height + " pixels: reduce it to at most "
                    + MOST_PIXELS / MILLION + " million pixels");
        }
    }

    private PixelImage channels(PixelImage image) {
        return from == 1 ? image.gray() : image.colored();
    }

    /** Returns the shape of an image after it is extended. */
    private Shape extended(PixelImage image) {
        long height = raised(image.height());
        long width = raised(image.width());
        requireFits(image, height, width);
        return Shape.of(from, height, width);
    }

    private long raised(int side) {
        return ((long) side + multiple() - 1) / multiple() * multiple();
    }

    /** Returns the smallest power of two that the network allows as a difference between sizes. */
    private synchronized int multiple() {
        if (multiple == 0) {
            multiple = 1;
            while (multiple < largest && !allows(2 * largest + multiple)) {
                multiple *= 2;
            }
        }
        return multiple;
    }

    private boolean allows(int side) {
        Shape image = Shape.of(from, side, side);
        try {
            return output(image).output().equals(image.with(0, to));
        } catch (IllegalArgumentException misfit) {
            return false;
        }
    }

    private Prepared output(Shape image) {
        return runner.prepare(List.of(new Field(input, DType.FLOAT, image)), (parameters, in) -> network.apply(
                        parameters, ForwardPass.inference(), Inputs.of(in.get(input)))
                .value());
    }

    private Prepared prepared(Shape image) {
        Shape output;
        Prepared prepared;
        try {
            prepared = output(image);
            output = prepared.output();
        } catch (IllegalArgumentException misfit) {
            throw new IllegalArgumentException(
                    "the network " + network.name() + " does not allow images of " + image.dim(2) + "×" + image.dim(1)
                            + " pixels (" + misfit.getMessage() + "): resize them to those that it was trained with",
                    misfit);
        }
        if (!output.equals(image.with(0, to))) {
            throw new IllegalArgumentException("the network " + network.name() + " makes " + output + " of an image "
                    + image + ": resize the images to those that it was trained with");
        }
        return prepared;
    }
}
