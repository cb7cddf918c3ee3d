package org.gan4j.bench;

/** One side of a comparison, which trains a GAN one step at a time. */
public interface Contestant extends AutoCloseable {
    /**
     * Runs the next step.
     *
     * @throws IllegalStateException if training has stopped or this thread is interrupted
     */
    Step step();

    @Override
    void close();
}
