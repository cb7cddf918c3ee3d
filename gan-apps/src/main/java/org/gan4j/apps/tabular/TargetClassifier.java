package org.gan4j.apps.tabular;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.tables.Block;
import org.gan4j.api.data.tables.Choice;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Dropout;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Tensor;

/**
 * The auxiliary classifier of CTAB-GAN (<a href="https://arxiv.org/abs/2102.08369">Zhao et al. 2021</a>, section 4.1), which tells
 * the value of one column from all others:
 *
 * <pre>
 * classifier: E[-log C(y | x)] of real rows
 * generator:  E[-log C(y | x)] of generated rows
 * </pre>
 *
 * where y is the column of a row, and x is all else. So rows get the value that real rows like them have.
 *
 * @param target the column
 * @param width the length of a row
 * @param network maps x to the logits of y
 */
record TargetClassifier(Choice target, int width, Network network) {
    private static final String NAME = "classifier";
    private static final int LAYERS = 2;
    private static final int UNITS = 256;
    private static final double DROPOUT = 0.5;

    static TargetClassifier of(Choice target, int width, long seed) {
        int choices = target.block().width();
        Sequential.Builder network = Sequential.in(VariableScope.of(NAME, seed)).input(width - choices);
        int units = width - choices;
        for (int i = 0; i < LAYERS; i++) {
            double deviation = Initialization.byFanIn(units, Activation.LEAKY_RELU.gain());
            network.add(new Linear(network.scope("hidden" + i), units, UNITS, deviation));
            network.add(Activation.LEAKY_RELU.layer());
            network.add(new Dropout(network.scope("dropout" + i), DROPOUT));
            units = UNITS;
        }
        network.add(new Linear(network.scope("logits"), units, choices, Initialization.byFanIn(units, 1)));
        return new TargetClassifier(target, width, network.build());
    }

    /** Returns the player that learns from real rows. */
    Player player(String rows, Optimizer optimizer) {
        return Player.of(
                NAME,
                List.of(network),
                update -> List.of(Term.of("cross-entropy", crossEntropy(update, update.data(rows)))),
                optimizer);
    }

    /** Returns E[-log C(y | x)] of encoded rows, a scalar; no gradient flows through y, which is drawn. */
    Tensor crossEntropy(UpdateContext update, Tensor rows) {
        Block block = target.block();
        int end = block.offset() + block.width();
        List<Tensor> others = new ArrayList<>();
        if (block.offset() > 0) {
            others.add(rows.slice(1, 0, block.offset()));
        }
        if (end < width) {
            others.add(rows.slice(1, end, width));
        }
        Tensor y = RowActivation.part(rows, block).stopGradient();
        return update.apply(network, Tensor.concat(1, others))
                .logSoftmax(1)
                .mul(y)
                .sum(1)
                .neg()
                .mean();
    }
}
