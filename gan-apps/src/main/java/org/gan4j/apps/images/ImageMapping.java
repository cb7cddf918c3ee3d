package org.gan4j.apps.images;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.PixelScaling;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.InferenceRunner.Prepared;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.TensorData;

/**
 * A network from images to images, applied to images of any size. The network is prepared once per size. It may need
 * sides in multiples of a power of two, so images are extended by mirroring at the right and at the bottom, and the
 * results cut. Thread-safe.
 */
public final class ImageMapping {
    /** The most pixels of an image that is mapped: it is mapped as a whole, and every layer takes its share of memory. */
    public static final int MOST_PIXELS = 4_000_000;

    private final InferenceRunner runner;
    private final Network network;
    private final Field from;
    private final Shape to;
    private final int multiple;
    private final Map<Shape, Prepared> bySize = new ConcurrentHashMap<>();

    /**
     * Creates the mapping by a network.
     *
     * @param runner runs the network
     * @param network the network
     * @param from the field of the images that it was trained to map, with 1 or 3 channels
     * @param to the shape of an image that it makes, with 1 or 3 channels and the same size
     */
    public ImageMapping(InferenceRunner runner, Network network, Field from, Shape to) {
        this.runner = runner;
        this.network = network;
        this.from = from;
        this.to = to;
        this.multiple = Integer.lowestOneBit(from.shape().dim(1) | from.shape().dim(2));
    }

    /** Maps images of the size in training, [N,C,H,W] in [-1, 1]. */
    public TensorData map(TensorData images, Weights weights) {
        Shape size = Shape.of(
                images.shape().dim(1), images.shape().dim(2), images.shape().dim(3));
        return bySize.computeIfAbsent(size, this::prepared).run(Map.of(from.name(), images), weights);
    }

    /**
     * Maps an image, which is made gray or colored as the network needs it. The result has 8 bits.
     *
     * @throws IllegalArgumentException if it has more than {@link #MOST_PIXELS}, or if the weights are {@link
     *     Weights#EMA} and this GAN keeps no moving average of the network
     */
    public BufferedImage map(PixelImage image, Weights weights) {
        int height = image.height();
        int width = image.width();
        if ((long) height * width > MOST_PIXELS) {
            throw new IllegalArgumentException("an image of " + width + "×" + height + " is too large, since it is"
                    + " mapped as a whole: reduce it to at most " + MOST_PIXELS / 1_000_000 + " million pixels");
        }
        PixelImage fitting = from.shape().dim(0) == 1 ? image.gray() : image.colored();
        TensorData mapped = map(extended(fitting), weights);
        return ImageGrid.single(cut(mapped, height, width), 0);
    }

    private Prepared prepared(Shape size) {
        Field input = new Field(from.name(), from.dtype(), size);
        try {
            return runner.prepare(List.of(input), (parameters, in) -> network.apply(
                            parameters, ForwardPass.inference(), Inputs.of(in.get(from.name())))
                    .value());
        } catch (ShapeException misfit) {
            throw new IllegalArgumentException(
                    "the network " + network.name() + " maps images of " + from.shape() + ", not of " + size
                            + ": give images of that size (" + misfit.getMessage() + ")",
                    misfit);
        }
    }

    /** Returns the image in [-1, 1], [1,C,H,W], mirrored at the right and at the bottom up to a multiple. */
    private TensorData extended(PixelImage image) {
        int height = raised(image.height());
        int width = raised(image.width());
        float[] values = new float[image.channels() * height * width];
        for (int i = 0; i < values.length; i++) {
            int channel = i / (height * width);
            int y = mirrored(i / width % height, image.height());
            int x = mirrored(i % width, image.width());
            values[i] = PixelScaling.scaled(image.levels()[(channel * image.height() + y) * image.width() + x]);
        }
        return TensorData.of(values, Shape.of(1, image.channels(), height, width));
    }

    private int raised(int side) {
        return (side + multiple - 1) / multiple * multiple;
    }

    /** Returns the position in 0 to n - 1 of a position that goes back and forth: 0 1 2 1 0 1 ... for 3. */
    private static int mirrored(int at, int n) {
        if (n == 1) {
            return 0;
        }
        int period = 2 * (n - 1);
        int within = at % period;
        return within < n ? within : period - within;
    }

    private TensorData cut(TensorData mapped, int height, int width) {
        int channels = to.dim(0);
        int rows = mapped.shape().dim(2);
        int columns = mapped.shape().dim(3);
        float[] whole = mapped.toFloats();
        float[] values = new float[channels * height * width];
        for (int row = 0; row < channels * height; row++) {
            int start = (row / height * rows + row % height) * columns;
            System.arraycopy(whole, start, values, row * width, width);
        }
        return TensorData.of(values, Shape.of(1, channels, height, width));
    }
}
