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
 * Batches whose images pass through transforms, one after the other. A transform's random numbers are a pure function
 * of the seed, its position, its stream's name, the batch's number, and the field if it is not {@code image}, so a
 * resumed run sees the same batches. Closing it closes the wrapped source.
 */
public final class TransformedBatches implements BatchSource {
    private final BatchSource source;
    private final List<String> fields;
    private final List<Transform> transforms;
    private final long seed;

    /** Creates batches in which the field {@code image} is transformed. */
    public TransformedBatches(BatchSource source, List<Transform> transforms, long seed) {
        this(source, List.of(Field.IMAGE), transforms, seed);
    }

    /**
     * Creates batches in which some fields are transformed.
     *
     * @param fields the fields to transform, each with random numbers of its own; fields that a batch lacks are ignored
     */
    public TransformedBatches(BatchSource source, List<String> fields, List<Transform> transforms, long seed) {
        this.source = source;
        this.fields = List.copyOf(fields);
        this.transforms = List.copyOf(transforms);
        this.seed = seed;
    }

    /**
     * Validates transforms against the samples. Returns one message per problem, stating the cause and the fix; empty
     * if these transforms can be applied.
     */
    public static List<String> problems(Field image, List<Transform> transforms) {
        List<String> problems = new ArrayList<>();
        boolean images = image.dtype() == DType.FLOAT && image.shape().rank() == 3;
        for (Transform transform : transforms) {
            if (!images) {
                problems.add("the transform " + transform.name() + " changes images, FLOAT [C,H,W], but the samples"
                        + " are " + image.dtype() + " " + image.shape() + ": remove it, or give the samples the"
                        + " shape of images");
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

    /** Returns the random stream of a transform and a batch. Philox counts in 32 bits; higher bits go into the path. */
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
