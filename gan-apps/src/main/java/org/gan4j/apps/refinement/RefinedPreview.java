package org.gan4j.apps.refinement;

import java.util.function.Function;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** The preview of SimGAN: three rows of synthetic images, each over a row of the same ones refined. */
record RefinedPreview(SimGanModel model) implements Function<UpdateContext, Tensor> {
    private static final int PAIRS_OF_ROWS = 3;
    private static final int COLUMNS = 10;

    static SamplePreview of(SimGanModel model) {
        return SamplePreview.rows(2 * PAIRS_OF_ROWS, COLUMNS, new RefinedPreview(model));
    }

    @Override
    public Tensor apply(UpdateContext update) {
        Tensor synthetic = update.data(SimGan.SYNTHETIC).slice(0, 0, PAIRS_OF_ROWS * COLUMNS);
        Shape shape = synthetic.shape();
        long[] rows = {PAIRS_OF_ROWS, COLUMNS, shape.dim(1), shape.dim(2), shape.dim(3)};
        Tensor refined = model.refined(update, synthetic);
        return Tensor.stack(1, synthetic.reshape(rows), refined.reshape(rows))
                .reshape(2L * PAIRS_OF_ROWS * COLUMNS, shape.dim(1), shape.dim(2), shape.dim(3))
                .clamp(-1, 1);
    }
}
