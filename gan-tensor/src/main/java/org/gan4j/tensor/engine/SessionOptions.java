package org.gan4j.tensor.engine;

/**
 * The options of a session.
 *
 * @param threads the number of threads that the engine's own kernels may use; results do not depend on it. Native
 *     libraries may have their own settings, such as {@code OMP_NUM_THREADS}
 */
public record SessionOptions(int threads) {
    /**
     * Validates the number of threads.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public SessionOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
    }

    /** Returns the default options: all processors that are available to the JVM. */
    public static SessionOptions defaults() {
        return new SessionOptions(Runtime.getRuntime().availableProcessors());
    }
}
