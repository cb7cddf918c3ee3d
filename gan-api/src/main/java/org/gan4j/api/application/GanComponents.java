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
 * What every GAN is made of; an {@link Application} says how. One that has no use for some of it leaves it out.
 *
 * @param generator makes samples
 * @param critic scores samples
 * @param loss what both minimize
 * @param regularizers terms added to the critic's objective
 * @param constraint what the critic's parameters are held to
 * @param generatorOptimizer how the generator learns
 * @param criticOptimizer how the critic learns
 * @param schedule how both learning rates change
 * @param criticUpdates how many updates the critic makes for each of the generator's
 * @param movingAverage the moving average that is kept of the generator
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

    /** The same with other architectures. */
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

    /** The same with the architectures' open settings decided for these places. */
    public GanComponents resolved(NetworkSpec generatorSpec, NetworkSpec criticSpec) {
        return with(generator.resolved(generatorSpec), critic.resolved(criticSpec));
    }

    /** Where a generator of such samples is built. */
    public NetworkSpec generatorSpec(Shape sample, long seed) {
        return new NetworkSpec(VariableScope.of("generator", seed), sample, false);
    }

    /** Where a critic of such samples is built: it must not mix them if a regularizer differentiates it by its input. */
    public NetworkSpec criticSpec(Shape sample, long seed) {
        boolean penalty = regularizers.stream().anyMatch(Regularizer::usesInputGradient);
        return new NetworkSpec(VariableScope.of("critic", seed), sample, penalty);
    }

    /** What speaks against building both there; what both complain about is said once. */
    public List<String> problems(NetworkSpec generatorSpec, NetworkSpec criticSpec) {
        Set<String> problems = new LinkedHashSet<>(generator.problems(generatorSpec));
        problems.addAll(critic.problems(criticSpec));
        return List.copyOf(problems);
    }

    /** Which regularizers a network does not allow that mixes the samples of a batch. */
    public List<String> mixingProblems(Network built) {
        List<String> problems = new ArrayList<>();
        for (Regularizer regularizer : regularizers) {
            if (regularizer.usesInputGradient() && built.mixesSamples()) {
                problems.add("the critic mixes the samples of a batch (batch normalization), but the regularizer "
                        + regularizer.name()
                        + " needs each sample's own gradient: use Normalization.LAYER, NONE or AUTO in the critic");
            }
        }
        return problems;
    }
}
