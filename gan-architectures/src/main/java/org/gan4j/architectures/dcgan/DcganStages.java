package org.gan4j.architectures.dcgan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.architectures.layers.Channels;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.SelfAttention;
import org.gan4j.tensor.Shape;

/**
 * The halvings of an image in DCGAN: as long as both sides are even and the shorter one keeps at least 4 pixels, but at
 * least two. 64×64 becomes 4×4, 28×28 becomes 7×7.
 *
 * @param channels the image's channels
 * @param height the height of the smallest feature map
 * @param width the width of the smallest feature map
 * @param count the number of halvings
 */
record DcganStages(int channels, int height, int width, int count) {
    /** A depth that is derived from the image size. */
    static final int AUTO = 0;

    private static final int DOUBLINGS_AT_64 = 3;
    private static final int FEWEST = 2;
    private static final int SMALLEST = 4;

    /**
     * Returns one message per problem of a sample's shape or of the depth.
     *
     * @param depth the number of halvings; 0 derives it from the image size
     */
    static List<String> problems(Shape sample, int depth) {
        List<String> problems = new ArrayList<>();
        if (sample.rank() != 3) {
            problems.add("DCGAN generates images, channels×height×width; the data have shape " + sample
                    + ": choose another architecture");
        } else if (sample.dim(1) % 4 != 0 || sample.dim(2) % 4 != 0 || sample.size() == 0) {
            problems.add("DCGAN needs a height and width divisible by 4; the data are " + sample.dim(1) + "×"
                    + sample.dim(2) + ": resize or pad them");
        } else if (depth < 0 || depth > most(sample)) {
            problems.add("DCGAN cannot halve " + sample.dim(1) + "×" + sample.dim(2) + " images " + depth
                    + " times: choose a depth from 1 to " + most(sample) + ", or 0 to derive it from the image size");
        }
        return problems;
    }

    private static int most(Shape sample) {
        return Math.min(Integer.numberOfTrailingZeros(sample.dim(1)), Integer.numberOfTrailingZeros(sample.dim(2)));
    }

    /** Returns a message if instance normalization would normalize single pixels, which always gives 0. */
    static List<String> normProblems(Shape sample, int depth, Normalization normalization) {
        if (normalization != Normalization.INSTANCE || !problems(sample, depth).isEmpty()) {
            return List.of();
        }
        DcganStages stages = of(sample, depth);
        return stages.height() * stages.width() > 1
                ? List.of()
                : List.of("DCGAN of depth " + stages.count() + " reduces " + sample.dim(1) + "×" + sample.dim(2)
                        + " to one pixel, which instance normalization always sets to 0: choose a smaller depth"
                        + " or another normalization");
    }

    /** Returns a message if there is no feature map of the height that is chosen for attention. */
    static List<String> attentionProblems(String network, int attention, Shape sample, int depth) {
        if (!problems(sample, depth).isEmpty()) {
            return List.of();
        }
        DcganStages stages = of(sample, depth);
        Shape largest = Shape.of(sample.dim(1) / 2, sample.dim(2) / 2);
        return SelfAttention.problems(network, attention, largest, stages.count());
    }

    /** Returns the largest number of channels that doubling may reach, decided if it is left open. */
    static int maxWidth(int maxWidth, int width, Shape sample, int depth) {
        return Channels.limit(maxWidth, width, of(sample, depth).count() - 1, DOUBLINGS_AT_64, sample);
    }

    static DcganStages of(Shape sample, int depth) {
        int height = sample.dim(1);
        int width = sample.dim(2);
        int count = 0;
        while (depth == AUTO
                ? height % 2 == 0 && width % 2 == 0 && (count < FEWEST || Math.min(height, width) / 2 >= SMALLEST)
                : count < depth) {
            height /= 2;
            width /= 2;
            count++;
        }
        return new DcganStages(sample.dim(0), height, width, count);
    }
}
