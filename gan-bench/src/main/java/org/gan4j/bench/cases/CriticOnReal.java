package org.gan4j.bench.cases;

import java.util.List;
import org.gan4j.api.Adam;
import org.gan4j.api.DataDescription;
import org.gan4j.api.DataSource;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.Network;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Player;
import org.gan4j.api.Scope;
import org.gan4j.api.Site;
import org.gan4j.api.Timeline;
import org.gan4j.architectures.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.Draws;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.Weights;

/** dcgan64's critic alone, which learns that a batch of 32 pictures is real: what DL4J can train too. Only ours. */
final class CriticOnReal implements Case {
    @Override
    public String name() {
        return "critic on real";
    }

    @Override
    public String summary() {
        return "dcgan64's critic on a batch of real pictures";
    }

    @Override
    public DataSource data() {
        return SyntheticData.of(3, 64, 64);
    }

    @Override
    public int batchSize() {
        return 32;
    }

    @Override
    public Plan plan(DataDescription data) {
        Network critic = Dcgan.critic()
                .normalization(Normalization.BATCH)
                .build(new Site(Scope.of("critic", SEED), data.image().shape(), false));
        Player player = Player.of(
                "critic",
                List.of(critic),
                // what the non-saturating loss says of real samples: binary cross-entropy with the label 1
                move -> List.of(Term.of(
                        "real",
                        move.apply(critic, move.data(Field.IMAGE))
                                .neg()
                                .softplus()
                                .mean())),
                Adam.of(2e-5, 0.5, 0.999));
        Exhibit nothing = Exhibit.of(1, move -> move.data(Field.IMAGE));
        return Plan.of(
                List.of(critic),
                Timeline.of(Phase.open("training", new Game(List.of(player), data.fields()), nothing)));
    }

    @Override
    public PeerStep peer(Weights weights, Draws draws) {
        throw new UnsupportedOperationException("our critic is compared with DL4J's");
    }
}
