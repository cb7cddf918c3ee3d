package org.gan4j.training.sketches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A network of one linear layer over the concatenation of its input and conditions; each head is one too. */
record Tiny(String name, Variable weight, Map<String, Variable> heads, long[] out) implements Network {
    static Tiny of(String name, int in, long... out) {
        Variable weight = VariableScope.of(name, 1)
                .normal("weight", 0, 0.3, in, Shape.of(out).size());
        return new Tiny(name, weight, Map.of(), out);
    }

    /** Returns a critic, with one score per sample. */
    static Tiny critic(String name, int in) {
        return of(name, in);
    }

    /** Returns this network with one more head of the given size. */
    Tiny head(String head, int size) {
        Map<String, Variable> more = new LinkedHashMap<>(heads);
        more.put(
                head,
                VariableScope.of(name, 1).normal(head, 0, 0.3, weight.shape().dim(0), size));
        return new Tiny(name, weight, more, out);
    }

    @Override
    public List<Variable> parameters() {
        List<Variable> all = new ArrayList<>(List.of(weight));
        all.addAll(heads.values());
        return all;
    }

    @Override
    public List<Variable> state() {
        return List.of();
    }

    @Override
    public boolean mixesSamples() {
        return false;
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        int count = inputs.value().shape().dim(0);
        List<Tensor> parts = new ArrayList<>(List.of(inputs.value().reshape(count, -1)));
        inputs.conditions().forEach((name, value) -> parts.add(value.reshape(count, -1)));
        Tensor x = Tensor.concat(1, parts);
        long[] batch = new long[out.length + 1];
        batch[0] = count;
        System.arraycopy(out, 0, batch, 1, out.length);
        Outputs outputs = Outputs.of(x.matmul(parameters.get(weight)).reshape(batch));
        for (var head : heads.entrySet()) {
            outputs = outputs.with(head.getKey(), x.matmul(parameters.get(head.getValue())));
        }
        return outputs;
    }
}
