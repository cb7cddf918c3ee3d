package org.gan4j.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gan4j.api.CriticMove;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Move;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Player;
import org.gan4j.api.Regularizer;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/** The game of a generator and a critic, without conditions: what the builder's spine says. */
final class Adversaries {
    private final GanSpec spec;
    private final Networks networks;

    private Adversaries(GanSpec spec, Networks networks) {
        this.spec = spec;
        this.networks = networks;
    }

    static Game game(GanSpec spec, Networks networks, Field image) {
        Adversaries adversaries = new Adversaries(spec, networks);
        Player critic = Player.of(
                        "critic", List.of(networks.critic()), adversaries::criticTerms, spec.criticOptimizer())
                .schedule(spec.schedule())
                .moves(spec.criticMoves())
                .constraint(spec.constraint());
        Player generator = Player.of(
                        "generator",
                        List.of(networks.generator()),
                        adversaries::generatorTerms,
                        spec.generatorOptimizer())
                .schedule(spec.schedule())
                .average(spec.movingAverage());
        return new Game(List.of(critic, generator), List.of(image));
    }

    private List<Term> criticTerms(Move move) {
        Tensor real = move.data(Field.IMAGE);
        Tensor fake = fake(move);
        List<Term> terms = new ArrayList<>();
        terms.add(Term.of("adversarial", spec.loss().critic(score(move, real), score(move, fake))));
        Set<String> names = new HashSet<>();
        for (Regularizer regularizer : spec.regularizers()) {
            String name = regularizer.name();
            for (int count = 2; !names.add(name); count++) {
                name = regularizer.name() + "-" + count;
            }
            RandomKey random = move.random("regularizer").child(name);
            CriticMove view = new CriticMove(samples -> score(move, samples), real, fake, random);
            terms.add(new Term(name, regularizer.penalty(view), regularizer.period()));
        }
        return terms;
    }

    private List<Term> generatorTerms(Move move) {
        Tensor real = score(move, move.data(Field.IMAGE));
        Tensor fake = score(move, fake(move));
        return List.of(Term.of("adversarial", spec.loss().generator(real, fake)));
    }

    private Tensor fake(Move move) {
        Tensor latents =
                move.random("latent").normal(move.batchSize(), spec.generator().latent());
        return move.apply(networks.generator(), latents);
    }

    private Tensor score(Move move, Tensor samples) {
        return move.apply(networks.critic(), samples);
    }
}
