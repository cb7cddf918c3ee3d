package org.gan4j.bench;

import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.PeerWeights;

/** What is measured: the same networks on the same data, trained by us and by the peer. */
public interface Case {
    /** The seed of all cases. */
    long SEED = 1;

    String name();

    /** One line for people. */
    String summary();

    DataSource data();

    int batchSize();

    /** Our side, as a user's experiment plans it. */
    Plan plan(DataSchema data);

    /** The peer's side. */
    PeerStep peer(PeerWeights weights, InjectedRandoms randoms);
}
