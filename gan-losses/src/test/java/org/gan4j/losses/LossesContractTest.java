package org.gan4j.losses;

import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.losses.adversarial.FGan;
import org.gan4j.losses.adversarial.Hinge;
import org.gan4j.losses.adversarial.LeastSquares;
import org.gan4j.losses.adversarial.Minimax;
import org.gan4j.losses.adversarial.NonSaturating;
import org.gan4j.testkit.LossContract;

class LossesContractTest extends LossContract {
    @Override
    protected List<AdversarialLoss> losses() {
        return TestedLosses.all();
    }

    @Override
    protected OptionalDouble bestScore(AdversarialLoss loss, double ratio) {
        if (loss instanceof NonSaturating nonSaturating) {
            return OptionalDouble.of(logit(nonSaturating.realLabel(), ratio));
        }
        if (loss instanceof Minimax minimax) {
            return OptionalDouble.of(logit(minimax.realLabel(), ratio));
        }
        if (loss instanceof LeastSquares squares) {
            return OptionalDouble.of((squares.b() * ratio + squares.a()) / (ratio + 1));
        }
        if (loss instanceof Hinge) {
            return OptionalDouble.of(Math.signum(ratio - 1));
        }
        if (loss instanceof FGan fGan) {
            return OptionalDouble.of(ofDivergence(fGan.divergence(), ratio));
        }
        return OptionalDouble.empty();
    }

    /** The logit of D = α p/(p + q), which is log(p/q) without label smoothing (Goodfellow et al. 2014, proposition 1). */
    private static double logit(double label, double ratio) {
        return Math.log(label * ratio / ((1 - label) * ratio + 1));
    }

    /** The score v with g(v) = f'(p/q) (Nowozin et al. 2016, equation 5). */
    private static double ofDivergence(FGan.Divergence divergence, double ratio) {
        return switch (divergence) {
            case KL -> 1 + Math.log(ratio);
            case PEARSON -> 2 * (ratio - 1);
            case REVERSE_KL, JENSEN_SHANNON -> Math.log(ratio);
        };
    }
}
