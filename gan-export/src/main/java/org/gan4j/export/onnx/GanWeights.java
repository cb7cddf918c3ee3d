package org.gan4j.export.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Parameters;
import org.gan4j.dsl.Gan;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/** The weights of a GAN. */
record GanWeights(Gan gan) implements ExportSource {
    private AveragedVariables averages() {
        return AveragedVariables.of(gan.plan().phaseSchedule());
    }

    /** Returns those that were asked for, or else the moving average, if the GAN keeps one of what the function reads. */
    @Override
    public Weights weights(ExportedFunction function, Optional<Weights> asked) {
        List<Variable> latest = read(function, Weights.LATEST);
        if (asked.isPresent()) {
            if (asked.get() == Weights.EMA) {
                averages().require(latest);
            }
            return asked.get();
        }
        return latest.equals(read(function, Weights.EMA)) ? Weights.LATEST : Weights.EMA;
    }

    private List<Variable> read(ExportedFunction function, Weights weights) {
        return new ModelBuilder(function, parameters(weights), Precision.FLOAT32).variables();
    }

    @Override
    public Parameters parameters(Weights weights) {
        return averages().parameters(weights);
    }

    @Override
    public Map<Variable, TensorData> values(List<Variable> variables) {
        return gan.values(variables);
    }

    @Override
    public Map<String, String> origin(ExportedFunction function, Shape output, Weights weights) {
        return GanOrigin.of(gan, function, output.without(0), weights);
    }

    @Override
    public String document(ExportedFunction function) {
        return "The " + function.name() + " of a GAN: application "
                + gan.spec().application().name() + ", trained for " + gan.steps() + " steps on "
                + gan.spec().data().name() + " with Gan4J.";
    }
}
