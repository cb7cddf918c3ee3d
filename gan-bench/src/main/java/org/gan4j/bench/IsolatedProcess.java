package org.gan4j.bench;

import org.bytedeco.pytorch.global.torch;
import org.gan4j.api.data.Dataset;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.Libtorch;
import org.gan4j.bench.peer.Peer;
import org.gan4j.bench.peer.PeerWeights;
import org.gan4j.data.ShuffledBatches;
import org.gan4j.tensor.engine.Engines;

/**
 * One side of a case that trains in a process of its own. The side's libraries are loaded before memory is measured.
 */
enum IsolatedProcess {
    GAN4J {
        @Override
        void load() {
            Engines.preferred().open().close();
        }

        @Override
        Contestant contestant(Case measured, Dataset dataset) {
            return new Gan4jSide(measured, dataset);
        }
    },
    PEER {
        @Override
        void load() {
            Libtorch.load();
            torch.rand(8, 8).mm(torch.rand(8, 8)).close();
        }

        @Override
        Contestant contestant(Case measured, Dataset dataset) {
            return new Peer(
                    measured.peer(PeerWeights.own(), new InjectedRandoms(Case.SEED, 0)),
                    new ShuffledBatches(dataset, measured.batchSize(), Case.SEED));
        }
    };

    private static final int STEPS = 5;

    abstract void load();

    abstract Contestant contestant(Case measured, Dataset dataset);

    PeakMemory peakMemory(Case measured) {
        load();
        return PeakMemory.of(() -> {
            try (Dataset dataset = measured.data().open();
                    Contestant contestant = contestant(measured, dataset)) {
                for (int i = 0; i < STEPS; i++) {
                    contestant.step();
                }
            }
        });
    }
}
