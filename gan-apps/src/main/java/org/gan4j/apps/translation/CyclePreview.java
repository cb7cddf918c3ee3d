package org.gan4j.apps.translation;

import java.util.function.Function;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.tensor.Tensor;

/**
 * The preview of {@link CycleGan}: in each row an image of A, its translation to B, and that one's back to A; then the
 * same from B.
 */
record CyclePreview(Translation there, Translation back, int rows) implements Function<UpdateContext, Tensor> {
    static final int COLUMNS = 6;

    @Override
    public Tensor apply(UpdateContext update) {
        Tensor a = there.given(update).slice(0, 0, rows);
        Tensor b = back.given(update).slice(0, 0, rows);
        Tensor toB = update.apply(there.generator(), a);
        Tensor toA = update.apply(back.generator(), b);
        return PreviewRows.of(
                a, toB, update.apply(back.generator(), toB), b, toA, update.apply(there.generator(), toA));
    }
}
