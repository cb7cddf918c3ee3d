package org.gan4j.testkit;

import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

class LossContractTest extends LossContract {
    @Override
    protected List<AdversarialLoss> losses() {
        return List.of(LogisticLoss.right(), squares(0, 1, 1), squares(-1, 1, 0));
    }

    private static AdversarialLoss squares(double fakeTarget, double realTarget, double wanted) {
        return LogisticLoss.right()
                .named("squares")
                .critic((real, fake) -> half(real, realTarget).add(half(fake, fakeTarget)))
                .generator((real, fake) -> half(fake, wanted));
    }

    private static Tensor half(Tensor scores, double target) {
        return scores.sub(target).square().mean().mul(0.5);
    }

    @Override
    protected OptionalDouble bestScore(AdversarialLoss loss, double ratio) {
        return loss.name().equals("squares") ? OptionalDouble.empty() : OptionalDouble.of(Math.log(ratio));
    }
}
