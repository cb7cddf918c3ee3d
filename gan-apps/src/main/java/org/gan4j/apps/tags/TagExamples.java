package org.gan4j.apps.tags;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The tags of the samples that were seen last, for sampling without the data: tags that were drawn independently would often
 * contradict each other. Applied to tags [N,T] in training, it keeps them in place of the oldest ones; it returns its input.
 *
 * @param kept FLOAT [{@value #COUNT}, T], the newest first; 0 where none was seen yet
 */
record TagExamples(String name, Variable kept) implements Network {
    /** The number of samples whose tags are kept. */
    static final int COUNT = 256;

    static TagExamples in(VariableScope scope, int tags) {
        return new TagExamples(scope.path(), scope.filled("kept", 0, COUNT, tags));
    }

    @Override
    public List<Variable> parameters() {
        return List.of();
    }

    @Override
    public List<Variable> state() {
        return List.of(kept);
    }

    @Override
    public boolean mixesSamples() {
        return false;
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Tensor all = Tensor.concat(0, inputs.value(), parameters.get(kept));
        pass.update(kept, all.slice(0, 0, COUNT));
        return Outputs.of(inputs.value());
    }
}
