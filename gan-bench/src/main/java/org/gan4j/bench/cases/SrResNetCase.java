package org.gan4j.bench.cases;

import java.util.List;
import java.util.Optional;
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
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.InjectedRandoms;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.PeerWeights;
import org.gan4j.bench.peer.PixelStep;
import org.gan4j.tensor.Shape;

/** SRResNet: SRGAN's generator alone, which quadruples height and width and learns the pixels. */
final class SrResNetCase implements Case {
    private static final int BLOCKS = 16;
    private static final int LOW = 24;
    private static final int HIGH = 4 * LOW;
    private static final String INPUT = "low";
    private static final Adam OPTIMIZER = Adam.of(1e-5, 0.9, 0.999);

    @Override
    public String name() {
        return "srresnet";
    }

    @Override
    public String summary() {
        return "SRResNet, 16 blocks, 24×24 to 96×96, pixel loss, batch 8";
    }

    @Override
    public DataSource data() {
        return DataSource.of(SyntheticData.values(Shape.of(3, HIGH, HIGH)), 3, HIGH, HIGH)
                .with(INPUT, SyntheticData.values(Shape.of(3, LOW, LOW)), 3, LOW, LOW);
    }

    @Override
    public int batchSize() {
        return 8;
    }

    @Override
    public Plan plan(DataSchema data) {
        Network generator = SrResNet.network(VariableScope.of("generator", SEED), BLOCKS);
        Player player = Player.of(
                        "generator",
                        List.of(generator),
                        update -> List.of(Term.of(
                                "pixel",
                                update.apply(generator, update.data(INPUT))
                                        .sub(update.data(Field.IMAGE))
                                        .square()
                                        .mean())),
                        OPTIMIZER)
                .movingAverage(Optional.of(new MovingAverage(0.999)));
        SamplePreview preview = SamplePreview.of(8, update -> update.apply(generator, update.data(INPUT)));
        return Plan.of(
                List.of(generator),
                PhaseSchedule.of(Phase.open("training", new Game(List.of(player), data.fields()), preview)));
    }

    @Override
    public PeerStep peer(PeerWeights weights, InjectedRandoms randoms) {
        return new PixelStep(weights.given("generator", new TorchSrResNet(BLOCKS)), OPTIMIZER, INPUT);
    }
}
