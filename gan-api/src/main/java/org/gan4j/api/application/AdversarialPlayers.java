package org.gan4j.api.application;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Player;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.api.network.Network;

/**
 * The two players of every adversarial game. The critic minimizes its side of the loss, the generator its own side;
 * both also minimize their regularizers and the model's further terms. The trainer calls the objectives when it traces
 * an update.
 *
 * <p>A {@link Game} may have several pairs. Give their players names of their own. Several pairs share a generator, as
 * those of CycleGAN do, if their generators are {@linkplain Player#joined joined}:
 *
 * <pre>{@code
 * AdversarialPlayers there = new AdversarialPlayers(components, toOther).named("other-critic", "there");
 * AdversarialPlayers back = new AdversarialPlayers(components, toImage).named("critic", "back");
 * Player generators = Player.joined("generators",
 *         List.of(there.generator(List.of(g), List.of(otherD)), back.generator(List.of(f), List.of(d))))
 *     .adding(cycle);
 * }</pre>
 *
 * @param components the loss, regularizers, optimizers and other settings of the players
 * @param model the samples and the critic's outputs
 * @param criticName the name of the critic among the players; {@code critic} by default
 * @param generatorName the name of the generator among the players; {@code generator} by default
 */
public record AdversarialPlayers(
        GanComponents components, AdversarialModel model, String criticName, String generatorName) {
    /** The default name of the critic. Random streams of a critic of this name do not contain its name. */
    static final String CRITIC = "critic";

    private static final String GENERATOR = "generator";

    /**
     * Validates the names and the number of updates.
     *
     * @throws IllegalArgumentException if both players have the same name, or the number of unrolled updates is
     *     negative
     */
    public AdversarialPlayers {
        if (criticName.equals(generatorName)) {
            throw new IllegalArgumentException(
                    "critic and generator are both called " + criticName + ": give each its own name");
        }
        int unrolled = components.get(GanComponents.UNROLLED);
        if (unrolled < 0) {
            throw new IllegalArgumentException(
                    "the number of unrolled critic updates must be at least 0, not " + unrolled);
        }
    }

    /**
     * Creates the players "critic" and "generator".
     *
     * @param components the loss, regularizers, optimizers and other settings of the players
     * @param model the samples and the critic's outputs
     */
    public AdversarialPlayers(GanComponents components, AdversarialModel model) {
        this(components, model, CRITIC, GENERATOR);
    }

    /**
     * Returns a copy whose players have other names, which begin the names of their metrics and optimizers' variables.
     *
     * @throws IllegalArgumentException if both names are equal
     */
    public AdversarialPlayers named(String critic, String generator) {
        return new AdversarialPlayers(components, model, critic, generator);
    }

    /**
     * Returns a copy whose generator looks ahead at this many critic updates.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public AdversarialPlayers unrolled(int criticUpdates) {
        GanComponents changed = components.with(GanComponents.UNROLLED, criticUpdates);
        return new AdversarialPlayers(changed, model, criticName, generatorName);
    }

    /** Returns the number of critic updates that the generator looks ahead. */
    int unrolled() {
        return components.get(GanComponents.UNROLLED);
    }

    /** Returns the critic, then the generator, each with one network. */
    public List<Player> players(Network generator, Network critic) {
        return players(List.of(generator), List.of(critic));
    }

    /** Returns the critic, then the generator, with the networks that each owns. */
    public List<Player> players(List<Network> generators, List<Network> critics) {
        return List.of(critic(critics), generator(generators, critics));
    }

    /** Returns the critic, which owns these networks. */
    public Player critic(List<Network> networks) {
        AdversarialTerms terms = new AdversarialTerms(this, networks, List.of());
        return Player.of(criticName, networks, terms::ofCritic, components.criticOptimizer())
                .schedule(components.schedule())
                .updates(components.criticUpdates())
                .constraint(components.constraint())
                .state(Stream.concat(
                                terms.regularizers(Role.CRITIC).state().stream(),
                                terms.augmentations().state().stream())
                        .toList());
    }

    /**
     * Returns the generator, which owns these networks.
     *
     * @throws IllegalArgumentException if the generator looks ahead, for which it must know the critic's networks
     */
    public Player generator(List<Network> networks) {
        if (unrolled() > 0) {
            throw new IllegalArgumentException("the generator " + generatorName + " looks ahead at " + unrolled()
                    + " critic updates, so it must know the critic's networks: call players(...), or generator(...)"
                    + " with both lists");
        }
        return generator(networks, List.of());
    }

    /**
     * Returns the generator.
     *
     * @param networks the networks that it owns
     * @param critics the networks that the critic owns, which the generator needs in order to look ahead
     */
    public Player generator(List<Network> networks, List<Network> critics) {
        AdversarialTerms terms = new AdversarialTerms(this, critics, networks);
        return Player.of(generatorName, networks, terms::ofGenerator, components.generatorOptimizer())
                .schedule(components.schedule())
                .movingAverage(components.movingAverage())
                .state(terms.regularizers(Role.GENERATOR).state());
    }
}
