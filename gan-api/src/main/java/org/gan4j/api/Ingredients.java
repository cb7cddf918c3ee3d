package org.gan4j.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.tensor.Shape;

/**
 * What every GAN is made of; an {@link Application} says how. One that has no use for some of it leaves it out.
 *
 * @param generator makes samples
 * @param critic scores samples
 * @param loss what both minimise
 * @param regularizers terms added to the critic's objective
 * @param constraint what the critic's parameters are held to
 * @param generatorOptimizer how the generator learns
 * @param criticOptimizer how the critic learns
 * @param schedule how both learning rates change
 * @param criticMoves how many updates the critic makes for each of the generator's
 * @param average the moving average that is kept of the generator
 */
public record Ingredients(
        GeneratorArchitecture generator,
        CriticArchitecture critic,
        AdversarialLoss loss,
        List<Regularizer> regularizers,
        Optional<Constraint> constraint,
        Optimizer generatorOptimizer,
        Optimizer criticOptimizer,
        Optional<Schedule> schedule,
        int criticMoves,
        Optional<MovingAverage> average) {
    public Ingredients {
        regularizers = List.copyOf(regularizers);
    }

    /** The same with other architectures. */
    public Ingredients with(GeneratorArchitecture otherGenerator, CriticArchitecture otherCritic) {
        return new Ingredients(
                otherGenerator,
                otherCritic,
                loss,
                regularizers,
                constraint,
                generatorOptimizer,
                criticOptimizer,
                schedule,
                criticMoves,
                average);
    }

    /** The same with the architectures' open settings decided for these places. */
    public Ingredients resolved(Site generatorSite, Site criticSite) {
        return with(generator.resolved(generatorSite), critic.resolved(criticSite));
    }

    /** Where a generator of such samples is built. */
    public Site generatorSite(Shape sample, long seed) {
        return new Site(Scope.of("generator", seed), sample, false);
    }

    /** Where a critic of such samples is built: it must not mix them if a regulariser differentiates it by its input. */
    public Site criticSite(Shape sample, long seed) {
        boolean penalty = regularizers.stream().anyMatch(Regularizer::usesInputGradient);
        return new Site(Scope.of("critic", seed), sample, penalty);
    }

    /** What speaks against building both there; what both complain about is said once. */
    public List<String> problems(Site generatorSite, Site criticSite) {
        Set<String> problems = new LinkedHashSet<>(generator.problems(generatorSite));
        problems.addAll(critic.problems(criticSite));
        return List.copyOf(problems);
    }

    /** Which regularisers a network does not allow that mixes the samples of a batch. */
    public List<String> mixingProblems(Network built) {
        List<String> problems = new ArrayList<>();
        for (Regularizer regularizer : regularizers) {
            if (regularizer.usesInputGradient() && built.mixesSamples()) {
                problems.add("the critic mixes the samples of a batch (batch normalisation), but the regularizer "
                        + regularizer.name()
                        + " needs each sample's own gradient: use Normalization.LAYER, NONE or AUTO in the critic");
            }
        }
        return problems;
    }
}
