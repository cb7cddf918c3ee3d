package org.gan4j.data.toy;

import java.util.Arrays;
import java.util.List;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Floats;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * A single number, the data of the Dirac-GAN (<a href="https://arxiv.org/abs/1801.04406">Mescheder et al. 2018</a>,
 * section 2), the simplest example in which GANs do not converge. {@code image} is FLOAT [1].
 *
 * @param value the number; 0 by default
 * @param samples how often it is in the data, at least 1; 64 by default
 */
public record Point(double value, int samples) implements DataSource {
    private static final int SAMPLES = 64;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if there is no sample or the value is not finite
     */
    public Point {
        if (samples < 1 || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "the data point need a finite value and at least one sample, not " + value + " and " + samples);
        }
    }

    /** Returns the paper's data, the number 0. */
    public static Point zero() {
        return new Point(0, SAMPLES);
    }

    @Override
    public String name() {
        return "point";
    }

    @Override
    public String summary() {
        return "a single number, the data of the Dirac-GAN";
    }

    @Override
    public Dataset open() {
        float[] values = new float[samples];
        Arrays.fill(values, (float) value);
        return ColumnDataset.of(List.of(new Floats(new Field(Field.IMAGE, DType.FLOAT, Shape.of(1)), values)));
    }
}
