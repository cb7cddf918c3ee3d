package org.gan4j.api.application;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.application.AdversarialModel.ScoredBatch;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * The two players of every adversarial game. The critic minimizes its side of the loss and the regularizers, the
 * generator its own side; both also minimize the model's further terms. The trainer calls the objectives when it traces
 * an update.
 *
 * @param components the loss, regularizers, optimizers and other settings of the players
 * @param model the samples and the critic's outputs
 */
public record AdversarialPlayers(GanComponents components, AdversarialModel model) {
    /** Returns the critic, then the generator, each with one network. */
    public List<Player> players(Network generator, Network critic) {
        return List.of(critic(List.of(critic)), generator(List.of(generator)));
    }

    /** Returns the critic, which owns these networks. */
    public Player critic(List<Network> networks) {
        return Player.of("critic", networks, this::criticTerms, components.criticOptimizer())
                .schedule(components.schedule())
                .updates(components.criticUpdates())
                .constraint(components.constraint());
    }

    /** Returns the generator, which owns these networks. */
    public Player generator(List<Network> networks) {
        return Player.of("generator", networks, this::generatorTerms, components.generatorOptimizer())
                .schedule(components.schedule())
                .movingAverage(components.movingAverage());
    }

    private List<Term> criticTerms(UpdateContext update) {
        ScoredBatch batch = scored(update);
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("adversarial", components.loss().critic(batch.realScores(), batch.fakeScores())));
        Set<String> names = new HashSet<>();
        for (Regularizer regularizer : components.regularizers()) {
            String name = regularizer.name();
            for (int count = 2; !names.add(name); count++) {
                name = regularizer.name() + "-" + count;
            }
            RandomKey random = update.random("regularizer").child(name);
            RegularizerContext context = RegularizerContext.of(
                    samples -> model.discriminate(update, samples).value(), batch.real(), batch.fake(), random);
            terms.add(new Term(name, regularizer.penalty(context), regularizer.period()));
        }
        terms.addAll(model.criticTerms(batch));
        return terms;
    }

    private List<Term> generatorTerms(UpdateContext update) {
        ScoredBatch batch = scored(update);
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("adversarial", components.loss().generator(batch.realScores(), batch.fakeScores())));
        terms.addAll(model.generatorTerms(batch));
        return terms;
    }

    /** Scores real samples before generated ones: the order names the random streams of layers that draw. */
    private ScoredBatch scored(UpdateContext update) {
        Tensor real = model.real(update);
        Tensor fake = model.generate(update);
        Outputs realOutputs = model.discriminate(update, real);
        return new ScoredBatch(update, real, fake, realOutputs, model.discriminate(update, fake));
    }
}
