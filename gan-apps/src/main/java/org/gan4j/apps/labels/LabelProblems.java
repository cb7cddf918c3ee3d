package org.gan4j.apps.labels;

import java.util.Optional;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/** What speaks against the field {@code label} as the number of a class. */
public final class LabelProblems {
    private static final Field CLASS = new Field(Field.LABEL, DType.INT, Shape.scalar());

    private LabelProblems() {}

    public static Optional<String> of(DataSchema data) {
        Field label = data.field(Field.LABEL);
        return label.equals(CLASS)
                ? Optional.empty()
                : Optional.of("the field label must be one INT a sample, the number of its class; it is "
                        + label.dtype() + " " + label.shape() + ": use withLabels for data of your own");
    }
}
