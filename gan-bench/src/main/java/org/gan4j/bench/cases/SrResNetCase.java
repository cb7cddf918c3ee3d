package org.gan4j.bench.cases;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Adam;
import org.gan4j.api.DataDescription;
import org.gan4j.api.DataSource;
import org.gan4j.api.Exhibit;
import org.gan4j.api.Field;
import org.gan4j.api.Game;
import org.gan4j.api.MovingAverage;
import org.gan4j.api.Network;
import org.gan4j.api.Objective.Term;
import org.gan4j.api.Phase;
import org.gan4j.api.Plan;
import org.gan4j.api.Player;
import org.gan4j.api.Scope;
import org.gan4j.api.Timeline;
import org.gan4j.bench.Case;
import org.gan4j.bench.peer.Draws;
import org.gan4j.bench.peer.PeerStep;
import org.gan4j.bench.peer.PixelStep;
import org.gan4j.bench.peer.Weights;
import org.gan4j.tensor.Shape;

/** SRResNet: SRGAN's generator on its own, four times as high and wide, learning the pixels. */
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
    public Plan plan(DataDescription data) {
        Network generator = SrResNet.network(Scope.of("generator", SEED), BLOCKS);
        Player player = Player.of(
                        "generator",
                        List.of(generator),
                        move -> List.of(Term.of(
                                "pixel",
                                move.apply(generator, move.data(INPUT))
                                        .sub(move.data(Field.IMAGE))
                                        .square()
                                        .mean())),
                        OPTIMIZER)
                .average(Optional.of(new MovingAverage(0.999)));
        Exhibit exhibit = Exhibit.of(8, move -> move.apply(generator, move.data(INPUT)));
        return Plan.of(
                List.of(generator),
                Timeline.of(Phase.open("training", new Game(List.of(player), data.fields()), exhibit)));
    }

    @Override
    public PeerStep peer(Weights weights, Draws draws) {
        return new PixelStep(weights.given("generator", new TorchSrResNet(BLOCKS)), OPTIMIZER, INPUT);
    }
}
