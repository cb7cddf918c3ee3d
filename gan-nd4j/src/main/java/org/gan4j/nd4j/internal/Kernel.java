package org.gan4j.nd4j.internal;

/** An operation of a compiled program, bound to the memory that it reads and writes. */
interface Kernel extends AutoCloseable {
    void run();

    /** Returns the kind of kernel in a few words for people; the same for all kernels that run the same code. */
    String name();

    @Override
    default void close() {}
}
