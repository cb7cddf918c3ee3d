package org.gan4j.apps.labels;

import java.util.Optional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/** Validation of the field {@code label}, which must hold the index of a class. */
public final class LabelProblems {
    private static final Field CLASS = new Field(Field.LABEL, DType.INT, Shape.scalar());

    private LabelProblems() {}

    /** Returns the problem with the field {@code label}, stating the cause and the fix; empty if there is none. */
    public static Optional<String> of(DataSchema data) {
        Field label = data.field(Field.LABEL);
        return label.equals(CLASS)
                ? Optional.empty()
                : Optional.of("the field label must hold one INT per sample, the index of its class; it is "
                        + label.dtype() + " " + label.shape() + ": use withLabels for your own data");
    }
}
