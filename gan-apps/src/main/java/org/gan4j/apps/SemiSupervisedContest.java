package org.gan4j.apps;

import java.util.List;
import org.gan4j.api.Contest;
import org.gan4j.api.Field;
import org.gan4j.api.Move;
import org.gan4j.api.Network;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Outputs;
import org.gan4j.data.PartlyLabelled;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Norms;

/**
 * A classifier of K classes and one more, the fakes', whose logit is fixed at 0 (<a
 * href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>, section 5). With l_k the logits of x and Z(x) = Σ
 * exp l_k(x), the probability of being real is D(x) = Z / (Z + 1), the sigmoid of
 *
 * <pre>
 * score(x) = log Σ exp l_k(x)
 * </pre>
 *
 * so that a loss of scores makes the unlabelled part, the paper's log D(x) and log(1 - D(G(z))) if it is the
 * non-saturating one. The labelled part is the cross-entropy of the K classes. The generator matches the mean features
 * f:
 *
 * <pre>
 * ‖mean f(x) - mean f(G(z))‖²
 * </pre>
 */
record SemiSupervisedContest(Network generator, int latent, CriticClassifier classifier) implements Contest {
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
        Outputs judged = classifier.judge(move, samples);
        return new Outputs(Norms.logSumExp(judged.head(CriticClassifier.CLASSES), 1), judged.heads());
    }

    @Override
    public List<Term> criticTerms(Encounter met) {
        return List.of(classes(met.move(), classifier));
    }

    /** The cross-entropy of the batch's labelled samples. */
    static Term classes(Move move, CriticClassifier classifier) {
        Tensor logits =
                classifier.judge(move, move.data(PartlyLabelled.LABELLED)).head(CriticClassifier.CLASSES);
        return Term.of(CriticClassifier.CLASSES, ClassLogits.crossEntropy(logits, move.data(Field.LABEL)));
    }

    /** What the generator minimises in place of a loss. */
    List<Term> matching(Move move) {
        Tensor real = judge(move, real(move)).head(Outputs.FEATURES);
        Tensor fake = judge(move, fake(move)).head(Outputs.FEATURES);
        return List.of(Term.of(
                Outputs.FEATURES, real.mean(0).sub(fake.mean(0)).square().sum()));
    }
}
