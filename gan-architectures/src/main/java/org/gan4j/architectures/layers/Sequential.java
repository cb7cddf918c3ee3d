package org.gan4j.architectures.layers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.NetworkSummary.Part;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A sequence of layers as a network. */
public final class Sequential implements Network {
    private final String name;
    private final Chain chain;
    private final Map<Integer, String> heads;
    private final Shape input;

    private Sequential(String name, List<Layer> layers, Map<Integer, String> heads, Shape input) {
        this.name = name;
        this.chain = new Chain("network", layers);
        this.heads = Map.copyOf(heads);
        this.input = input;
    }

    /** Starts a network that keeps its variables in this scope. */
    public static Builder in(VariableScope scope) {
        return new Builder(scope);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Variable> parameters() {
        return chain.parameters();
    }

    @Override
    public List<Variable> state() {
        return chain.state();
    }

    @Override
    public boolean mixesSamples() {
        return chain.mixesSamples();
    }

    @Override
    public boolean allowsInputGradients() {
        return chain.allowsInputGradients();
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Tensor x = inputs.value();
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (int i = 0; i < chain.layers().size(); i++) {
            x = chain.layers().get(i).apply(parameters, pass, x, inputs.conditions());
            if (heads.containsKey(i)) {
                named.put(heads.get(i), x);
            }
        }
        return new Outputs(x, named);
    }

    /** Returns each layer with the shape of its output, if the builder knows the shape of the input. */
    @Override
    public NetworkSummary summary() {
        List<Part> parts = new ArrayList<>();
        ForwardPass pass = ForwardPass.inference();
        Tensor x = input == null ? null : Tensor.zeros(input.batch(1).dims());
        for (Layer layer : chain.layers()) {
            x = x == null ? null : applied(layer, pass, x);
            parts.add(new Part(path(layer), layer.kind(), x == null ? "" : batch(x.shape()), count(layer)));
        }
        return NetworkSummary.of(this, parts);
    }

    /** Returns a layer's output, or null if it fails: a summary of a network that does not fit ends its shapes there. */
    private static Tensor applied(Layer layer, ForwardPass pass, Tensor x) {
        try {
            return layer.apply(
                    Parameters.variables(),
                    pass,
                    x,
                    Map.of(Field.LABEL, Tensor.zeros(1).cast(DType.INT)));
        } catch (RuntimeException misfit) {
            return null;
        }
    }

    /** Returns the common beginning of the names of a layer's variables, without the network's own path. */
    private String path(Layer layer) {
        List<String> names = layer.parameters().stream().map(Variable::name).toList();
        if (names.isEmpty()) {
            return "";
        }
        String common = names.get(0);
        for (String other : names) {
            int same = 0;
            while (same < Math.min(common.length(), other.length()) && common.charAt(same) == other.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        String path = common.substring(0, Math.max(0, common.lastIndexOf('/')));
        return path.startsWith(name + "/") ? path.substring(name.length() + 1) : path;
    }

    private static long count(Layer layer) {
        return layer.parameters().stream()
                .mapToLong(variable -> variable.shape().size())
                .sum();
    }

    private static String batch(Shape withBatch) {
        return withBatch.rank() == 0 ? "[]" : NetworkSummary.batchOf(withBatch.without(0));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d layers, %,d parameters",
                name,
                chain.layers().size(),
                parameterCount());
    }

    /** A builder that collects layers. */
    public static final class Builder {
        private final VariableScope scope;
        private final List<Layer> layers = new ArrayList<>();
        private final Map<Integer, String> heads = new LinkedHashMap<>();
        private Shape input;

        private Builder(VariableScope scope) {
            this.scope = scope;
        }

        /** Returns the scope for the variables of a layer of this name. */
        public VariableScope scope(String layer) {
            return scope.child(layer);
        }

        /** Appends a layer. */
        public Builder add(Layer layer) {
            layers.add(layer);
            return this;
        }

        /** Names the output of the last layer so far, which makes it available in addition to the network's output. */
        public Builder head(String head) {
            heads.put(layers.size() - 1, head);
            return this;
        }

        /** Sets the shape of one input sample; only summaries need it. */
        public Builder input(long... sample) {
            input = Shape.of(sample);
            return this;
        }

        /** Returns the network. */
        public Network build() {
            return new Sequential(scope.path(), layers, heads, input);
        }
    }
}
