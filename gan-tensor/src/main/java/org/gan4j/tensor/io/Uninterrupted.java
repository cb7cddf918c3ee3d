package org.gan4j.tensor.io;

import java.io.IOException;

/**
 * Work with files that the interruption of its thread does not end. Java closes a channel whose thread is interrupted
 * while it reads or writes; the work is then done again, and the thread is interrupted afterwards.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** Work that can be done again from the beginning. */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * Does the work.
         *
         * @throws IOException if that fails
         */
        T run() throws IOException;
    }

    /**
     * Does the work, again if an interruption ended it, and returns its result.
     *
     * @throws IOException if the work fails for another reason
     */
    public static <T> T get(Work<T> work) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.run();
                } catch (IOException failed) {
                    if (!Thread.interrupted()) {
                        throw failed;
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
