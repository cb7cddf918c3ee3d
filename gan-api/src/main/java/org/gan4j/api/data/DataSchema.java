package org.gan4j.api.data;

import java.util.List;

/**
 * What batches hold. A run writes it down, so that it is known when the data are no longer there.
 *
 * @param fields what each sample has
 * @param classes what the numbers of the field {@code label} mean, by number; empty if there is none, or that is not
 *     known
 */
public record DataSchema(List<Field> fields, List<String> classes) {
    public DataSchema {
        fields = List.copyOf(fields);
        classes = List.copyOf(classes);
    }

    public static DataSchema of(Dataset data) {
        return new DataSchema(data.fields(), data.classes());
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** @throws IllegalArgumentException if there is no field of this name */
    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the data have no field " + name + "; they have "
                        + fields.stream().map(Field::name).toList()));
    }

    /** The field {@link Field#IMAGE}, which has the samples of most data. */
    public Field image() {
        return field(Field.IMAGE);
    }
}
