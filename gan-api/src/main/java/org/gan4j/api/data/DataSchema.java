package org.gan4j.api.data;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.tables.TableEncoding;

/**
 * The schema of data: the fields of each sample, the names of the classes, the captions, the units and the tags. A run records it, so that it
 * is known even without the data. Captions are an exception: there may be many, so they come from the data alone.
 *
 * @param fields the fields of each sample
 * @param classes the names of the classes in the field {@code label}, in the order of their numbers; empty if there is
 *     no such field or the names are unknown
 * @param captions the texts that the field {@code caption} indexes; empty if there is no such field or the schema is that
 *     of a run
 * @param scales the units of the field {@code image} if its samples are vectors: one for each number, or one for all;
 *     empty if they are unknown, or the numbers are not scaled
 * @param table how the rows of a table became the vectors of the field {@code image}; empty for other data
 * @param tags the names of the tags in the field {@code tags}; empty if there is no such field
 */
public record DataSchema(
        List<Field> fields,
        List<String> classes,
        List<String> captions,
        List<Scale> scales,
        Optional<TableEncoding> table,
        List<String> tags) {
    public DataSchema {
        fields = List.copyOf(fields);
        classes = List.copyOf(classes);
        captions = List.copyOf(captions);
        scales = List.copyOf(scales);
        tags = List.copyOf(tags);
    }

    /** Creates a schema without tags. */
    public DataSchema(
            List<Field> fields,
            List<String> classes,
            List<String> captions,
            List<Scale> scales,
            Optional<TableEncoding> table) {
        this(fields, classes, captions, scales, table, List.of());
    }

    /** Creates the schema of data that are no table. */
    public DataSchema(List<Field> fields, List<String> classes, List<String> captions, List<Scale> scales) {
        this(fields, classes, captions, scales, Optional.empty());
    }

    /** Creates a schema without units. */
    public DataSchema(List<Field> fields, List<String> classes, List<String> captions) {
        this(fields, classes, captions, List.of());
    }

    /** Creates a schema without captions. */
    public DataSchema(List<Field> fields, List<String> classes) {
        this(fields, classes, List.of());
    }

    /** Returns the schema of a data set. */
    public static DataSchema of(Dataset data) {
        return new DataSchema(data.fields(), data.classes(), data.captions(), data.scales(), data.table(), data.tags());
    }

    /** Returns a copy with names of the tags in the field {@code tags}. */
    public DataSchema withTags(List<String> names) {
        return new DataSchema(fields, classes, captions, scales, table, names);
    }

    /** Returns a copy with the units of these data. */
    public DataSchema scaledAs(Dataset data) {
        return new DataSchema(fields, classes, captions, data.scales(), table, tags);
    }

    /** Returns whether there is a field of this name. */
    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /**
     * Returns the field of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the data have no field " + name + "; they have "
                        + fields.stream().map(Field::name).toList()));
    }

    /**
     * Returns the field {@link Field#IMAGE}, which holds the samples of most data sets.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Field image() {
        return field(Field.IMAGE);
    }
}
