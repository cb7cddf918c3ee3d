package org.gan4j.nd4j;

import org.gan4j.nd4j.internal.Nd4jRuntime;
import org.gan4j.nd4j.internal.Nd4jSession;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;

/**
 * The default engine: convolutions and matrix products by ND4J's native library, everything between them by fused
 * loops in Java over the same memory. FLOAT is fast; DOUBLE and INT are computed by the reference kernels.
 */
public final class Nd4jEngine implements Engine {
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
}
