package org.gan4j.architectures.progressive;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;

/**
 * The sizes of a network that grows, from the smallest, which has an odd height or width or less than 8 pixels, to that
 * of the image. Each size has twice the height and width of the one before. Names and channels depend on the size alone,
 * so that the networks of two images of which one is a reduction of the other share variables.
 *
 * @param height the smallest height
 * @param width the smallest width
 * @param count the number of sizes
 * @param base the number of channels times the larger side of the image, a power of 2 or rounded up to one
 * @param maxWidth the most channels
 */
public record Ladder(int height, int width, int count, int base, int maxWidth) {
    private static final int LEAST = 4;

    /**
     * Returns one message per problem of an image's shape.
     *
     * @param network the network in the messages, such as "the progressive generator"
     */
    public static List<String> problems(String network, Shape sample, int base, int maxWidth) {
        List<String> problems = new ArrayList<>();
        if (sample.rank() != 3) {
            problems.add(network + " is for images, channels×height×width; the data have shape " + sample
                    + ": choose another architecture, such as Mlp");
        } else if (Math.min(sample.dim(1), sample.dim(2)) < LEAST) {
            problems.add(network + " needs images of at least 4×4 pixels; the data are " + sample.dim(1) + "×"
                    + sample.dim(2) + ": resize them");
        }
        if (base < 1 || maxWidth < 1) {
            problems.add(network + " needs a base and a maxWidth of at least 1, not " + base + " and " + maxWidth
                    + ": 16384 and 512 in the paper");
        }
        return problems;
    }

    /** Returns the sizes for images of this shape, C×H×W, without channels. */
    public static Ladder of(Shape sample) {
        return of(sample, 1, 1);
    }

    /** Returns the sizes for images of this shape, C×H×W. */
    public static Ladder of(Shape sample, int base, int maxWidth) {
        int height = sample.dim(1);
        int width = sample.dim(2);
        int count = 1;
        while (height % 2 == 0 && width % 2 == 0 && Math.min(height, width) / 2 >= LEAST) {
            height /= 2;
            width /= 2;
            count++;
        }
        return new Ladder(height, width, count, base, maxWidth);
    }

    /** Returns a size, counted from 0, as the shape of images with this many channels. */
    public Shape image(int colors, int index) {
        return Shape.of(colors, height << index, width << index);
    }

    /** Returns the name of a size, counted from 0, such as {@code 7x7}. */
    public String name(int index) {
        return (height << index) + "x" + (width << index);
    }

    /** Returns the number of channels of a size, counted from 0. */
    public int channels(int index) {
        int side = Math.max(height, width) << index;
        int power = Integer.highestOneBit(2 * side - 1);
        return Math.max(1, Math.min(base / power, maxWidth));
    }

    /** Returns the number of pixels of the smallest size. */
    public int places() {
        return height * width;
    }
}
