package org.gan4j.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.Contest.Encounter;
import org.gan4j.api.Objective.Term;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * The two players that every adversarial game has. The critic minimises its side of the loss and the regularisers, the
 * generator its own; both minimise what the contest adds.
 */
public record Adversaries(Ingredients ingredients, Contest contest) {
    /** The critic and then the generator, with a network each. */
    public List<Player> players(Network generator, Network critic) {
        return List.of(critic(List.of(critic)), generator(List.of(generator)));
    }

    public Player critic(List<Network> networks) {
        return Player.of("critic", networks, this::criticTerms, ingredients.criticOptimizer())
                .schedule(ingredients.schedule())
                .moves(ingredients.criticMoves())
                .constraint(ingredients.constraint());
    }

    public Player generator(List<Network> networks) {
        return Player.of("generator", networks, this::generatorTerms, ingredients.generatorOptimizer())
                .schedule(ingredients.schedule())
                .average(ingredients.average());
    }

    private List<Term> criticTerms(Move move) {
        Encounter met = encounter(move);
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of(
                "adversarial",
                ingredients.loss().critic(met.onReal().value(), met.onFake().value())));
        Set<String> names = new HashSet<>();
        for (Regularizer regularizer : ingredients.regularizers()) {
            String name = regularizer.name();
            for (int count = 2; !names.add(name); count++) {
                name = regularizer.name() + "-" + count;
            }
            RandomKey random = move.random("regularizer").child(name);
            CriticMove view =
                    new CriticMove(samples -> contest.judge(move, samples).value(), met.real(), met.fake(), random);
            terms.add(new Term(name, regularizer.penalty(view), regularizer.period()));
        }
        terms.addAll(contest.criticTerms(met));
        return terms;
    }

    private List<Term> generatorTerms(Move move) {
        Encounter met = encounter(move);
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of(
                "adversarial",
                ingredients.loss().generator(met.onReal().value(), met.onFake().value())));
        terms.addAll(contest.generatorTerms(met));
        return terms;
    }

    /** Real samples are judged before fakes: the order names the streams of layers that draw. */
    private Encounter encounter(Move move) {
        Tensor real = contest.real(move);
        Tensor fake = contest.fake(move);
        Outputs onReal = contest.judge(move, real);
        return new Encounter(move, real, fake, onReal, contest.judge(move, fake));
    }
}
