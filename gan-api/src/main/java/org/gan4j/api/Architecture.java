package org.gan4j.api;

import java.util.List;

/** A family of networks that fits itself to the data. */
public sealed interface Architecture extends Component permits GeneratorArchitecture, CriticArchitecture {
    /** What speaks against building it here, each as a sentence with what to do; empty if nothing does. */
    List<String> problems(Site site);

    /** Builds a network with fresh variables. */
    Network build(Site site);

    /** The same with every setting that was left open decided, so that it can be written down. */
    default Architecture resolved(Site site) {
        return this;
    }
}
