package org.gan4j.api.game;

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
public record SamplePreview(int count, OptionalInt columns, Function<UpdateContext, Tensor> samples) {
    public SamplePreview {
        if (count < 1) {
            throw new IllegalArgumentException("an exhibit shows at least 1 sample, not " + count);
        }
    }

    /** So many in a grid of any form. */
    public static SamplePreview of(int count, Function<UpdateContext, Tensor> samples) {
        return new SamplePreview(count, OptionalInt.empty(), samples);
    }

    /** Rows of so many. */
    public static SamplePreview rows(int rows, int columns, Function<UpdateContext, Tensor> samples) {
        return new SamplePreview(Math.multiplyExact(rows, columns), OptionalInt.of(columns), samples);
    }
}
