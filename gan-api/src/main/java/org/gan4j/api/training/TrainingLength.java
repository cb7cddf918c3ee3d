package org.gan4j.api.training;

/**
 * The length of training: a number of steps or of epochs. A step is one pass through the game, in which each player
 * makes its updates, the generator's last. An epoch is one pass through the data.
 */
public sealed interface TrainingLength {
    /**
     * Converts this length to a number of steps.
     *
     * @param samples the number of samples of the data
     * @param batchSize the number of samples per batch
     * @param batchesPerStep the number of batches that a step uses
     * @throws IllegalArgumentException if the number of steps is larger than {@link Integer#MAX_VALUE}
     */
    int steps(int samples, int batchSize, int batchesPerStep);

    /**
     * Returns a length of this many steps.
     *
     * @throws IllegalArgumentException if {@code steps} is less than 1
     */
    static TrainingLength steps(int steps) {
        return new Steps(steps);
    }

    /**
     * Returns a length of this many epochs; fractions are allowed.
     *
     * @throws IllegalArgumentException if {@code epochs} is not above 0 and finite
     */
    static TrainingLength epochs(double epochs) {
        return new Epochs(epochs);
    }

    /**
     * A number of steps.
     *
     * @param count the number of steps, at least 1
     */
    record Steps(int count) implements TrainingLength {
        /**
         * Validates the number of steps.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
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

    /**
     * A number of epochs.
     *
     * @param count the number of epochs, above 0 and finite
     */
    record Epochs(double count) implements TrainingLength {
        /**
         * Validates the number of epochs.
         *
         * @throws IllegalArgumentException if it is not above 0 and finite
         */
        public Epochs {
            if (!(count > 0) || Double.isInfinite(count)) {
                throw new IllegalArgumentException("the number of epochs must be above 0 and finite, not " + count);
            }
        }

        @Override
        public int steps(int samples, int batchSize, int batchesPerStep) {
            long steps = Math.round(count * samples / ((double) batchSize * batchesPerStep));
            if (steps > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(count + " epochs are " + steps + " steps, more than the maximum of "
                        + Integer.MAX_VALUE + ": train for fewer epochs");
            }
            return (int) Math.max(1, steps);
        }
    }
}
