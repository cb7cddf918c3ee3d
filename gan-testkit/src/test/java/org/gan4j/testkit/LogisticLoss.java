package org.gan4j.testkit;

import java.util.function.BinaryOperator;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/** The non-saturating loss, in which a test can replace either player's formula by a wrong one. */
record LogisticLoss(String name, BinaryOperator<Tensor> ofCritic, BinaryOperator<Tensor> ofGenerator)
        implements AdversarialLoss {
    static LogisticLoss right() {
        return new LogisticLoss(
                "logistic",
                (real, fake) -> real.neg().softplus().mean().add(fake.softplus().mean()),
                (real, fake) -> fake.neg().softplus().mean());
    }

    LogisticLoss named(String other) {
        return new LogisticLoss(other, ofCritic, ofGenerator);
    }

    LogisticLoss critic(BinaryOperator<Tensor> formula) {
        return new LogisticLoss(name, formula, ofGenerator);
    }

    LogisticLoss generator(BinaryOperator<Tensor> formula) {
        return new LogisticLoss(name, ofCritic, formula);
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return ofCritic.apply(real, fake);
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return ofGenerator.apply(real, fake);
    }
}
