package org.gan4j.api;

import java.util.OptionalInt;
import java.util.function.Function;
import org.gan4j.tensor.Tensor;

/**
 * How samples are shown while training: always the same ones, so that steps can be compared.
 *
 * @param count how many: the batch size of the move
 * @param columns how many belong into a row of a grid; any number if empty
 * @param samples makes them, [N,C,H,W] in [-1, 1] if they are pictures. The move is for inference: its networks are
 *     applied without training, its random streams give the same numbers each time, its data are the first samples of
 *     the data, and its round is how many are done
 */
public record Exhibit(int count, OptionalInt columns, Function<Move, Tensor> samples) {
    public Exhibit {
        if (count < 1) {
            throw new IllegalArgumentException("an exhibit shows at least 1 sample, not " + count);
        }
    }

    /** So many in a grid of any form. */
    public static Exhibit of(int count, Function<Move, Tensor> samples) {
        return new Exhibit(count, OptionalInt.empty(), samples);
    }

    /** Rows of so many. */
    public static Exhibit rows(int rows, int columns, Function<Move, Tensor> samples) {
        return new Exhibit(Math.multiplyExact(rows, columns), OptionalInt.of(columns), samples);
    }
}
