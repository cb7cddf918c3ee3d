package org.gan4j.api.network;

import java.util.List;
import org.gan4j.api.Component;

/** A family of networks that fits itself to the data. */
public sealed interface Architecture extends Component permits GeneratorArchitecture, CriticArchitecture {
    /** What speaks against building it here, each as a sentence with what to do; empty if nothing does. */
    List<String> problems(NetworkSpec spec);

    /** Builds a network with fresh variables. */
    Network build(NetworkSpec spec);

    /** The same with every setting that was left open decided, so that it can be written down. */
    default Architecture resolved(NetworkSpec spec) {
        return this;
    }
}
