package org.gan4j.dsl.inference;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Transform;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.metrics.Protocol;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * The data that an evaluation compares generated samples with. Those transforms of training that are not random are
 * applied to them, since the generator learns to imitate their results.
 */
public final class ReferenceData {
    /** The part of the {@linkplain #named name} of data that were compared as a whole. */
    public static final String ALL = " (all, ";

    private final Dataset data;
    private final List<String> learned;
    private final String name;
    private final String split;
    private final List<Transform> filters;
    private final Map<String, String> unusable = new HashMap<>();
    /** Empty if the labels are those of the GAN as they are. */
    private final MatchedClasses classes;

    /** Empty if the tags are those of the GAN as they are. */
    private final Optional<MatchedTags> tags;

    private ReferenceData(
            Dataset data,
            String name,
            String split,
            List<Transform> transforms,
            List<String> learned,
            List<String> learnedTags) {
        this.data = data;
        this.learned = List.copyOf(learned);
        this.name = name;
        this.split = split;
        this.filters =
                transforms.stream().filter(transform -> !transform.isRandom()).toList();
        this.classes = matched(learned);
        this.tags = matchedTags(learnedTags);
    }

    /**
     * Returns the data that the GAN was trained on.
     *
     * @param name the name of the data in the evaluation
     * @param transforms the transforms of training
     */
    public static ReferenceData trainedOn(Dataset data, String name, List<Transform> transforms) {
        return new ReferenceData(data, name, Protocol.TRAINED_ON, transforms, data.classes(), data.tags());
    }

    /**
     * Returns data of which it is not known whether the generator was trained on them.
     *
     * @param name the name of the data in the evaluation
     * @param generated the form of the samples
     * @throws IllegalArgumentException if the data have another form
     */
    static ReferenceData given(Dataset data, String name, DataSchema generated) {
        requireForm(data, name, generated, "this generator makes");
        return new ReferenceData(
                RescaledDataset.of(data, name, generated), name, "", List.of(), data.classes(), data.tags());
    }

    /**
     * Returns other data, which the GAN was not trained on. They need the fields that the evaluation reads; classes are
     * {@linkplain MatchedClasses matched}, tags too if all that the GAN has learned are told, and vectors come out in the scales of the data of training.
     *
     * @param name the name of the data in the evaluation
     * @param transforms the transforms of training
     * @param learned the schema of the data that the GAN was trained on
     * @throws IllegalArgumentException if a field has another type or shape than in the data of training, or its
     *     vectors have other columns
     */
    public static ReferenceData heldOut(Dataset data, String name, List<Transform> transforms, DataSchema learned) {
        if (!learned.table().equals(data.table())) {
            throw new IllegalArgumentException(
                    "the columns of " + name + " hold other values than those of the table that this"
                            + " GAN was trained on, so their rows cannot be compared as vectors: compare them with the data of"
                            + " training, or as tables outside");
        }
        requireForm(data, name, learned, "this GAN was trained on");
        return new ReferenceData(
                RescaledDataset.of(data, name, learned),
                name,
                Protocol.HELD_OUT,
                transforms,
                learned.classes(),
                learned.tags());
    }

    private static void requireForm(Dataset data, String name, DataSchema learned, String by) {
        for (Field field : data.fields()) {
            boolean matched = field.name().equals(Field.TAGS); // by name
            if (!matched && learned.has(field.name()) && !field.equals(learned.field(field.name()))) {
                Field expected = learned.field(field.name());
                throw new IllegalArgumentException("the field " + field.name() + " of " + name + " is " + field.dtype()
                        + " " + field.shape() + ", and " + by + " " + expected.dtype() + " " + expected.shape()
                        + ": pass data of that form" + reading(expected));
            }
        }
    }

    /** Returns how a folder of images is read in the form of the data of training, if it can be. */
    private static String reading(Field expected) {
        if (!expected.isImage() || expected.shape().dim(1) != expected.shape().dim(2)) {
            return "";
        }
        return "; a folder of images is read so with --size " + expected.shape().dim(1)
                + (expected.shape().dim(0) == 1 ? " --gray" : "");
    }

