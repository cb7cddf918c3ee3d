package org.gan4j.api.loss;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.api.optim.Optimizer;

/**
 * A loss with its paper's settings. Settings that the user makes take precedence.
 *
 * @param name the name in configurations, such as {@code "wgan-gp"}
 * @param summary a one-line description for listings
 * @param loss the loss that both players minimize
 * @param regularizers the terms added to the critic's objective
 * @param constraint the projection applied to the critic's parameters after each update, such as weight clipping
 * @param generatorOptimizer the optimizer of the generator's parameters
 * @param criticOptimizer the optimizer of the critic's parameters
 * @param criticUpdates the number of critic updates per generator update
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
