package org.gan4j.api.application;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.LearningRateSchedule;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.tensor.Shape;

/**
 * The components of a GAN, which an {@link Application} assembles. An application may ignore components that it has no
 * use for.
 *
 * @param generator the architecture of the generator
 * @param critic the architecture of the critic (discriminator)
 * @param loss the loss that both players minimize
 * @param regularizers the terms added to the critic's objective
 * @param constraint the projection applied to the critic's parameters after each update, such as weight clipping
 * @param generatorOptimizer the optimizer of the generator's parameters
 * @param criticOptimizer the optimizer of the critic's parameters
 * @param schedule the schedule of both learning rates; empty for constant rates
 * @param criticUpdates the number of critic updates per generator update
 * @param movingAverage the moving average (EMA) of the generator's weights; empty to keep none
 */
public record GanComponents(
        GeneratorArchitecture generator,
        CriticArchitecture critic,
        AdversarialLoss loss,
        List<Regularizer> regularizers,
        Optional<Constraint> constraint,
        Optimizer generatorOptimizer,
        Optimizer criticOptimizer,
        Optional<LearningRateSchedule> schedule,
        int criticUpdates,
        Optional<MovingAverage> movingAverage) {
    public GanComponents {
        regularizers = List.copyOf(regularizers);
    }

    /** Returns a copy with other architectures. */
    public GanComponents with(GeneratorArchitecture otherGenerator, CriticArchitecture otherCritic) {
        return new GanComponents(
                otherGenerator,
                otherCritic,
                loss,
                regularizers,
                constraint,
                generatorOptimizer,
                criticOptimizer,
                schedule,
                criticUpdates,
                movingAverage);
    }

    /** Returns a copy in which the architectures' open settings have their values for these specs. */
    public GanComponents resolved(NetworkSpec generatorSpec, NetworkSpec criticSpec) {
        return with(generator.resolved(generatorSpec), critic.resolved(criticSpec));
    }

    /**
     * Returns the spec of a generator.
     *
     * @param sample the shape of one sample, without the batch
     * @param seed the seed of the initial values
     */
    public NetworkSpec generatorSpec(Shape sample, long seed) {
        return new NetworkSpec(VariableScope.of("generator", seed), sample, false);
    }

    /**
     * Returns the spec of a critic. Its layers must not mix the samples of a batch if a regularizer differentiates it
     * with respect to its input.
     *
     * @param sample the shape of one sample, without the batch
     * @param seed the seed of the initial values
     */
    public NetworkSpec criticSpec(Shape sample, long seed) {
        boolean penalty = regularizers.stream().anyMatch(Regularizer::usesInputGradient);
        return new NetworkSpec(VariableScope.of("critic", seed), sample, penalty);
    }

    /**
     * Validates both architectures against their specs. Returns one message per problem, without duplicates; empty if
     * both networks can be built.
     */
    public List<String> problems(NetworkSpec generatorSpec, NetworkSpec criticSpec) {
        Set<String> problems = new LinkedHashSet<>(generator.problems(generatorSpec));
        problems.addAll(critic.problems(criticSpec));
        return List.copyOf(problems);
    }

    /**
     * Validates that a critic does not mix the samples of a batch if a regularizer needs each sample's own gradient.
     * Returns one message per such regularizer; empty if there is none.
     */
    public List<String> mixingProblems(Network network) {
        List<String> problems = new ArrayList<>();
        for (Regularizer regularizer : regularizers) {
            if (regularizer.usesInputGradient() && network.mixesSamples()) {
                problems.add("the critic mixes the samples of a batch (batch normalization), but the regularizer "
                        + regularizer.name()
                        + " needs each sample's own gradient: use Normalization.LAYER, NONE or AUTO in the critic");
            }
        }
        return problems;
    }
}
