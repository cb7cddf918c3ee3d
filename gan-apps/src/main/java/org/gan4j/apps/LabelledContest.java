package org.gan4j.apps;

import java.util.List;
import org.gan4j.api.Contest;
import org.gan4j.api.Field;
import org.gan4j.api.Inputs;
import org.gan4j.api.Move;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Outputs;
import org.gan4j.tensor.Tensor;

/** Samples of classes: fakes are of the classes of the batch's samples, so real ones and fakes have the same labels. */
record LabelledContest(LabelledNetworks networks) implements Contest {
    private static final String CLASSES = CriticClassifier.CLASSES;

    @Override
    public Tensor real(Move move) {
        return move.data(Field.IMAGE);
    }

    @Override
    public Tensor fake(Move move) {
        Tensor latents = move.random("latent").normal(move.batchSize(), networks.latent());
        return move.apply(networks.generator(), networks.given(latents, labels(move)))
                .value();
    }

    @Override
    public Outputs judge(Move move, Tensor samples) {
        Tensor labels = labels(move);
        switch (networks.kind()) {
            case CONCATENATION:
                return move.apply(
                        networks.critic(), Inputs.of(networks.oneHots().beside(samples, labels)));
            case AUXILIARY:
                return networks.classifier().judge(move, samples);
            default:
                Outputs scored = move.apply(networks.critic(), Inputs.of(samples));
                Inputs labelled = Inputs.of(scored.head(Outputs.FEATURES)).with(Field.LABEL, labels);
                return Outputs.of(scored.value()
                        .add(move.apply(networks.byClass(), labelled).value()));
        }
    }

    @Override
    public List<Term> criticTerms(Encounter met) {
        return networks.kind() == Conditioning.AUXILIARY
                ? List.of(Term.of(
                        CLASSES, crossEntropy(met.move(), met.onReal()).add(crossEntropy(met.move(), met.onFake()))))
                : List.of();
    }

    @Override
    public List<Term> generatorTerms(Encounter met) {
        return networks.kind() == Conditioning.AUXILIARY
                ? List.of(Term.of(CLASSES, crossEntropy(met.move(), met.onFake())))
                : List.of();
    }

    private static Tensor crossEntropy(Move move, Outputs judged) {
        return ClassLogits.crossEntropy(judged.head(CLASSES), labels(move));
    }

    private static Tensor labels(Move move) {
        return move.data(Field.LABEL);
    }
}
