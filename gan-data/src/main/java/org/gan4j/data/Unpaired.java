package org.gan4j.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;

/**
 * Two data sets whose samples do not belong together, such as the two domains of CycleGAN (<a
 * href="https://arxiv.org/abs/1703.10593">Zhu et al. 2017</a>). A batch has samples of both; each data set is shuffled
 * independently. The fields of the first keep their names; those of the second get the prefix {@link #OTHER}, as in
 * {@code image} and {@code other-image}. An epoch is an epoch of the first; the second is cycled endlessly.
 *
 * @param data the first data set, with the field {@code image}
 * @param other the second data set, of any size
 */
public record Unpaired(DataSource data, DataSource other) implements DataSource {
    /** The prefix of the second data set's fields. */
    public static final String OTHER = "other-";

    @Override
    public String name() {
        return "unpaired";
    }

    @Override
    public String summary() {
        return "two data sets, each shuffled independently";
    }

    @Override
    public Dataset open() {
        Dataset first = data.open();
        Dataset second;
        try {
            second = other.open();
        } catch (RuntimeException unusable) {
            first.close();
            throw unusable;
        }
        Map<String, String> names = new LinkedHashMap<>();
        second.fields().forEach(field -> names.put(field.name(), OTHER + field.name()));
        List<String> transformed = new ArrayList<>(first.transformed());
        second.transformed().forEach(field -> transformed.add(OTHER + field));
        return new PartitionedData(
                List.of(first, View.of(second, names)), List.of(first, second), transformed, first.classes());
    }
}
