package org.gan4j.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Scale;
import org.gan4j.tensor.TensorData;

/**
 * A view of some of a data set's fields under other names, and of some of its samples.
 *
 * @param names the new name of each field, by its old one; fields without a new name are left out
 * @param rows the samples of the view; all if empty
 */
record View(Dataset data, Map<String, String> names, Optional<int[]> rows) implements Dataset {
    /** Returns a view of all samples. */
    static View of(Dataset data, Map<String, String> names) {
        return new View(data, names, Optional.empty());
    }

    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (Field field : data.fields()) {
            if (names.containsKey(field.name())) {
                fields.add(new Field(names.get(field.name()), field.dtype(), field.shape()));
            }
        }
        return fields;
    }

    @Override
    public int size() {
        return rows.map(chosen -> chosen.length).orElseGet(data::size);
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        int[] wanted = rows.map(
                        chosen -> IntStream.of(indices).map(i -> chosen[i]).toArray())
                .orElse(indices);
        Map<String, TensorData> batch = new LinkedHashMap<>();
        data.read(wanted).forEach((field, values) -> {
            if (names.containsKey(field)) {
                batch.put(names.get(field), values);
            }
        });
        return batch;
    }

    /** Returns the captions of the data if the view has the field, under its name. */
    @Override
    public List<String> captions() {
        return Field.CAPTION.equals(names.get(Field.CAPTION)) ? data.captions() : List.of();
    }

    /** Returns the tags of the data if the view has the field, under its name. */
    @Override
    public List<String> tags() {
        return Field.TAGS.equals(names.get(Field.TAGS)) ? data.tags() : List.of();
    }

    /** Returns the units of the data's vectors if the view has them as its own. */
    @Override
    public List<Scale> scales() {
        return Field.IMAGE.equals(names.get(Field.IMAGE)) ? data.scales() : List.of();
    }

    /** Returns the names of the classes in the data set's field {@code label}, whatever its name here is. */
    @Override
    public List<String> classes() {
        return names.containsKey(Field.LABEL) ? data.classes() : List.of();
    }
}
