package com.example.matching;

import java.util.List;
import org.gan4j.api.Contest;
import org.gan4j.api.Field;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.Network;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Outputs;
import org.gan4j.tensor.Tensor;

/** Fakes from latents alone, and a further term for the generator: the features of fakes shall have the mean of real ones. */
record MatchingContest(Network generator, Network critic, int latent, double weight) implements Contest {
    @Override
    public Tensor real(Move move) {
        return move.data(Field.IMAGE);
    }

    @Override
    public Tensor fake(Move move) {
        return move.apply(generator, move.random("latent").normal(move.batchSize(), latent));
    }

    @Override
    public Outputs judge(Move move, Tensor samples) {
        return move.apply(critic, Inputs.of(samples));
    }

    @Override
    public List<Term> generatorTerms(Encounter met) {
        Tensor real = met.onReal().head(Outputs.FEATURES).mean(0);
        Tensor fake = met.onFake().head(Outputs.FEATURES).mean(0);
        return List.of(Term.of("features", real.sub(fake).square().sum().mul(weight)));
    }
}
