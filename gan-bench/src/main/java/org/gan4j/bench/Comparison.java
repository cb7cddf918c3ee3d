package org.gan4j.bench;

import java.util.Optional;
import java.util.OptionalDouble;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.Libtorch;
import org.gan4j.bench.peer.Peer;
import org.gan4j.bench.peer.PeerWeights;
import org.gan4j.data.ShuffledBatches;
import org.gan4j.tensor.engine.Explanation;

/** Both sides of a case in one process. Checks that they compute the same losses, then times them in turn. */
final class Comparison implements AutoCloseable {
    /** The ratio of the peer's rate to Gan4J's below which the peer's counts as lower; anything closer is noise. */
    private static final double SAME_RATE = 0.95;

    private final Case measured;
    private final Dataset dataset;
    private final Gan4jSide gan4j;
    private final Peer peer;

    Comparison(Case measured) {
        Libtorch.load(); // before ND4J, so that both sides use its OpenMP
        this.measured = measured;
        this.dataset = measured.data().open();
        this.gan4j = new Gan4jSide(measured, dataset);
        this.peer = peer(measured, dataset);
    }

    private static Peer peer(Case measured, Dataset dataset) {
        InjectedRandoms randoms = new InjectedRandoms(Case.SEED, EqualLosses.STEPS);
        return new Peer(
                measured.peer(PeerWeights.of(measured.plan(DataSchema.of(dataset))), randoms),
                new ShuffledBatches(dataset, measured.batchSize(), Case.SEED));
    }

    /**
     * Runs the first steps of both sides and returns the largest difference between their losses.
     *
     * @throws IllegalStateException if the losses differ
     */
    double checkLosses() {
        return EqualLosses.check(gan4j, peer);
    }

    /**
     * Checks the losses of both sides and measures their times and matrix products.
     *
     * @param oursMemory the peak memory of Gan4J's process; empty if not measured
     * @param peerMemory the peak memory of the peer's process; empty if not measured
     * @throws IllegalStateException if the losses differ
     */
    Measurement measure(Interleaving interleaving, Optional<PeakMemory> oursMemory, Optional<PeakMemory> peerMemory) {
        Explanation step = gan4j.explain(1);
        double difference = checkLosses();
        Sgemm before = Sgemm.measure();
        Pairs pairs = interleaving.of(gan4j, peer);
        Sgemm sgemm = before.orFaster(Sgemm.measure());
        double gflops = step.total().flops() / 1e6 / pairs.medianFirst();
        return new Measurement(
                measured.name(),
                OptionalDouble.of(difference),
                pairs.count(),
                pairs.medianFirst(),
                pairs.medianSecond(),
                pairs.ratio(),
                scaled(pairs, step, sgemm),
                oursMemory,
                peerMemory,
                OptionalDouble.of(gflops / sgemm.ours()),
                Optional.of(sgemm));
    }

    private static OptionalDouble scaled(Pairs pairs, Explanation step, Sgemm sgemm) {
        double slowness = sgemm.peer() / sgemm.ours();
        return slowness >= SAME_RATE
                ? OptionalDouble.empty()
                : OptionalDouble.of(pairs.ratio(PeerProducts.milliseconds(step) * (slowness - 1)));
    }

    @Override
    public void close() {
        gan4j.close();
        peer.close();
        dataset.close();
    }
}
