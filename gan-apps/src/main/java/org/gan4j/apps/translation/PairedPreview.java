package org.gan4j.apps.translation;

import java.util.function.Function;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.tensor.Tensor;

/** The preview of {@link Pix2Pix}: in each row the source, its translation, and the image that belongs to it. */
record PairedPreview(Translation translation, int rows) implements Function<UpdateContext, Tensor> {
    static final int COLUMNS = 3;

    @Override
    public Tensor apply(UpdateContext update) {
        Tensor source = translation.given(update).slice(0, 0, rows);
        Tensor image = update.data(translation.to().name()).slice(0, 0, rows);
        return PreviewRows.of(source, update.apply(translation.generator(), source), image);
    }
}
