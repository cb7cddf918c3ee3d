package org.gan4j.api.network;

import java.util.List;
import org.gan4j.api.Component;

/** An architecture: a family of networks that adapts itself to the shape of the data. */
public interface Architecture extends Component {
    /**
     * Validates this architecture against a network spec. Returns one message per problem, stating the cause and the
     * fix; empty if the network can be built.
     */
    List<String> problems(NetworkSpec spec);

    /** Builds a network with new variables. Call it only if {@link #problems} found none. */
    Network build(NetworkSpec spec);

    /**
     * Returns a copy in which every open setting, such as an automatic normalization, has its value for this spec, so
     * that experiment.yaml records it. Returns this architecture by default.
     */
    default Architecture resolved(NetworkSpec spec) {
        return this;
    }
}
