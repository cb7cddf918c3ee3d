package org.gan4j.api.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.tensor.TensorData;

/** A data set whose samples can be read in any order. Only one thread may read at a time. */
public interface Dataset extends AutoCloseable {
    /** Returns the fields of each sample. */
    List<Field> fields();

    /** Returns the number of samples. */
    int size();

    /**
     * Reads samples as a batch, [indices.length, ...] of each field, by the field's name.
     *
     * @param indices the indices of the samples, counted from 0
     * @throws IndexOutOfBoundsException if there is no sample with one of these indices
     */
    Map<String, TensorData> read(int... indices);

    /**
     * Returns the names of the classes in the field {@code label}, in the order of their numbers. Empty by default, and
     * if there is no such field.
     */
    default List<String> classes() {
        return List.of();
    }

    /**
     * Returns the texts that the field {@link Field#CAPTION} indexes. Empty by default, and if there is no such field.
     */
    default List<String> captions() {
        return List.of();
    }

    /** Returns the names of the tags in the field {@link Field#TAGS}. Empty by default, and if there is no such field. */
    default List<String> tags() {
        return List.of();
    }

    /**
     * Returns the units of the field {@link Field#IMAGE} if its samples are vectors: one for each number, or one for all
     * numbers. Empty by default, if the vectors are as they come out, and for images, which are always in [-1, 1].
     */
    default List<Scale> scales() {
        return List.of();
    }

    /**
     * Returns how the rows of a table became the vectors of the field {@link Field#IMAGE}. Empty by default, for data that
     * are no table.
     */
    default Optional<TableEncoding> table() {
        return Optional.empty();
    }

    /**
     * Returns the partitions of this data set, whose samples are unpaired, such as images of two domains. A batch takes
     * samples of each partition, in an order of its own, and has the fields of all. {@link #read} of the whole data set
     * returns the same fields. By default, the whole data set is the only partition. Closing the data set closes its
     * partitions.
     */
    default List<Dataset> partitions() {
        return List.of(this);
    }

    /**
     * Returns the names of the fields whose images {@linkplain Transform transforms} change, each with its own random
     * numbers. Defaults to {@link Field#IMAGE}.
     */
    default List<String> transformed() {
        return List.of(Field.IMAGE);
    }

    /** Returns the items that were found but could not be used. Empty by default. */
    default List<SkippedItem> skipped() {
        return List.of();
    }

    /**
     * Returns the files that the samples come from, in a fixed order, without those that are skipped. Empty by default,
     * and for data that come from no file.
     */
    default List<DataFile> files() {
        return List.of();
    }

    /**
     * Returns the field of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    default Field field(String name) {
        return fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the data have no field " + name + "; they have "
                        + fields().stream().map(Field::name).toList()));
    }

    /** Releases the resources of this data set. Does nothing by default. */
    @Override
    default void close() {}
}
