package org.gan4j.tensor.engine;

/**
 * How a session computes.
 *
 * @param threads how many threads the engine's own kernels may use; results do not depend on it. Native libraries may
 *     have settings of their own, such as {@code OMP_NUM_THREADS}
 */
public record SessionOptions(int threads) {
    public SessionOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
    }

    /** All the processors that the JVM may use. */
    public static SessionOptions defaults() {
        return new SessionOptions(Runtime.getRuntime().availableProcessors());
    }
}
