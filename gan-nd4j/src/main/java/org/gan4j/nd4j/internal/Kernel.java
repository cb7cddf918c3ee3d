package org.gan4j.nd4j.internal;

/** One step of a compiled program, bound to the memory that it reads and writes. */
interface Kernel extends AutoCloseable {
    void run();

    @Override
    default void close() {}
}
