package org.gan4j.apps.progressive;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.Variable;

/**
 * The networks of all sizes, which share variables.
 *
 * @param all the smallest size first
 */
record SizedNetworks(List<Network> all) {
    SizedNetworks {
        all = List.copyOf(all);
    }

    /** Returns the network of the size of the data. */
    Network whole() {
        return all.get(all.size() - 1);
    }

    List<Variable> parameters() {
        return distinct(network -> network.parameters().stream());
    }

    List<Variable> state() {
        return distinct(network -> network.state().stream());
    }

    private List<Variable> distinct(Function<Network, Stream<Variable>> variables) {
        return all.stream().flatMap(variables).distinct().toList();
    }
}
