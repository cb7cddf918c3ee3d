package org.gan4j.export.weights;

import java.util.Map;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/**
 * Weights that were read for a network.
 *
 * @param network the name of the network
 * @param names the program whose names the file uses, for people
 * @param values the value of each variable
 */
public record ImportedWeights(String network, String names, Map<Variable, TensorData> values) {
    /** Copies the values. */
    public ImportedWeights {
        values = Map.copyOf(values);
    }

    /** Returns the number of values, running means and variances included. */
    public long count() {
        return values.keySet().stream()
                .mapToLong(variable -> variable.shape().size())
                .sum();
    }
}
