package org.gan4j.api.loss;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.api.optim.Optimizer;

/**
 * A training recipe as its paper gives it; what the user sets in its place wins.
 *
 * @param name such as {@code "wgan-gp"}
 * @param summary one line for people
 * @param loss what the players minimize
 * @param regularizers terms added to the critic's objective
 * @param constraint what the critic's parameters are held to
 * @param generatorOptimizer how the generator learns
 * @param criticOptimizer how the critic learns
 * @param criticUpdates how many updates the critic makes before each of the generator's
 */
public record LossPreset(
        String name,
        String summary,
        AdversarialLoss loss,
        List<Regularizer> regularizers,
        Optional<Constraint> constraint,
        Optimizer generatorOptimizer,
        Optimizer criticOptimizer,
        int criticUpdates)
        implements Component {
    public LossPreset {
        regularizers = List.copyOf(regularizers);
    }
}
