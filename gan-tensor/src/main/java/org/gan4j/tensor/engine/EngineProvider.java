package org.gan4j.tensor.engine;

/** How an engine is found: through {@link java.util.ServiceLoader}. The available one of highest rank is the default. */
public interface EngineProvider {
    /** The name by which users ask for it, such as {@code "nd4j"}. */
    String name();

    /** Higher is preferred; the reference engine has 0. */
    int rank();

    /** What it is, in one line, for lists; known without loading anything. */
    default String summary() {
        return "";
    }

    /** Makes the engine ready; may load native libraries. */
    Engine engine();
}
