package org.gan4j.bench;

import org.gan4j.api.data.Dataset;
import org.gan4j.bench.cases.Cases;

/** The cost of the gradient penalty: a step of Gan4J's critic with it, compared with the same step without it. */
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
