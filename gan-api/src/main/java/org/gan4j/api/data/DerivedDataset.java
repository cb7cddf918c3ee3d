package org.gan4j.api.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.tensor.TensorData;

/** A data set that is made of another one: what it does not change, it passes through. Closing it closes the other. */
public interface DerivedDataset extends Dataset {
    /** Returns the other data set. */
    Dataset whole();

    @Override
    default List<Field> fields() {
        return whole().fields();
    }

    @Override
    default int size() {
        return whole().size();
    }

    @Override
    default Map<String, TensorData> read(int... indices) {
        return whole().read(indices);
    }

    @Override
    default List<String> classes() {
        return whole().classes();
    }

    @Override
    default List<String> captions() {
        return whole().captions();
    }

    @Override
    default List<String> tags() {
        return whole().tags();
    }

    @Override
    default List<Scale> scales() {
        return whole().scales();
    }

    @Override
    default Optional<TableEncoding> table() {
        return whole().table();
    }

    @Override
    default List<String> transformed() {
        return whole().transformed();
    }

    @Override
    default List<SkippedItem> skipped() {
        return whole().skipped();
    }

    @Override
    default List<DataFile> files() {
        return whole().files();
    }

    @Override
    default void close() {
        whole().close();
    }
}
