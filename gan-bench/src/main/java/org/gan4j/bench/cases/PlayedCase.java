package org.gan4j.bench.cases;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.PeerNetwork;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.PeerWeights;
import org.gan4j.dsl.spec.GanSpec;

/** A case with a generator and a critic, whose Gan4J side is built by {@code Gan.builder()}. */
record PlayedCase(String name, String summary, GanSpec spec, Opponent opponent) implements Case {
    /** The builder of the peer's side. */
    interface Opponent {
        PeerNetwork generator();

        PeerNetwork critic();

        PeerStep step(PeerNetwork generator, PeerNetwork critic, InjectedRandoms randoms);
    }

    @Override
    public DataSource data() {
        return spec.data();
    }

    @Override
    public int batchSize() {
        return spec.batchSize();
    }

    @Override
    public Plan plan(DataSchema data) {
        Application application = spec.application();
        GanComponents decided = application.resolved(spec.components(), data);
        return application.plan(decided, data, SEED);
    }

    @Override
    public PeerStep peer(PeerWeights weights, InjectedRandoms randoms) {
        return opponent.step(
                weights.given("generator", opponent.generator()), weights.given("critic", opponent.critic()), randoms);
    }
}
