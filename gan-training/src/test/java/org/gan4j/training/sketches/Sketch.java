package org.gan4j.training.sketches;

import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** A minimal application, as its plan on tiny networks. Sketches show whether the SPI suffices. */
interface Sketch {
    DataSchema data();

    Plan plan(GanComponents components);

    /** Returns the field of images of a size. */
    static Field image(long... shape) {
        return new Field(Field.IMAGE, DType.FLOAT, Shape.of(shape));
    }

    /** Returns the field of classes. */
    static Field label() {
        return new Field(Field.LABEL, DType.INT, Shape.scalar());
    }

    static DataSchema data(Field... fields) {
        return new DataSchema(List.of(fields), List.of());
    }

    /** Returns a batch of 3 latents per sample. */
    static Tensor latents(UpdateContext update) {
        return update.random("latent").normal(update.batchSize(), 3);
    }

    static Tensor absoluteDifference(Tensor a, Tensor b) {
        return a.sub(b).abs().mean();
    }

    /** Returns the cross-entropy of logits [N,K] with labels [N]. */
    static Tensor crossEntropy(Tensor logits, Tensor labels) {
        Tensor chosen = Tensor.oneHot(labels, logits.shape().dim(1));
        return logits.logSoftmax(1).mul(chosen).sum(1).mean().neg();
    }
}
