package org.gan4j.api.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.application.AdversarialModel.ScoredBatch;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** The terms that the players of a pair minimize. */
record AdversarialTerms(AdversarialPlayers pair, List<Network> critics, List<Network> generators) {
    /** A gradient in place of smaller ones; its square is above 0 in single precision. */
    private static final double TINY = 1e-15;

    /** Returns the regularizers of a player. */
    PlayerRegularizers regularizers(Role role) {
        return role == Role.CRITIC
                ? PlayerRegularizers.of(pair, role, pair.criticName(), critics)
                : PlayerRegularizers.of(pair, role, pair.generatorName(), generators);
    }

    /** Returns the augmentations of the samples that the critic sees. */
    CriticAugmentations augmentations() {
        return new CriticAugmentations(pair.criticName(), pair.components().augmentations());
    }

    List<Term> ofCritic(UpdateContext update) {
        AdversarialModel model = pair.model();
        CriticAugmentations.Pass pass = augmentations().pass();
        Tensor real = model.real(update);
        ScoredBatch batch = scored(update, real, model.replayed(update, model.generate(update)), pass);
        augmentations().adapt(update, batch.realScores(), batch.fakeScores());
        return criticTerms(batch, "");
    }

    List<Term> ofGenerator(UpdateContext update) {
        CriticAugmentations.Pass pass = augmentations().pass();
        Tensor real = pair.model().real(update);
        Tensor fake = pair.model().generate(update);
        ScoredBatch batch = pair.unrolled() == 0
                ? scored(update, real, fake, pass)
                : ahead(update.with(unrolled(update, real, fake, pass)), real, fake, pass);
        List<Term> terms = new ArrayList<>();
        terms.add(pair.model().generatorTerm(pair.components().loss(), batch));
        terms.addAll(regularizers(Role.GENERATOR).terms(batch, ""));
        terms.addAll(pair.model().generatorTerms(batch));
        return terms;
    }

    private List<Term> criticTerms(ScoredBatch batch, String stream) {
        List<Term> terms = new ArrayList<>();
        terms.add(pair.model().criticTerm(pair.components().loss(), batch));
        terms.addAll(regularizers(Role.CRITIC).terms(batch, stream));
        terms.addAll(pair.model().criticTerms(batch));
        return terms;
    }

    /** Scores real samples before generated ones: the order names the random streams of layers that draw. */
    private ScoredBatch scored(UpdateContext update, Tensor real, Tensor fake, CriticAugmentations.Pass pass) {
        Function<Tensor, Outputs> critic = samples -> pair.model().discriminate(update, pass.apply(update, samples));
        Outputs realOutputs = critic.apply(real);
        return new ScoredBatch(update, real, fake, realOutputs, critic.apply(fake), critic);
    }

    /**
     * Scores samples with a critic whose parameters are expressions of the same samples. A penalty's derivative with
     * respect to the samples must not pass through the parameters, so the critic gets nodes of its own.
     */
    private ScoredBatch ahead(UpdateContext update, Tensor real, Tensor fake, CriticAugmentations.Pass pass) {
        return scored(update, real.named("real"), fake.named("fake"), pass);
    }

    /** Returns the values of the critic's variables after further updates on the same samples. */
    private Parameters unrolled(UpdateContext update, Tensor real, Tensor fake, CriticAugmentations.Pass pass) {
        Player critic = pair.critic(critics);
        Parameters at = update.parameters();
        for (int i = 1; i <= pair.unrolled(); i++) {
            Map<Variable, Tensor> next = new LinkedHashMap<>();
            ScoredBatch batch = ahead(update.with(at, next::put), real, fake, pass);
            Tensor loss = criticTerms(batch, "unrolled" + i).stream()
                    .filter(term -> update.isDue(term.period()))
                    .map(Term::value)
                    .reduce(Tensor::add)
                    .orElseThrow();
            List<Tensor> gradients = Gradients.of(
                            loss, critic.parameters().stream().map(at::get).toList())
                    .stream()
                    .map(AdversarialTerms::nonZero)
                    .toList();
            next.putAll(critic.next(at, gradients, update.step().cast(DType.DOUBLE)));
            at = at.with(next);
        }
        return at;
    }

    /**
     * Replaces gradients of 0, as of a unit that no sample activates, and those so small that their square is 0: Adam
     * divides by the root of their square, whose derivative there would be NaN.
     */
    private static Tensor nonZero(Tensor gradient) {
        return gradient.abs()
                .less(TINY)
                .where(Tensor.full(gradient.dtype(), TINY, gradient.shape().dims()), gradient);
    }
}
