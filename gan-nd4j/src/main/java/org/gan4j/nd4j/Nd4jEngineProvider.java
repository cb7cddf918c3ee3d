package org.gan4j.nd4j;

import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.EngineProvider;

/** The service provider of the ND4J engine. Its rank is above that of the reference engine. */
public final class Nd4jEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public int rank() {
        return 100;
    }

    @Override
    public String summary() {
        return "ND4J with oneDNN: fast, on any 64-bit Linux processor";
    }

    @Override
    public Engine engine() {
        return new Nd4jEngine();
    }

    /** Returns the name and the summary of the engine. */
    @Override
    public String toString() {
        return name() + ": " + summary();
    }
}
