package org.gan4j.data.edges;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.DerivedDataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.TensorData;

/** The data with the additional field, which is computed when samples are read. */
record EdgesDataset(Dataset whole, Field source, EdgeDetector detector) implements DerivedDataset {
    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(whole.fields());
        fields.add(source);
        return List.copyOf(fields);
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        Map<String, TensorData> batch = new LinkedHashMap<>(whole.read(indices));
        batch.put(source.name(), detector.edges(batch.get(Field.IMAGE)));
        return batch;
    }

    /** Returns no fields: a transform draws for each field separately, so that the images of a pair would differ. */
    @Override
    public List<String> transformed() {
        return List.of();
    }
}
