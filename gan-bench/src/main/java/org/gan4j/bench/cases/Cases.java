package org.gan4j.bench.cases;

import java.util.List;
import org.gan4j.bench.Case;

/** The catalog of cases. */
public final class Cases {
    private Cases() {}

    /** Returns the critic's step of wgan-gp64. */
    public static Case criticWithPenalty() {
        return CriticAlone.withPenalty();
    }

    /** Returns the critic's step of wgan-gp64 without the gradient penalty. */
    public static Case criticWithoutPenalty() {
        return CriticAlone.withoutPenalty();
    }

    /** Returns dcgan64's critic on real images. */
    public static Case criticOnReal() {
        return new CriticOnReal();
    }

    /** Returns the cases that are compared with the peer. */
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
