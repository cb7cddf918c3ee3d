package org.gan4j.architectures.r3gan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Channels;
import org.gan4j.architectures.layers.Sequential;

/**
 * The channels and blocks that R3GAN's generator and critic have at each size.
 *
 * @param width channels at the size of the image
 * @param maxWidth the largest number of channels that doubling may reach
 * @param blocks the number of residual blocks at each size
 * @param expansion the factor by which a block widens its channels
 * @param groupWidth the channels of each group of a block's grouped convolution
 */
record R3GanWidths(int width, int maxWidth, int blocks, int expansion, int groupWidth) {
    /**
     * Returns one message per problem.
     *
     * @param network the network in the messages, such as "R3GAN's critic"
     * @param halvings the number of halvings
     */
    List<String> problems(String network, int halvings) {
        List<String> problems = new ArrayList<>();
        if (width < 1 || maxWidth < 1 || expansion < 1 || groupWidth < 1) {
            problems.add(network + " needs channels: its width (" + width + "), max width (" + maxWidth
                    + "), expansion (" + expansion + ") and group width (" + groupWidth + ") must be at least 1");
            return problems;
        }
        if (blocks < 0) {
            problems.add(network + " needs 0 or more blocks per size, not " + blocks + ": choose 2, as in the paper");
        }
        for (int i = 0; i <= halvings && problems.isEmpty(); i++) {
            int expanded = channels(i) * expansion;
            if (expanded > groupWidth && expanded % groupWidth != 0) {
                problems.add(network + " cannot divide the " + expanded + " channels of a block (" + channels(i)
                        + " widened by " + expansion + ") into groups of " + groupWidth
                        + ": choose a width whose product with the expansion is divisible by the group width");
            }
        }
        return problems;
    }

    /** Returns the channels after a number of halvings of the image. */
    int channels(int halvings) {
        return Channels.doubled(width, halvings, maxWidth);
    }

    /**
     * Adds the blocks of one size.
     *
     * @param size the name of the size, which begins the names of their variables
     * @param halvings the number of halvings that lead to it
     * @param sizes the number of all sizes, over which the initial values are balanced
     */
    void add(Sequential.Builder network, String size, int halvings, int sizes) {
        int channels = channels(halvings);
        int groups = Math.max(1, channels * expansion / groupWidth);
        VariableScope scope = network.scope(size);
        for (int i = 1; i <= blocks; i++) {
            network.add(new R3GanBlock(scope.child("block" + i), channels, expansion, groups, blocks * sizes));
        }
    }
}
