package org.gan4j.apps.superresolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.data.degraded.Degraded;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Resampling;

/**
 * The small images that the generator enlarges: a field of the data, or antialiased bicubic reductions of the originals.
 *
 * @param field the small images
 * @param given whether the data have them
 */
record SmallImages(Field field, boolean given) {
    /** The name of the field of small images. */
    static final String NAME = Degraded.LOW_RESOLUTION;

    /** Returns the small images of data, which have no problem. */
    static SmallImages of(int scale, DataSchema data) {
        return data.has(NAME)
                ? new SmallImages(data.field(NAME), true)
                : new SmallImages(
                        new Field(
                                NAME,
                                data.image().dtype(),
                                shape(scale, data.image().shape())),
                        false);
    }

    /** Returns the shape of the small image of an original. */
    static Shape shape(int scale, Shape original) {
        return Shape.of(original.dim(0), original.dim(1) / scale, original.dim(2) / scale);
    }

    /** Returns the fields of the data that a game uses. */
    List<Field> fields(DataSchema data) {
        List<Field> fields = new ArrayList<>(List.of(data.image()));
        if (given) {
            fields.add(field);
        }
        return fields;
    }

    /** Returns the field of the data from which the small images are taken or made. */
    Field source(DataSchema data) {
        return given ? field : data.image();
    }

    /** Returns the small images of an update. */
    Tensor of(UpdateContext update) {
        return from(given ? update.data(NAME) : update.data(Field.IMAGE));
    }

    /** Returns the small images of rows of the data. */
    Tensor of(Map<String, Tensor> rows) {
        return from(rows.get(given ? NAME : Field.IMAGE));
    }

    private Tensor from(Tensor source) {
        return given
                ? source
                : Resampling.bicubic(source, field.shape().dim(1), field.shape().dim(2));
    }
}
