package org.gan4j.dsl.inference;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The tags of other data, matched by name to those that a GAN has learned.
 *
 * @param places for each tag of the GAN, its place among those of the data
 */
record MatchedTags(List<Integer> places) {
    MatchedTags {
        places = List.copyOf(places);
    }

    /**
     * Matches tags.
     *
     * @throws IllegalArgumentException if the data lack a tag that the GAN has learned
     */
    static MatchedTags of(List<String> learned, List<String> tags) {
        for (String name : learned) {
            if (!tags.contains(name)) {
                throw new IllegalArgumentException("the data do not tell the tag " + name
                        + ", which this GAN has learned; they tell " + String.join(", ", tags));
            }
        }
        return new MatchedTags(learned.stream().map(tags::indexOf).toList());
    }

    /** Returns the GAN's tags of samples, [N,T], from those of the data. */
    TensorData of(TensorData rows) {
        int count = rows.shape().dim(0);
        int given = rows.shape().dim(1);
        float[] from = rows.toFloats();
        float[] matched = new float[count * places.size()];
        for (int i = 0; i < matched.length; i++) {
            matched[i] = from[i / places.size() * given + places.get(i % places.size())];
        }
        return TensorData.of(matched, Shape.of(count, places.size()));
    }
}
