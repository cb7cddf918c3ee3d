package org.gan4j.bench;

import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.PeerWeights;

/** A benchmark case: the same networks on the same data, trained by Gan4J and by the peer, libtorch. */
public interface Case {
    /** The random seed of every case. */
    long SEED = 1;

    /** Returns the name that the command line and the reports use. */
    String name();

    /** Returns a one-line description. */
    String summary();

    /** Returns the data that both sides train on. */
    DataSource data();

    /** Returns the number of samples in a batch. */
    int batchSize();

    /** Plans Gan4J's side as a user's experiment does. */
    Plan plan(DataSchema data);

    /**
     * Builds the peer's side.
     *
     * @param weights the initial weights of its networks
     * @param randoms the random numbers of its steps
     * @throws UnsupportedOperationException if the case has no peer
     */
    PeerStep peer(PeerWeights weights, InjectedRandoms randoms);
}
