package org.gan4j.architectures.mlp;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.tensor.Shape;

/** What both networks of linear layers need. */
final class MlpShape {
    private MlpShape() {}

    static List<String> problems(String which, Shape sample, int layers, int width, Normalization normalization) {
        List<String> problems = new ArrayList<>();
        if (sample.size() == 0) {
            problems.add("the data have samples without numbers, " + sample + ": there is nothing to learn");
        }
        if (layers < 0 || width < 1) {
            problems.add("the MLP " + which + " needs 0 or more layers of at least one unit; these are " + layers
                    + " of " + width + ": 3 layers of 256 are usual");
        }
        if (normalization == Normalization.INSTANCE) {
            problems.add("the MLP " + which
                    + " cannot use Normalization.INSTANCE, which averages over places: use LAYER, BATCH or NONE");
        }
        return problems;
    }

    /** The lengths of a batch, the number of samples left open. */
    static long[] batch(Shape sample) {
        long[] dims = new long[sample.rank() + 1];
        dims[0] = -1;
        System.arraycopy(sample.dims(), 0, dims, 1, sample.rank());
        return dims;
    }
}
