package org.gan4j.architectures.resnet;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.Shape;

/** How often a residual network halves or doubles a picture, and what is left. */
record ResNetStages(int height, int width, int count) {
    /** A number that is left open. */
    static final int AUTO = 0;

    /** @param depth how often; 0 leaves it open */
    static List<String> problems(Shape sample, int depth) {
        List<String> problems = new ArrayList<>();
        if (sample.rank() != 3) {
            problems.add("ResNet makes pictures, channels×height×width; the data have shape " + sample
                    + ": choose another architecture, such as Mlp");
        } else if (sample.dim(1) % 2 != 0 || sample.dim(2) % 2 != 0 || sample.size() == 0) {
            problems.add("ResNet needs an even height and width; the data are " + sample.dim(1) + "×" + sample.dim(2)
                    + ": resize or pad them");
        } else if (depth < 0 || depth > most(sample)) {
            problems.add("ResNet cannot halve " + sample.dim(1) + "×" + sample.dim(2) + " pictures " + depth
                    + " times: choose a depth from 1 to " + most(sample) + ", or 0 to leave it open");
        }
        return problems;
    }

    private static int most(Shape sample) {
        return Math.min(Integer.numberOfTrailingZeros(sample.dim(1)), Integer.numberOfTrailingZeros(sample.dim(2)));
    }

    /**
     * By a given depth, or at least once and as long as both sides stay whole and large enough.
     *
     * @param depth how often; 0 leaves it open
     * @param smallest what the shorter side must keep
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
