package org.gan4j.training;

import java.util.List;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** The trace of a preview: networks are applied for inference, and random numbers are the same each time. */
final class PreviewUpdate extends TracedUpdate {
    private static final String DATA = "data";

    PreviewUpdate(List<Field> fields, int count, long seed) {
        this(fields, BatchPart.whole(count), seed);
    }

    private PreviewUpdate(List<Field> fields, BatchPart all, long seed) {
        super(fields, all, DATA, stepInput(all), RandomKey.of(seed), ForwardPass.inference());
    }

    /** Returns the input name of a field. */
    static String input(String field) {
        return DATA + "/" + field;
    }

    @Override
    public void update(Variable state, Tensor next) {
        // a preview changes nothing
    }
}
