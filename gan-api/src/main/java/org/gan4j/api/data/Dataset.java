package org.gan4j.api.data;

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

    /**
     * Parts whose samples do not belong together, such as pictures of two domains: a batch takes some of each, in an order
     * of the part's own, and holds the fields of all. {@link #read} of the whole gives the same fields. Most data are one
     * part. They are closed with the whole.
     */
    default List<Dataset> partitions() {
        return List.of(this);
    }

    /** The fields whose pictures go through {@linkplain Transform transforms}, each field with draws of its own. */
    default List<String> transformed() {
        return List.of(Field.IMAGE);
    }

    /** What was found and could not be used. */
    default List<SkippedItem> skipped() {
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
