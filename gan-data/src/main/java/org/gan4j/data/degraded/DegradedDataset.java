package org.gan4j.data.degraded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.DerivedDataset;
import org.gan4j.api.data.Field;
import org.gan4j.data.resampling.Bicubic;
import org.gan4j.tensor.TensorData;

/** The data with the additional field, which is computed when samples are read. */
record DegradedDataset(Dataset whole, Degraded settings, Field low) implements DerivedDataset {
    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(whole.fields());
        fields.add(low);
        return List.copyOf(fields);
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        Map<String, TensorData> batch = new LinkedHashMap<>(whole.read(indices));
        TensorData images = batch.get(Field.IMAGE);
        batch.put(low.name(), settings.isRandom() ? degraded(images, indices) : downscaled(images));
        return batch;
    }

    private TensorData downscaled(TensorData images) {
        TensorData small =
                Bicubic.resized(images, low.shape().dim(1), low.shape().dim(2));
        return settings.stored(small);
    }

    private TensorData degraded(TensorData images, int... indices) {
        return TensorData.joined(IntStream.range(0, indices.length)
                .parallel()
                .mapToObj(i -> new Degradation(settings, indices[i]).of(images.rows(i, i + 1)))
                .map(settings::stored)
                .toList());
    }

    /** Returns no fields: a transform draws for each field separately, so that the images of a pair would differ. */
    @Override
    public List<String> transformed() {
        return List.of();
    }
}
