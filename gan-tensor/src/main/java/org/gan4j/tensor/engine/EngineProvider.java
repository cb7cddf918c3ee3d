package org.gan4j.tensor.engine;

/**
 * The service by which an engine is found through {@link java.util.ServiceLoader}. The available engine of highest rank
 * is the default.
 */
public interface EngineProvider {
    /** Returns the name by which users select the engine, such as {@code "nd4j"}. */
    String name();

    /** Returns the rank: a higher one is preferred; the reference engine has 0. */
    int rank();

    /** Returns a one-line summary for lists, without loading anything. */
    default String summary() {
        return "";
    }

    /** Creates the engine; may load native libraries. */
    Engine engine();
}
