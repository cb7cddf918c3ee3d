package org.gan4j.nd4j.internal;

import org.gan4j.tensor.engine.Explanation.Row;

/** A kernel of a program with its row in the explanation and the duration of its last run. */
final class Step {
    private final Kernel kernel;
    private final Row row;
    private long nanoseconds = -1;

    Step(Kernel kernel, Row row) {
        this.kernel = kernel;
        this.row = row;
    }

    /**
     * Runs the kernel. Reading the clock costs about 25 ns and a kernel at least a microsecond, so timing is never
     * turned off.
     *
     * @param before the time before the run
     * @return the time after the run
     */
    long run(long before) {
        kernel.run();
        long now = System.nanoTime();
        nanoseconds = now - before;
        return now;
    }

    /** Clears the duration before a run, since the run may stop before this step. */
    void forget() {
        nanoseconds = -1;
    }

    Row row() {
        return row.took(nanoseconds);
    }

    void close() {
        kernel.close();
    }
}
