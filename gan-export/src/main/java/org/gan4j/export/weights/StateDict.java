package org.gan4j.export.weights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/**
 * The tensors of a PyTorch module that are given to the variables of a network, by the names of one program. A bias that the module lacks is
 * 0; one that the network lacks before a batch normalization is subtracted from its running mean.
 */
final class StateDict {
    private static final String COUNTER = "num_batches_tracked";
    private static final String PARALLEL = "module.";
    /** The layers that a normalization follows. */
    private static final Pattern NORMALIZED = Pattern.compile("(.*?)(?:project|up|down|conv)(\\d*)");

    private static final int MOST = 20;

    private final TorchNames names;
    private final Map<String, TensorData> left;
    private final Map<String, TorchVariable> byName = new LinkedHashMap<>();
    private final Map<Variable, TensorData> values = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> otherShapes = new ArrayList<>();

    private StateDict(
            TorchNames names, Map<String, String> modules, Map<String, TensorData> tensors, List<TorchVariable> all) {
        this.names = names;
        this.left = new TreeMap<>(tensors);
        all.forEach(each -> byName.put(each.in(modules.get(each.module())), each));
        byName.forEach(this::take);
        modules.forEach((layer, module) -> fold(layer, module, modules));
    }

    /** Returns the tensors by the names that fit best: of which the fewest are missing. */
    static StateDict of(Map<String, TensorData> tensors, Network network) {
        Map<String, TensorData> used = new TreeMap<>();
        boolean parallel = tensors.keySet().stream().allMatch(name -> name.startsWith(PARALLEL));
        tensors.forEach((name, value) -> {
            if (!name.endsWith(COUNTER)) {
                used.put(parallel ? name.substring(PARALLEL.length()) : name, value);
            }
        });
        List<TorchVariable> all =
                network.variables().map(each -> TorchVariable.of(each, network)).toList();
        Set<String> layers = all.stream().map(TorchVariable::module).collect(Collectors.toSet());
        return TorchNames.known().stream()
                .flatMap(each -> each.modules(layers).map(modules -> new StateDict(each, modules, used, all)).stream())
                .min(Comparator.comparingInt(StateDict::problems))
                .orElseThrow(); // our own names are for all layers
    }

    private int problems() {
        return missing.size() + left.size();
    }

    private void take(String name, TorchVariable variable) {
        TensorData given = left.remove(name);
        if (given != null) {
            variable.fromTorch(given)
                    .ifPresentOrElse(
                            value -> values.put(variable.variable(), value),
                            () -> otherShapes.add(name + " is " + given.shape() + " in place of " + variable.shape()));
        } else if (variable.parameter().equals(TorchVariable.BIAS) && hasKernels(name)) {
            Shape shape = variable.variable().shape();
            values.put(
                    variable.variable(), TensorData.of(variable.variable().dtype(), new double[shape.size()], shape));
        } else {
            missing.add(name + " " + variable.shape());
        }
    }

    /** Returns whether a bias is that of a layer with a matrix or kernels, which come before it. */
    private boolean hasKernels(String bias) {
        TorchVariable weight =
                byName.get(bias.substring(0, bias.length() - TorchVariable.BIAS.length()) + TorchVariable.WEIGHT);
        return weight != null
                && values.containsKey(weight.variable())
                && weight.variable().isWeight();
    }

    /** Moves the bias of a layer into the running mean of the normalization after it. */
    private void fold(String layer, String module, Map<String, String> modules) {
        Matcher normalized = NORMALIZED.matcher(layer);
        String bias = module + "." + TorchVariable.BIAS;
        if (!left.containsKey(bias) || !normalized.matches()) {
            return;
        }
        String number = layer.endsWith("project") ? "0" : normalized.group(2);
        String norm = modules.get(normalized.group(1) + "norm" + number);
        Optional.ofNullable(byName.get(norm + "." + TorchVariable.RUNNING_MEAN))
                .map(TorchVariable::variable)
                .filter(mean -> left.get(bias).shape().equals(mean.shape()))
                .ifPresent(mean -> values.computeIfPresent(mean, (same, value) -> minus(value, left.remove(bias))));
    }

    private static TensorData minus(TensorData a, TensorData b) {
        double[] difference = a.toDoubles();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= b.get(i);
        }
        return TensorData.of(a.dtype(), difference, a.shape());
    }

    TorchNames names() {
        return names;
    }

    /**
     * Returns the value of each variable.
     *
     * @param origin what the tensors are of, for the message
     * @throws IllegalArgumentException if the tensors are not those of the network; the message lists the differences
     */
    Map<Variable, TensorData> values(String origin, Network network) {
        if (missing.isEmpty() && left.isEmpty() && otherShapes.isEmpty()) {
            return values;
        }
        List<String> unexpected = left.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().shape())
                .toList();
        throw new IllegalArgumentException(origin + " does not fit the network " + network.name() + ", by the names of "
                + names.origin() + ": give the settings of the network that it was trained as, or rename its tensors"
                + listed("missing", missing) + listed("unexpected", unexpected)
                + listed("of another shape", otherShapes));
    }

    private static String listed(String what, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String more = names.size() > MOST ? ", and " + (names.size() - MOST) + " more" : "";
        return "\n  " + what + ": " + names.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
    }
}
