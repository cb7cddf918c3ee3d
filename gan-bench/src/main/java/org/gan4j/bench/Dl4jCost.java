package org.gan4j.bench;

import org.gan4j.api.data.Dataset;
import org.gan4j.bench.cases.Cases;
import org.gan4j.bench.dl4j.Dl4jCritic;

/** The comparison of Gan4J with DL4J, both on ND4J: a step of dcgan64's critic on real images. */
final class Dl4jCost {
    static final String NAME = "dl4j-critic";

    private Dl4jCost() {}

    static Measurement measure(Interleaving interleaving) {
        Case critic = Cases.criticOnReal();
        try (Dataset dataset = critic.data().open();
                Gan4jSide gan4j = new Gan4jSide(critic, dataset)) {
            gan4j.step(); // loads ND4J with oneDNN, as users do
            try (Dl4jCritic dl4j = new Dl4jCritic()) {
                Pairs pairs = interleaving.of(gan4j, dl4j);
                return Measurement.timesOnly(NAME, pairs);
            }
        }
    }
}
