package org.gan4j.apps.superresolution;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** Model of a super-resolution GAN: the fakes are enlarged images, and the generator also keeps to the originals. */
record SuperResolutionModel(
        SuperResolution settings, SuperResolutionNetworks networks, SmallImages small, ContentLoss content)
        implements AdversarialModel {
    @Override
    public Tensor real(UpdateContext update) {
        return update.data(Field.IMAGE);
    }

    @Override
    public Tensor generate(UpdateContext update) {
        return update.apply(networks.generator(), small.of(update));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(networks.critic(), Inputs.of(samples));
    }

    @Override
    public Term generatorTerm(AdversarialLoss loss, ScoredBatch batch) {
        return Term.of(
                SuperResolution.ADVERSARIAL,
                loss.generator(batch.realScores(), batch.fakeScores()).mul(settings.adversarialWeight()));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        List<Term> terms = new ArrayList<>();
        add(terms, "content", settings.contentWeight(), content.of(batch.real(), batch.fake()));
        add(
                terms,
                SuperResolution.PIXEL,
                settings.pixelWeight(),
                settings.pixels().of(batch.real(), batch.fake()));
        add(terms, "total-variation", settings.totalVariation(), totalVariation(batch.fake()));
        return terms;
    }

    private static void add(List<Term> terms, String name, double weight, Tensor value) {
        if (weight > 0) {
            terms.add(Term.of(name, value.mul(weight)));
        }
    }

    /** Returns the mean over images of Σ |x_{i+1,j} - x_{i,j}| + |x_{i,j+1} - x_{i,j}|. */
    private static Tensor totalVariation(Tensor images) {
        return variation(images, 2).add(variation(images, 3)).div(images.shape().dim(0));
    }

    private static Tensor variation(Tensor images, int axis) {
        int length = images.shape().dim(axis);
        return images.slice(axis, 1, length)
                .sub(images.slice(axis, 0, length - 1))
                .abs()
                .sum();
    }
}
