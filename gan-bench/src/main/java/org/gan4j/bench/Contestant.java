package org.gan4j.bench;

/** One side of a comparison: trains a GAN, a step at a time. */
public interface Contestant extends AutoCloseable {
    /** Makes the next step. */
    Step step();

    @Override
    void close();
}
