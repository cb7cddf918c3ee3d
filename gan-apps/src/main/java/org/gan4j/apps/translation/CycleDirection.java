package org.gan4j.apps.translation;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.apps.replay.ImagePool;
import org.gan4j.tensor.Tensor;

/**
 * One direction of {@link CycleGan}: its generator, and the critic with a pool of fakes, which only its updates use.
 *
 * @param adversarial the weight of the generator's adversarial term
 */
record CycleDirection(
        GanComponents components, double adversarial, Translation translation, Network critic, ImagePool pool)
        implements AdversarialModel {
    private AdversarialPlayers players() {
        return new AdversarialPlayers(components, this)
                .named(critic.name(), translation.generator().name());
    }

    /** Returns the networks of the critic. */
    List<Network> scoring() {
        return List.of(critic, pool);
    }

    /** Returns the player that scores. */
    Player scorer() {
        return players().critic(scoring());
    }

    /** Returns the player that translates. */
    Player generator() {
        return players().generator(List.of(translation.generator()), scoring());
    }

    @Override
    public Tensor real(UpdateContext update) {
        return update.data(translation.to().name());
    }

    @Override
    public Tensor generate(UpdateContext update) {
        return translation.of(update);
    }

    @Override
    public Tensor replayed(UpdateContext update, Tensor fake) {
        return update.apply(pool, fake);
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(critic, Inputs.of(samples));
    }

    @Override
    public Term generatorTerm(AdversarialLoss loss, ScoredBatch batch) {
        return Term.of(
                "adversarial",
                loss.generator(batch.realScores(), batch.fakeScores()).mul(adversarial));
    }
}
