package org.gan4j.testkit;

import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.api.loss.AdversarialLoss;

class LossContractTest extends LossContract {
    @Override
    protected List<AdversarialLoss> losses() {
        return List.of(LogisticLoss.right());
    }

    @Override
    protected OptionalDouble bestScore(AdversarialLoss loss, double ratio) {
        return OptionalDouble.of(Math.log(ratio));
    }
}