    private MatchedClasses matched(List<String> learned) {
        if (learned.equals(data.classes())) {
            return new MatchedClasses(List.of());
        }
        try {
            return MatchedClasses.of(learned, data.classes());
        } catch (IllegalArgumentException other) { // no problem unless the evaluation reads the labels
            unusable.put(Field.LABEL, other.getMessage());
            return new MatchedClasses(List.of());
        }
    }

    private Optional<MatchedTags> matchedTags(List<String> learned) {
        if (learned.isEmpty() || data.tags().isEmpty() || learned.equals(data.tags())) {
            return Optional.empty();
        }
        try {
            return Optional.of(MatchedTags.of(learned, data.tags()));
        } catch (IllegalArgumentException other) { // no problem unless they are read; a GAN of tags has its examples
            unusable.put(Field.TAGS, other.getMessage());
            return Optional.empty();
        }
    }

    /** Returns whether it is not known if the generator was trained on these data. */
    boolean isOfUnknownUse() {
        return split.isEmpty();
    }

    /** Returns whether the GAN was trained on these data. */
    boolean isOfTraining() {
        return split.equals(Protocol.TRAINED_ON);
    }

    /** Returns the split in words: "trained on" or "held out"; empty if that is not known. */
    String split() {
        return split;
    }

    /** Returns the names of the classes that the labels count: those that the GAN has learned. */
    List<String> learnedClasses() {
        return learned;
    }

    /** Returns the schema of the data, with their captions. */
    public DataSchema schema() {
        return DataSchema.of(data);
    }

    /** Returns the number of samples. */
    int size() {
        return data.size();
    }

    /** Returns the name in an evaluation of {@code count} of these samples. */
    String named(int count) {
        String filtered = filters.isEmpty()
                ? ""
                : filters.stream().map(ComponentText::of).collect(Collectors.joining(", ", ", after ", ","));
        if (isOfUnknownUse()) {
            return name + filtered + (count < size() ? " (of " + size() + ")" : " (all)");
        }
        return name + filtered + (count < size() ? " (of " + size() + ", " : ALL) + split + ")";
    }

    /** Reads samples. Getting a field that is missing or unusable throws an exception that says so. */
    Map<String, TensorData> read(int[] indices, long seed) {
        Map<String, TensorData> rows = new LinkedHashMap<>(data.read(indices));
        data.transformed().forEach(field -> rows.computeIfPresent(field, (any, images) -> filtered(images, seed)));
        if (!classes.indices().isEmpty()) {
            rows.computeIfPresent(Field.LABEL, (any, labels) -> learned(labels));
        }
        tags.ifPresent(matched -> rows.computeIfPresent(Field.TAGS, (any, given) -> matched.of(given)));
        rows.keySet().removeAll(unusable.keySet());
        return new Rows(rows);
    }

    private TensorData filtered(TensorData images, long seed) {
        TensorData changed = images;
        for (Transform filter : filters) {
            changed = filter.apply(changed, new Philox(seed, "evaluation", 0));
        }
        return changed;
    }

    private TensorData learned(TensorData labels) {
        int[] indices = labels.toInts();
        for (int i = 0; i < indices.length; i++) {
            indices[i] = classes.of(indices[i]);
        }
        return TensorData.of(indices, labels.shape());
    }

    private final class Rows extends AbstractMap<String, TensorData> {
        private final Map<String, TensorData> rows;

        private Rows(Map<String, TensorData> rows) {
            this.rows = rows;
        }

        @Override
        public Set<Entry<String, TensorData>> entrySet() {
            return rows.entrySet();
        }

        @Override
        public TensorData get(Object field) {
            TensorData found = rows.get(field);
            if (found == null) {
                throw new IllegalArgumentException(unusable.getOrDefault(
                        String.valueOf(field),
                        "the data " + name + " have no field " + field + ", which the evaluation of this GAN needs;"
                                + " they have " + rows.keySet() + ": pass data with that field"));
            }
            return found;
        }
    }
}
