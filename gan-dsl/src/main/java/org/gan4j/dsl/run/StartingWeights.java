package org.gan4j.dsl.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.application.Plan;
import org.gan4j.api.network.Network;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.api.plugin.PretrainedGan;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.StoredCheckpoint;

/**
 * The weights of another run's generator, or of a pretrained one, with which training begins: of each variable the moving
 * average, if that run keeps one. Critics and the state of optimizers start from scratch.
 *
 * @param run the folder of the other run, or the name of a pretrained GAN
 * @param plan the plan whose generators get the weights
 */
public record StartingWeights(Path run, Plan plan) {
    private static final String GENERATOR = "generator";
    private static final int FEW = 3;

    /**
     * Sets the variables of the generators, and their moving averages.
     *
     * @throws IllegalArgumentException if there is no such run and no pretrained GAN, it has no checkpoint, or its
     *     generator has other variables
     */
    public void into(Session session) {
        List<Variable> wanted =
                generators(plan).stream().flatMap(Network::variables).toList();
        Set<Variable> averaged = averaged();
        try (StoredCheckpoint checkpoint = checkpoint()) {
            require(checkpoint, wanted);
            for (Variable variable : wanted) {
                Variable average = MovingAverage.of(variable);
                TensorData value = checkpoint.read(checkpoint.has(average) ? average : variable);
                session.set(variable, value);
                if (averaged.contains(variable)) {
                    session.set(average, value);
                }
            }
        }
    }

    /** Returns the networks that training may begin with. */
    static List<Network> generators(Plan plan) {
        return plan.networks().stream()
                .filter(network -> network.name().startsWith(GENERATOR))
                .toList();
    }

    private StoredCheckpoint checkpoint() {
        if (run.toString().endsWith(".safetensors") && Files.isRegularFile(run)) {
            throw new IllegalArgumentException(run
                    + " is a file of weights: make a run of it by gan import, and pass the" + " folder of that run");
        }
        if (!Files.exists(run)) {
            List<PretrainedGan> all = ComponentRegistry.onClassPath().pretrained();
            return all.stream()
                    .filter(each -> each.name().equals(run.toString()))
                    .findFirst()
                    .map(each -> StoredCheckpoint.open(each.weights()))
                    .orElseThrow(() -> new IllegalArgumentException("there is no folder " + run
                            + ": pass the folder of a run, such as runs/dcgan-001, or the name of a pretrained GAN, of "
                            + all.stream().map(PretrainedGan::name).toList()));
        }
        return RunCheckpoint.newest(RunDirectory.open(run)).stored();
    }

    /** Returns the variables that have a moving average here. */
    private Set<Variable> averaged() {
        Set<Variable> averaged = new HashSet<>();
        plan.phaseSchedule()
                .phases()
                .forEach(phase -> phase.game().players().forEach(player -> averaged.addAll(player.averaged())));
        return averaged;
    }

    private void require(StoredCheckpoint checkpoint, List<Variable> wanted) {
        List<Variable> missing =
                wanted.stream().filter(variable -> !checkpoint.has(variable)).toList();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("training cannot begin with the generator of " + run
                    + ", since this application has no network whose name begins with generator: leave out from");
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("training cannot begin with the generator of " + run
                    + ", which has other variables than this one: "
                    + missing.stream()
                            .limit(FEW)
                            .map(variable -> variable.name() + " " + variable.shape())
                            .collect(Collectors.joining(", "))
                    + (missing.size() > FEW ? " and " + (missing.size() - FEW) + " more are" : " is")
                    + " not in it: use the same generator in both, or leave out from");
        }
    }
}
