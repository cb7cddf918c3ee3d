package org.gan4j.nd4j.internal;

/** One step of a compiled program, bound to the memory that it reads and writes. */
interface Kernel extends AutoCloseable {
    void run();

    /** What kind of kernel it is, in a few words for people; the same for all that run the same code. */
    String name();

    @Override
    default void close() {}
}
