package org.gan4j.api;

import java.util.List;
import java.util.Map;
import org.gan4j.tensor.TensorData;

/** Samples that can be read in any order, by one thread at a time. */
public interface Dataset extends AutoCloseable {
    /** What each sample holds. */
    List<Field> fields();

    /** How many samples there are. */
    int size();

    /** These samples as one batch, by field. */
    Map<String, TensorData> read(int... indices);

    /** What the numbers of the field {@code label} mean, by number; empty if there is none. */
    default List<String> classes() {
        return List.of();
    }

    /** What was found and could not be used. */
    default List<Skipped> skipped() {
        return List.of();
    }

    /** The field of this name. */
    default Field field(String name) {
        return fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the data have no field " + name + "; they have "
                        + fields().stream().map(Field::name).toList()));
    }

    @Override
    default void close() {}
}
