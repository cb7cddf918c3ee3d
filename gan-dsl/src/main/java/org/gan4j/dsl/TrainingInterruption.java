package org.gan4j.dsl;

import java.util.Map;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.TensorData;

/**
 * The interruption of the training thread, which ends training after its step. It is taken from the thread before files
 * are written, since Java closes a channel whose thread is interrupted, and given back when training has ended.
 */
final class TrainingInterruption implements AutoCloseable {
    private boolean taken;

    /** Takes an interruption from the current thread, and returns whether there was one since training started. */
    boolean take() {
        taken |= Thread.interrupted();
        return taken;
    }

    /** Returns the first listener of the chain, which takes an interruption before the other ones are called. */
    TrainingListener listener() {
        return new TrainingListener() {
            @Override
            public void started(Progress progress) {
                take();
            }

            @Override
            public void ended(Progress progress) {
                take();
            }
        };
    }

    /** Returns batches that are waited for although the thread is interrupted. */
    BatchSource patient(BatchSource batches) {
        return new BatchSource() {
            @Override
            public Map<String, TensorData> batch(long number) {
                while (true) {
                    take();
                    try {
                        return batches.batch(number);
                    } catch (IllegalStateException failed) {
                        if (!(failed.getCause() instanceof InterruptedException)) {
                            throw failed;
                        }
                    }
                }
            }

            @Override
            public void close() {
                take();
                batches.close();
            }
        };
    }

    /** Interrupts the thread again if its interruption was taken. */
    @Override
    public void close() {
        if (taken) {
            Thread.currentThread().interrupt();
        }
    }
}
