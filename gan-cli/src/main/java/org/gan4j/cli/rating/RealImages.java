package org.gan4j.cli.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Transform;
import org.gan4j.data.Permutation;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * Real images of a study, drawn from data without replacement, with their texts.
 *
 * @param name the name of the data
 * @param images [N,C,H,W] in [-1, 1]
 * @param rows the row of each
 * @param texts the texts of each, by the field that has them: {@code label} and {@code caption}, if the data have them
 */
public record RealImages(String name, TensorData images, List<Integer> rows, Map<String, List<String>> texts) {
    /**
     * Draws images. A row whose label is unknown (-1) is passed over.
     *
     * @param name the name of the data
     * @param filters the transforms of training that are not random, which a generator learns to imitate
     * @throws IllegalArgumentException if the data have no images, or too few
     */
    public static RealImages of(Dataset data, String name, List<Transform> filters, int count, long seed) {
        if (data.fields().stream().noneMatch(field -> field.name().equals(Field.IMAGE) && field.isImage())) {
            throw new IllegalArgumentException("the data " + name + " have no images, and people rate images: name data"
                    + " with --data that have some");
        }
        List<TensorData> images = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        Map<String, List<String>> texts = new HashMap<>();
        for (int row : Permutation.of(data.size(), seed, 0)) {
            if (rows.size() == count) {
                break;
            }
            Map<String, TensorData> read = data.read(row);
            TensorData label = read.get(Field.LABEL);
            if (label != null && label.get(0) < 0) {
                continue;
            }
            images.add(filtered(read.get(Field.IMAGE), filters, seed));
            rows.add(row);
            if (label != null) {
                add(texts, Field.LABEL, className(data, (int) label.get(0)));
            }
            if (read.containsKey(Field.CAPTION)) {
                int caption = (int) read.get(Field.CAPTION).get(0);
                add(texts, Field.CAPTION, data.captions().get(caption));
            }
        }
        if (rows.size() < count) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the study needs %,d real images, and the data %s have %,d that can be used: give a smaller --count,"
                            + " or other data with --data",
                    count,
                    name,
                    rows.size()));
        }
        return new RealImages(name, TensorData.joined(images), rows, texts);
    }

    private static void add(Map<String, List<String>> texts, String field, String text) {
        texts.computeIfAbsent(field, any -> new ArrayList<>()).add(text);
    }

    private static String className(Dataset data, int label) {
        return label < data.classes().size() ? data.classes().get(label) : String.valueOf(label);
    }

    private static TensorData filtered(TensorData image, List<Transform> filters, long seed) {
        TensorData changed = image;
        for (Transform filter : filters) {
            changed = filter.apply(changed, new Philox(seed, "rating", 0));
        }
        return changed;
    }

    /**
     * Returns the text of each image in a field.
     *
     * @throws IllegalArgumentException if the data have no such field
     */
    List<String> texts(String field) {
        if (!texts.containsKey(field)) {
            throw new IllegalArgumentException("the data " + name + " have no " + field
                    + "s, which say what its samples should show: name data with --data that have " + field + "s");
        }
        return texts.get(field);
    }
}
