package org.gan4j.architectures.r3gan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;

/**
 * The sizes of R3GAN's feature maps: that of the image, halved while both sides are even and the shorter one keeps at
 * least 4 pixels. 64×64 becomes 4×4, 28×28 becomes 7×7.
 *
 * @param height the height of the smallest feature map
 * @param width the width of the smallest feature map
 * @param count the number of halvings
 */
record R3GanStages(int height, int width, int count) {
    /** A depth that is derived from the image size. */
    static final int AUTO = 0;

    private static final int SMALLEST = 4;

    /**
     * Returns one message per problem of a sample's shape or of the depth.
     *
     * @param depth the number of halvings; 0 derives it from the image size
     */
    static List<String> problems(Shape sample, int depth) {
        List<String> problems = new ArrayList<>();
        if (sample.rank() != 3 || sample.size() == 0) {
            problems.add("R3GAN generates images, channels×height×width; the data have shape " + sample
                    + ": choose another architecture, such as mlp");
            return problems;
        }
        String size = sample.dim(1) + "×" + sample.dim(2);
        int most = most(sample);
        if (most == 0 && Math.min(sample.dim(1), sample.dim(2)) >= 2 * SMALLEST) {
            problems.add("R3GAN needs an even height and width; the data are " + size + ": resize or pad them");
        } else if (depth < 0 || depth > most) {
            problems.add("R3GAN cannot halve " + size + " images " + depth + " times: choose "
                    + (most == 0 ? "" : "a depth from 1 to " + most + ", or ")
                    + "0 to derive it from the image size");
        }
        return problems;
    }

    private static int most(Shape sample) {
        return Math.min(Integer.numberOfTrailingZeros(sample.dim(1)), Integer.numberOfTrailingZeros(sample.dim(2)));
    }

    static R3GanStages of(Shape sample, int depth) {
        int shorter = Math.min(sample.dim(1), sample.dim(2));
        int count = depth;
        if (depth == AUTO) {
            while (count < most(sample) && shorter >> (count + 1) >= SMALLEST) {
                count++;
            }
        }
        return new R3GanStages(sample.dim(1) >> count, sample.dim(2) >> count, count);
    }
}
