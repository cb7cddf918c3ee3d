package org.gan4j.bench.cases;

import org.gan4j.api.Application;
import org.gan4j.api.DataDescription;
import org.gan4j.api.DataSource;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Plan;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.Draws;
import org.gan4j.bench.peer.PeerNetwork;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.Weights;
import org.gan4j.dsl.GanSpec;

/** A case with a generator and a critic, whose side of ours {@code Gan.builder()} says. */
record PlayedCase(String name, String summary, GanSpec spec, Opponent opponent) implements Case {
    /** Builds the peer's side. */
    interface Opponent {
        PeerNetwork generator();

        PeerNetwork critic();

        PeerStep step(PeerNetwork generator, PeerNetwork critic, Draws draws);
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
    public Plan plan(DataDescription data) {
        Application application = spec.application();
        Ingredients decided = application.resolved(spec.ingredients(), data);
        return application.plan(decided, data, SEED);
    }

    @Override
    public PeerStep peer(Weights weights, Draws draws) {
        return opponent.step(
                weights.given("generator", opponent.generator()), weights.given("critic", opponent.critic()), draws);
    }
}
