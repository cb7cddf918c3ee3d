package org.gan4j.tensor.reference;

import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.EngineProvider;

/** The provider of the reference engine, which has the lowest rank. */
public final class ReferenceEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public String summary() {
        return "plain Java in double precision: slow, for checking";
    }

    @Override
    public Engine engine() {
        return new ReferenceEngine();
    }

    /** Returns the name and the summary of the engine. */
    @Override
    public String toString() {
        return name() + ": " + summary();
    }
}
