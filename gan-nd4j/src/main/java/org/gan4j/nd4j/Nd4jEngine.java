package org.gan4j.nd4j;

import org.gan4j.nd4j.internal.Nd4jRuntime;
import org.gan4j.nd4j.internal.Nd4jSession;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;

/**
 * The default engine: ND4J's native library computes convolutions and matrix products; fused Java loops over the same
 * memory compute everything between them. FLOAT is fast; the reference kernels compute DOUBLE and INT.
 */
public final class Nd4jEngine implements Engine {
    /** Creates the engine and loads the native libraries if they are not loaded yet. */
    public Nd4jEngine() {
        Nd4jRuntime.load();
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String description() {
        return Nd4jRuntime.description();
    }

    @Override
    public Session open(SessionOptions options) {
        return new Nd4jSession(options);
    }

    /** Returns the name and the description. */
    @Override
    public String toString() {
        return name() + ": " + description();
    }
}
