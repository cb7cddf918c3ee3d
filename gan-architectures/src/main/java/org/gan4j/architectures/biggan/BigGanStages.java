package org.gan4j.architectures.biggan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.architectures.layers.SelfAttention;
import org.gan4j.tensor.Shape;

/**
 * The halvings of an image in BigGAN, as long as both sides are even and the shorter one keeps at least 4 places; a
 * generator doubles as often.
 *
 * @param height the height of the smallest feature map
 * @param width the width of the smallest feature map
 * @param count the number of halvings
 */
record BigGanStages(int height, int width, int count) {
    private static final int SMALLEST = 4;
    private static final int PAPERS_ATTENTION = 64;
    /** The number of doublings up to which the widths are constant: images up to 32×32. */
    private static final int CONSTANT = 3;

    private static final int FACTOR = 4;
    private static final int CRITICS_HALVINGS = 2;

    /** The factors on the width of the generator, from the first layer on, by doublings from 4: tables 4 to 6. */
    private static final int[][] GENERATOR = {
        {16, 16, 8, 4, 2}, {16, 16, 8, 4, 2, 1}, {16, 16, 8, 8, 4, 2, 1}, {16, 16, 8, 8, 4, 2, 1, 1}
    };

    /** The factors on the width of each of the critic's blocks, the last of which keeps the size. */
    private static final int[][] CRITIC = {
        {1, 2, 4, 8, 16}, {1, 2, 4, 8, 16, 16}, {1, 2, 4, 8, 8, 16, 16}, {1, 1, 2, 4, 8, 8, 16, 16}
    };

    static BigGanStages of(Shape sample) {
        int count = 0;
        int height = sample.dim(1);
        int width = sample.dim(2);
        while (height % 2 == 0 && width % 2 == 0 && (count == 0 || Math.min(height, width) / 2 >= SMALLEST)) {
            height /= 2;
            width /= 2;
            count++;
        }
        return new BigGanStages(height, width, count);
    }

    /** Returns one message per problem of a sample's shape. */
    static List<String> problems(Shape sample) {
        List<String> problems = new ArrayList<>();
        if (sample.rank() != 3) {
            problems.add("BigGAN generates images, channels×height×width; the data have shape " + sample
                    + ": choose another architecture, such as Mlp");
        } else if (sample.dim(1) % 2 != 0 || sample.dim(2) % 2 != 0 || sample.size() == 0) {
            problems.add("BigGAN needs an even height and width; the data are " + sample.dim(1) + "×" + sample.dim(2)
                    + ": resize or pad them");
        } else if (of(sample).count - CONSTANT > GENERATOR.length) {
            problems.add("BigGAN has no widths for images of " + sample.dim(1) + "×" + sample.dim(2)
                    + ", which it would halve " + of(sample).count + " times: resize them to 512×512 or less");
        }
        return problems;
    }

    /**
     * Returns a message if there is no feature map of the height that is chosen for attention.
     *
     * @param whole whether the largest feature map has the size of the image, as in the generator, or half of it
     */
    static List<String> attentionProblems(String network, int attention, Shape sample, boolean whole) {
        int by = whole ? 1 : 2;
        int maps = whole ? of(sample).count : of(sample).criticsHalvings();
        return attention == BigGan.AUTO
                ? List.of()
                : SelfAttention.problems(network, attention, Shape.of(sample.dim(1) / by, sample.dim(2) / by), maps);
    }

    /** Returns the height of the feature map after which attention stands, decided if it is left open. */
    static int attention(int chosen, Shape sample) {
        if (chosen != BigGan.AUTO) {
            return chosen;
        }
        int height = sample.dim(1) > PAPERS_ATTENTION ? PAPERS_ATTENTION : sample.dim(1) / 2;
        boolean possible = attentionProblems("", height, sample, true).isEmpty()
                && attentionProblems("", height, sample, false).isEmpty();
        return possible ? height : SelfAttention.NONE;
    }

    /** Returns the channels of the generator, of its first layer and of each block. */
    int[] generator(int width) {
        int[] factors = new int[count + 1];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = width * (count <= CONSTANT ? FACTOR : GENERATOR[count - CONSTANT - 1][i]);
        }
        return factors;
    }

    /** Returns the channels of each of the critic's blocks. */
    int[] critic(int width) {
        int[] factors = new int[count <= CONSTANT ? criticsHalvings() + 2 : count + 1];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = width * (count <= CONSTANT ? FACTOR : CRITIC[count - CONSTANT - 1][i]);
        }
        return factors;
    }

    /** Returns the number of the critic's blocks that halve. */
    int criticsHalvings() {
        return count <= CONSTANT ? Math.min(CRITICS_HALVINGS, count) : count;
    }
}
