package org.gan4j.data.toy;

import java.util.List;
import java.util.Random;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Floats;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/** Points drawn from a mixture of equal Gaussians in the plane. */
final class Gaussians {
    private Gaussians() {}

    /**
     * Draws points, each from a mode that is drawn first.
     *
     * @param centers the center of each mode, [modes][2]
     * @param deviation the standard deviation of each coordinate
     */
    static Dataset draw(double[][] centers, double deviation, int samples, long seed) {
        // its sequence is specified, so every Java version draws the same points
        Random random = new Random(seed);
        float[] points = new float[Math.multiplyExact(2, samples)];
        for (int i = 0; i < points.length; i += 2) {
            double[] center = centers[random.nextInt(centers.length)];
            points[i] = (float) (center[0] + deviation * random.nextGaussian());
            points[i + 1] = (float) (center[1] + deviation * random.nextGaussian());
        }
        return ColumnDataset.of(List.of(new Floats(new Field(Field.IMAGE, DType.FLOAT, Shape.of(2)), points)));
    }

    /** Validates what all mixtures have in common. */
    static void require(String name, int modes, double distance, double deviation, int samples) {
        if (modes < 1 || !(distance > 0) || !(deviation >= 0) || samples < 1) {
            throw new IllegalArgumentException("the data " + name + " need at least one mode and one sample, a distance"
                    + " above 0 and a deviation of at least 0; got " + modes + " modes, " + samples
                    + " samples, a distance of " + distance + " and a deviation of " + deviation);
        }
    }
}
