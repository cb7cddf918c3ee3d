package org.gan4j.bench.cases;

import java.util.List;
import org.gan4j.bench.Case;

/** What is measured. */
public final class Cases {
    private Cases() {}

    /** The critic's step of wgan-gp64. */
    public static Case criticWithPenalty() {
        return CriticAlone.withPenalty();
    }

    /** The same without the gradient penalty. */
    public static Case criticWithoutPenalty() {
        return CriticAlone.withoutPenalty();
    }

    /** dcgan64's critic on real pictures. */
    public static Case criticOnReal() {
        return new CriticOnReal();
    }

    /** All that is measured beside the peer. */
    public static List<Case> all() {
        return List.of(
                DcganCase.dcgan64(),
                DcganCase.fashion(),
                WganGp64.of(),
                new SrResNetCase(),
                GridMlp.of(),
                TinyMlp.of());
    }
}
