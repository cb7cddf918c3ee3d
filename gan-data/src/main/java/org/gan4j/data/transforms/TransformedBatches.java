package org.gan4j.data.transforms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Transform;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;

/**
 * Batches whose pictures go through transforms, one after the other. What a transform draws is a pure function of the
 * seed, its place, its name, the batch's number, and the field if it is another than {@code image}, so a run that is
 * resumed sees what it would have seen. Closing it closes what it wraps.
 */
public final class TransformedBatches implements BatchSource {
    private final BatchSource source;
    private final List<String> fields;
    private final List<Transform> transforms;
    private final long seed;

    /** The field {@code image} goes through them. */
    public TransformedBatches(BatchSource source, List<Transform> transforms, long seed) {
        this(source, List.of(Field.IMAGE), transforms, seed);
    }

    /** @param fields which go through them, each with draws of its own; one that a batch lacks is left out */
    public TransformedBatches(BatchSource source, List<String> fields, List<Transform> transforms, long seed) {
        this.source = source;
        this.fields = List.copyOf(fields);
        this.transforms = List.copyOf(transforms);
        this.seed = seed;
    }

    /** What does not fit, and what to do; none if these transforms can change samples of this kind. */
    public static List<String> problems(Field image, List<Transform> transforms) {
        List<String> problems = new ArrayList<>();
        boolean pictures = image.dtype() == DType.FLOAT && image.shape().rank() == 3;
        for (Transform transform : transforms) {
            if (!pictures) {
                problems.add("the transform " + transform.name() + " changes pictures, FLOAT [C,H,W], and the samples"
                        + " are " + image.dtype() + " " + image.shape() + ": leave it out, or give the samples the"
                        + " shape of pictures");
            }
        }
        return List.copyOf(problems);
    }

    @Override
    public Map<String, TensorData> batch(long number) {
        Map<String, TensorData> batch = new LinkedHashMap<>(source.batch(number));
        fields.forEach(each -> batch.computeIfPresent(each, (field, images) -> transformed(field, images, number)));
        return batch;
    }

    private TensorData transformed(String field, TensorData images, long number) {
        TensorData changed = images;
        for (int i = 0; i < transforms.size(); i++) {
            changed = transforms.get(i).apply(changed, random(field, i, number));
        }
        return changed;
    }

    /** The stream of a transform and a batch. A round has 32 bits, so what a number has beyond them joins the path. */
    private Philox random(String field, int place, long number) {
        String of = field.equals(Field.IMAGE) ? "" : field + "/";
        String path = "transform/" + of + place + "/" + transforms.get(place).stream();
        long beyond = number >>> Integer.SIZE;
        return new Philox(seed, beyond == 0 ? path : path + "/" + beyond, (int) number);
    }

    @Override
    public void close() {
        source.close();
    }
}
