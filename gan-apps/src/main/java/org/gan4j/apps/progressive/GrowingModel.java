package org.gan4j.apps.progressive;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Pooling;
import org.gan4j.tensor.functions.Resampling;

/**
 * The model of one stage of growth. While a size fades in, the real images fade from half the size too, so that both
 * kinds of images have the same detail.
 *
 * @param generator the generator of the stage's size
 * @param critic the critic of the stage's size
 * @param space the latents
 * @param generating the way in which the generator is applied
 * @param level the variable that records how far the networks have grown
 */
record GrowingModel(
        Stage stage, Network generator, Network critic, LatentSpace space, Generating generating, Variable level)
        implements AdversarialModel {
    @Override
    public Tensor real(UpdateContext update) {
        Tensor image = update.data(Field.IMAGE);
        if (!stage.fades()) {
            return image;
        }
        Tensor coarse = Resampling.nearest(Pooling.average2d(image, 2), 2);
        return Fading.between(coarse, image, stage.fade(update));
    }

    @Override
    public Tensor latents(UpdateContext update) {
        return space.draw(update.random("latent"), update.batchSize());
    }

    @Override
    public Outputs generated(UpdateContext update, Tensor latents) {
        return generating.of(update, generator, faded(update, latents));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(critic, faded(update, samples));
    }

    /** Records the growth, in the update of the generator, which owns the variable. */
    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        batch.update().update(level, stage.level(batch.update()));
        return List.of();
    }

    private Inputs faded(UpdateContext update, Tensor value) {
        Inputs inputs = Inputs.of(value);
        int samples = value.shape().dim(0);
        return stage.fades() ? inputs.with(Fading.FADE, stage.fade(update).broadcastTo(samples)) : inputs;
    }
}
