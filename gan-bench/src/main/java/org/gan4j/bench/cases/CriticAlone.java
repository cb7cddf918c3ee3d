package org.gan4j.bench.cases;

import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.util.List;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.Player;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.PeerWeights;

/** The critic's step of wgan-gp64 including its fakes, with or without the penalty. It has no libtorch peer. */
record CriticAlone(String name, List<Regularizer> penalties) implements Case {
    static Case withPenalty() {
        return new CriticAlone("with penalty", WGAN_GP.components().regularizers());
    }

    static Case withoutPenalty() {
        return new CriticAlone("without penalty", List.of());
    }

    @Override
    public String summary() {
        return "a critic's step " + name;
    }

    @Override
    public DataSource data() {
        return WganGp64.spec(penalties).data();
    }

    @Override
    public int batchSize() {
        return WganGp64.spec(penalties).batchSize();
    }

    @Override
    public Plan plan(DataSchema data) {
        Plan both = new PlayedCase(name, name, WganGp64.spec(penalties), null).plan(data);
        Phase phase = both.phaseSchedule().at(0);
        List<Player> critic = phase.game().players().stream()
                .filter(player -> player.name().equals("critic"))
                .toList();
        Game game = new Game(critic, phase.game().fields());
        return Plan.of(both.networks(), PhaseSchedule.of(Phase.open(phase.name(), game, phase.preview())));
    }

    @Override
    public PeerStep peer(PeerWeights weights, InjectedRandoms randoms) {
        throw new UnsupportedOperationException("the critic of wgan-gp64 is compared with itself and has no peer");
    }
}
