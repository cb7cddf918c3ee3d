package org.gan4j.bench.cases;

import java.util.List;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.PeerWeights;

/**
 * dcgan64's critic, which learns that a batch of 32 images is real, as DL4J can train it too. It has no libtorch peer.
 */
final class CriticOnReal implements Case {
    @Override
    public String name() {
        return "critic on real";
    }

    @Override
    public String summary() {
        return "dcgan64's critic on a batch of real images";
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
    public Plan plan(DataSchema data) {
        Network critic = Dcgan.critic()
                .normalization(Normalization.BATCH)
                .build(NetworkSpec.critic(
                        VariableScope.of("critic", SEED), data.image().shape()));
        Player player = Player.of(
                "critic",
                List.of(critic),
                // the non-saturating loss of real samples: binary cross-entropy with the label 1
                update -> List.of(Term.of(
                        "real",
                        update.apply(critic, update.data(Field.IMAGE))
                                .neg()
                                .softplus()
                                .mean())),
                Adam.of(2e-5, 0.5, 0.999));
        SamplePreview nothing = SamplePreview.of(1, update -> update.data(Field.IMAGE));
        return Plan.of(
                List.of(critic),
                PhaseSchedule.of(Phase.open("training", new Game(List.of(player), data.fields()), nothing)));
    }

    @Override
    public PeerStep peer(PeerWeights weights, InjectedRandoms randoms) {
        throw new UnsupportedOperationException(
                "dcgan64's critic on real images is compared with DL4J's and has no peer");
    }
}
