package org.gan4j.losses;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.losses.adversarial.FGan;
import org.gan4j.losses.adversarial.FGan.Divergence;
import org.gan4j.losses.adversarial.LeastSquares;
import org.gan4j.losses.adversarial.Minimax;
import org.gan4j.losses.adversarial.NonSaturating;
import org.gan4j.losses.adversarial.RelativisticAverage;
import org.gan4j.losses.adversarial.RelativisticAverage.Kind;

/** Every loss of the plug-in, and some again with settings other than its defaults. */
final class TestedLosses {
    private TestedLosses() {}

    static List<AdversarialLoss> all() {
        return Stream.of(new LossesPlugin().losses().stream(), otherSettings(), divergences(), kinds())
                .flatMap(losses -> losses)
                .distinct()
                .toList();
    }

    private static Stream<AdversarialLoss> otherSettings() {
        return Stream.of(new NonSaturating(0.9), new Minimax(0.75), new LeastSquares(-1, 1, 0));
    }

    private static Stream<AdversarialLoss> divergences() {
        return Stream.of(Divergence.values()).map(FGan::new);
    }

    private static Stream<AdversarialLoss> kinds() {
        return Stream.of(Kind.values()).map(RelativisticAverage::new);
    }
}
