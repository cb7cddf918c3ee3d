package org.gan4j.apps.superresolution;

import java.util.function.Function;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Resampling;

/**
 * The preview of a super-resolution GAN: in each row the small image with its pixels repeated, its bicubic enlargement,
 * the generator's, and the original.
 */
record EnlargedPreview(SuperResolutionModel model, int rows) implements Function<UpdateContext, Tensor> {
    static final int COLUMNS = 4;

    @Override
    public Tensor apply(UpdateContext update) {
        Tensor original = model.real(update).slice(0, 0, rows);
        Tensor small = model.small().of(update).slice(0, 0, rows);
        Shape shape = original.shape();
        Tensor columns = Tensor.stack(
                1,
                Resampling.nearest(small, model.settings().scale()),
                Resampling.bicubic(small, shape.dim(2), shape.dim(3)),
                update.apply(model.networks().generator(), small),
                original);
        return columns.reshape((long) rows * COLUMNS, shape.dim(1), shape.dim(2), shape.dim(3))
                .clamp(-1, 1);
    }
}
