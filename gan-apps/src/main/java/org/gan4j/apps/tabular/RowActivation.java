package org.gan4j.apps.tabular;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.tables.Block;
import org.gan4j.tensor.Tensor;

/**
 * The end of a generator of rows: tanh for numbers, and the Gumbel softmax for choices (<a
 * href="https://arxiv.org/abs/1611.01144">Jang et al. 2017</a>), softmax((l + g) / τ), whose largest element is chosen with the
 * probability softmax(l).
 *
 * @param temperature τ, above 0; the smaller, the nearer to a one-hot
 */
record RowActivation(List<Block> blocks, double temperature) {
    /** Keeps the logarithms of a uniform number finite. */
    private static final double LEAST = 1e-7;

    /** Returns numbers of Gumbel's distribution, -log(-log(u)) of uniform ones. */
    static Tensor gumbel(Tensor uniform) {
        return uniform.clamp(LEAST, 1 - LEAST).log().neg().log().neg();
    }

    /** Returns a number of Gumbel's distribution, of a uniform one. */
    static float gumbel(double uniform) {
        return (float) -Math.log(-Math.log(Math.max(LEAST, Math.min(1 - LEAST, uniform))));
    }

    /** Returns how many of the numbers of a row are parts of a choice. */
    int choices() {
        return blocks.stream()
                .filter(block -> block.kind() == Block.Kind.CHOICE)
                .mapToInt(Block::width)
                .sum();
    }

    /**
     * Returns rows.
     *
     * @param raw [N, D]
     * @param gumbel random numbers g of Gumbel's distribution, [N, choices]
     */
    Tensor apply(Tensor raw, Tensor gumbel) {
        List<Tensor> parts = new ArrayList<>();
        int drawn = 0;
        for (Block block : blocks) {
            Tensor part = part(raw, block);
            if (block.kind() == Block.Kind.NUMBER) {
                parts.add(part.tanh());
            } else {
                Tensor noise = gumbel.slice(1, drawn, drawn + block.width());
                parts.add(part.add(noise).mul(1 / temperature).softmax(1));
                drawn += block.width();
            }
        }
        return Tensor.concat(1, parts);
    }

    static Tensor part(Tensor rows, Block block) {
        return rows.slice(1, block.offset(), block.offset() + block.width());
    }
}
