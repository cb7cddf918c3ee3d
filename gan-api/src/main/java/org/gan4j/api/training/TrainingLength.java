package org.gan4j.api.training;

/** How long to train: a number of steps, or of times through the data. A step is one update of the generator. */
public sealed interface TrainingLength {
    /** The number of steps, for batches of this size that use up so many batches a step. */
    int steps(int samples, int batchSize, int batchesPerStep);

    static TrainingLength steps(int steps) {
        return new Steps(steps);
    }

    static TrainingLength epochs(double epochs) {
        return new Epochs(epochs);
    }

    /** So many updates of the generator. */
    record Steps(int count) implements TrainingLength {
        public Steps {
            if (count < 1) {
                throw new IllegalArgumentException("the number of steps must be at least 1, not " + count);
            }
        }

        @Override
        public int steps(int samples, int batchSize, int batchesPerStep) {
            return count;
        }
    }

    /** So many times through the data. */
    record Epochs(double count) implements TrainingLength {
        public Epochs {
            if (!(count > 0) || Double.isInfinite(count)) {
                throw new IllegalArgumentException("the number of epochs must be above 0 and finite, not " + count);
            }
        }

        @Override
        public int steps(int samples, int batchSize, int batchesPerStep) {
            long steps = Math.round(count * samples / ((double) batchSize * batchesPerStep));
            if (steps > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        count + " epochs are " + steps + " steps; the most is " + Integer.MAX_VALUE);
            }
            return (int) Math.max(1, steps);
        }
    }
}
