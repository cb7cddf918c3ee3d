package org.gan4j.bench.cases;

import java.util.Random;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.tensor.Shape;

/**
 * Uniform random numbers in [-1, 1), generated when the source is opened. The time of a step does not depend on the
 * values.
 *
 * @param shape the shape of a sample
 */
record SyntheticData(Shape shape) implements DataSource {
    private static final int SAMPLES = 256;

    static SyntheticData of(long... shape) {
        return new SyntheticData(Shape.of(shape));
    }

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public Dataset open() {
        return DataSource.of(values(shape), shape.dims()).open();
    }

    static float[][] values(Shape shape) {
        Random random = new Random(7);
        float[][] samples = new float[SAMPLES][shape.size()];
        for (float[] sample : samples) {
            for (int i = 0; i < sample.length; i++) {
                sample[i] = 2 * random.nextFloat() - 1;
            }
        }
        return samples;
    }
}
