package org.gan4j.bench.cases;

import java.util.Random;
import org.gan4j.api.ArrayData;
import org.gan4j.api.DataSource;

/** Data of any shape: the time of a step does not depend on what is in them. */
final class SyntheticData {
    private static final int SAMPLES = 256;

    private SyntheticData() {}

    /** Uniform numbers in [-1, 1). */
    static ArrayData uniform(long... shape) {
        return DataSource.of(values(shape), shape);
    }

    static float[][] values(long... shape) {
        int size = 1;
        for (long dim : shape) {
            size *= (int) dim;
        }
        Random random = new Random(7);
        float[][] samples = new float[SAMPLES][size];
        for (float[] sample : samples) {
            for (int i = 0; i < size; i++) {
                sample[i] = 2 * random.nextFloat() - 1;
            }
        }
        return samples;
    }
}
