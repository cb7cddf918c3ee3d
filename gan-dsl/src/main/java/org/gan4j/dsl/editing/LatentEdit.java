package org.gan4j.dsl.editing;

/** A change of latents. */
public sealed interface LatentEdit permits LatentEdit.Along, LatentEdit.Toward, LatentArithmetic {
    /**
     * The way along one of the {@link org.gan4j.dsl.inference.LatentDirections} in which samples change most.
     *
     * @param direction its number, counted from 0
     */
    record Along(int direction) implements LatentEdit {
        /**
         * Validates the number.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Along {
            if (direction < 0) {
                throw new IllegalArgumentException("directions are counted from 0, so there is none of " + direction);
            }
        }
    }

    /**
     * The way from the mean latents of other samples to those of samples of a class, the attribute vectors of <a
     * href="https://arxiv.org/abs/1512.09300">Larsen et al. 2016</a>. With an encoder, samples are images of the data, with
     * their labels; without, generated ones, of which a classifier tells the class.
     *
     * @param label the class, by name or number
     */
    record Toward(String label) implements LatentEdit {}
}
