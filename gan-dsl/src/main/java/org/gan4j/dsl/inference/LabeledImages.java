package org.gan4j.dsl.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.metrics.features.RandomRows;
import org.gan4j.tensor.TensorData;

/**
 * Random images of data and their labels.
 *
 * @param images [N,C,H,W]
 * @param labels the class of each image, counted from 0
 * @param read the number of the first image that was not read
 */
public record LabeledImages(TensorData images, int[] labels, int read) {
    private static final int PART = 256;

    /** Copies the labels. */
    public LabeledImages {
        labels = labels.clone();
    }

    @Override
    public int[] labels() {
        return labels.clone();
    }

    /**
     * Reads images of the data in random order, without those of unknown class.
     *
     * @param from the first image in this order
     * @param count the most images
     * @throws IllegalArgumentException if there are none, or the data have no labels
     */
    public static LabeledImages of(ReferenceData data, int from, int count, long seed) {
        return read(data, from, count, seed, Set.of());
    }

    /**
     * Reads images as {@link #of} does, without those that are equal to one of these: an image is several samples if it has
     * several captions.
     *
     * @throws IllegalArgumentException if there are none, or the data have no labels
     */
    public LabeledImages others(ReferenceData data, int from, int count, long seed) {
        Set<Integer> known = new HashSet<>();
        for (int i = 0; i < labels.length; i++) {
            known.add(pixels(images, i));
        }
        return read(data, from, count, seed, known);
    }

    /** Returns a number that equal images share; of others, hardly any. */
    private static int pixels(TensorData images, int row) {
        return Arrays.hashCode(images.rows(row, row + 1).toFloats());
    }

    private static LabeledImages read(ReferenceData data, int from, int count, long seed, Set<Integer> known) {
        int[] order = RandomRows.of(data.size(), data.size(), seed);
        List<TensorData> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        int at = from;
        while (at < order.length && labels.size() < count) {
            Map<String, TensorData> part =
                    data.read(Arrays.copyOfRange(order, at, Math.min(order.length, at + PART)), seed);
            at += PART;
            int[] of = part.get(Field.LABEL).toInts();
            for (int i = 0; i < of.length && labels.size() < count; i++) {
                if (of[i] >= 0 && !known.contains(pixels(part.get(Field.IMAGE), i))) {
                    images.add(part.get(Field.IMAGE).rows(i, i + 1));
                    labels.add(of[i]);
                }
            }
        }
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("of " + order.length + " images, "
                    + Math.min(from, order.length)
                    + " are in use, and there are no other images with labels: use more data, or fewer images");
        }
        return new LabeledImages(
                TensorData.joined(images),
                IntStream.range(0, labels.size()).map(labels::get).toArray(),
                at);
    }
}
