package org.gan4j.architectures.mlp;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.tensor.Shape;

/** Checks and shapes that the generator and the critics of linear layers share. */
final class MlpShape {
    private MlpShape() {}

    static List<String> problems(String which, Shape sample, int layers, int width, Normalization normalization) {
        List<String> problems = new ArrayList<>();
        if (sample.size() == 0) {
            problems.add("the data have samples without numbers, " + sample
                    + ": use data with at least one number per sample");
        }
        if (layers < 0 || width < 1) {
            problems.add("the MLP " + which + " needs 0 or more layers of at least one unit, not " + layers + " of "
                    + width + ": 3 layers of 256 are a common choice");
        }
        if (normalization == Normalization.INSTANCE) {
            problems.add("the MLP " + which
                    + " cannot use Normalization.INSTANCE, which averages over pixels: use LAYER, BATCH or NONE");
        }
        return problems;
    }
}
