package org.gan4j.metrics.statistics;

import org.gan4j.tensor.Philox;

/** Random choices of a metric, as a pure function of the seed and a path. */
public final class Draw {
    private final Philox random;
    private int used;

    /** Creates the choices of a seed and a path, such as the metric's name. */
    public Draw(long seed, String path) {
        this.random = new Philox(seed, path, 0);
    }

    /** Returns a uniform number of [0, 1). */
    public double uniform() {
        float[] one = new float[1];
        random.uniforms(used++, one, 1);
        return one[0];
    }

    /** Returns a uniform integer from 0 to below a bound of at most 2²⁴. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /**
     * Returns different integers from 0 to below a bound, in random order.
     *
     * @throws IllegalArgumentException if there are not that many
     */
    public int[] different(int count, int bound) {
        if (count > bound) {
            throw new IllegalArgumentException(
                    "there are no " + count + " different numbers below " + bound + ": draw fewer");
        }
        int[] all = new int[bound];
        for (int i = 0; i < bound; i++) {
            all[i] = i;
        }
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            int at = i + below(bound - i);
            chosen[i] = all[at];
            all[at] = all[i];
        }
        return chosen;
    }
}
