package org.gan4j.data;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.tensor.TensorData;

/**
 * Some samples of a data set, with all its fields and classes.
 *
 * @param chosen the indices of the samples in the whole
 */
record Rows(Dataset whole, int[] chosen) implements Dataset {
    @Override
    public List<Field> fields() {
        return whole.fields();
    }

    @Override
    public int size() {
        return chosen.length;
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        return whole.read(IntStream.of(indices).map(i -> chosen[i]).toArray());
    }

    @Override
    public List<String> captions() {
        return whole.captions();
    }

    @Override
    public List<String> classes() {
        return whole.classes();
    }

    @Override
    public List<String> transformed() {
        return whole.transformed();
    }

    @Override
    public List<SkippedItem> skipped() {
        return whole.skipped();
    }

    @Override
    public void close() {
        whole.close();
    }
}
