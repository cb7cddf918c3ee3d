package org.gan4j.bench;

import org.gan4j.api.data.Dataset;
import org.gan4j.bench.cases.Cases;

/** What the gradient penalty costs: our critic's step with it beside the same step without it. */
final class PenaltyCost {
    static final String NAME = "penalty";

    private PenaltyCost() {}

    static Measurement measure(Interleaving interleaving) {
        Case with = Cases.criticWithPenalty();
        Case without = Cases.criticWithoutPenalty();
        try (Dataset dataset = with.data().open();
                Gan4jSide first = new Gan4jSide(with, dataset);
                Gan4jSide second = new Gan4jSide(without, dataset)) {
            Pairs pairs = interleaving.of(first, second);
            return Measurement.timesOnly(NAME, pairs);
        }
    }
}
