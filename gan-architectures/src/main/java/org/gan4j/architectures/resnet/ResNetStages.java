package org.gan4j.architectures.resnet;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.architectures.layers.SelfAttention;
import org.gan4j.tensor.Shape;

/**
 * The halvings of an image in a residual network; a generator doubles as often.
 *
 * @param height the height of the smallest feature map
 * @param width the width of the smallest feature map
 * @param count the number of halvings
 */
record ResNetStages(int height, int width, int count) {
    /** A number that is derived from the image size. */
    static final int AUTO = 0;

    /**
     * Returns one message per problem of a sample's shape or of the depth.
     *
     * @param depth the number of halvings; 0 derives it from the image size
     */
    static List<String> problems(Shape sample, int depth) {
        List<String> problems = new ArrayList<>();
        if (sample.rank() != 3) {
            problems.add("ResNet generates images, channels×height×width; the data have shape " + sample
                    + ": choose another architecture, such as Mlp");
        } else if (sample.dim(1) % 2 != 0 || sample.dim(2) % 2 != 0 || sample.size() == 0) {
            problems.add("ResNet needs an even height and width; the data are " + sample.dim(1) + "×" + sample.dim(2)
                    + ": resize or pad them");
        } else if (depth < 0 || depth > most(sample)) {
            problems.add("ResNet cannot halve " + sample.dim(1) + "×" + sample.dim(2) + " images " + depth
                    + " times: choose a depth from 1 to " + most(sample) + ", or 0 to derive it from the image size");
        }
        return problems;
    }

    /**
     * Returns a message if there is no feature map of the height that is chosen for attention.
     *
     * @param smallest the least length of the shorter side that depth 0 leaves
     * @param whole whether the largest feature map has the size of the image, as in a generator, or half of it
     */
    static List<String> attentionProblems(
            String network, int attention, Shape sample, int depth, int smallest, boolean whole) {
        if (!problems(sample, depth).isEmpty()) {
            return List.of();
        }
        int by = whole ? 1 : 2;
        Shape largest = Shape.of(sample.dim(1) / by, sample.dim(2) / by);
        return SelfAttention.problems(
                network, attention, largest, of(sample, depth, smallest).count());
    }

    private static int most(Shape sample) {
        return Math.min(Integer.numberOfTrailingZeros(sample.dim(1)), Integer.numberOfTrailingZeros(sample.dim(2)));
    }

    /**
     * Returns the stages of a given depth; depth 0 halves at least once, then as long as both sides stay whole and large
     * enough.
     *
     * @param depth the number of halvings; 0 derives it from the image size
     * @param smallest the least length of the shorter side that depth 0 leaves
     */
    static ResNetStages of(Shape sample, int depth, int smallest) {
        int shorter = Math.min(sample.dim(1), sample.dim(2));
        int count = depth;
        if (depth == AUTO) {
            count = 1;
            while (count < most(sample) && shorter >> (count + 1) >= smallest) {
                count++;
            }
        }
        return new ResNetStages(sample.dim(1) >> count, sample.dim(2) >> count, count);
    }
}
