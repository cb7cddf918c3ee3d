package org.gan4j.architectures.anime;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;

/** The halvings of an image by a critic; a generator doubles as often. */
final class AnimeStages {
    /** A number that is derived from the image size. */
    static final int AUTO = 0;

    private AnimeStages() {}

    /** Returns the number of times that both sides can be halved. */
    private static int most(Shape image) {
        return Math.min(Integer.numberOfTrailingZeros(image.dim(1)), Integer.numberOfTrailingZeros(image.dim(2)));
    }

    /**
     * Returns the number of halvings.
     *
     * @param depth the number that is set, or {@link #AUTO}, which halves at least once, then as long as both sides can be
     *     halved and the shorter one stays large enough
     * @param smallest the least length of the shorter side that AUTO leaves
     */
    static int of(Shape image, int depth, int smallest) {
        if (depth != AUTO) {
            return depth;
        }
        int shorter = Math.min(image.dim(1), image.dim(2));
        int count = 1;
        while (count < most(image) && shorter >> (count + 1) >= smallest) {
            count++;
        }
        return count;
    }

    /** Returns one message per problem of a network's width, and of the shape of images that it halves. */
    static List<String> problems(String network, Shape image, int width, int depth) {
        List<String> problems = new ArrayList<>();
        if (width < 1) {
            problems.add(network + " needs at least one channel, not " + width + ": choose a width of at least 1");
        }
        if (image.rank() != 3 || image.size() == 0) {
            problems.add(network + " is for images, channels×height×width; the data have shape " + image
                    + ": choose another architecture, such as Mlp");
        } else if (most(image) == 0) {
            problems.add(network + " needs an even height and width; the data are " + image.dim(1) + "×" + image.dim(2)
                    + ": resize or pad them");
        } else if (depth < 0 || depth > most(image)) {
            problems.add(network + " cannot halve " + image.dim(1) + "×" + image.dim(2) + " images " + depth
                    + " times: choose a depth from 1 to " + most(image) + ", or 0 to derive it from the image size");
        }
        return problems;
    }
}
