package org.gan4j.metrics.distances;

import java.util.stream.IntStream;
import org.gan4j.metrics.vectors.Pairs;
import org.gan4j.metrics.vectors.Vectors;

/**
 * Optimal transport between two sets, along each of several directions.
 *
 * @param costs the squared 2-Wasserstein distance along each direction
 * @param ofReal the mean over directions of each real sample's Kantorovich potential, up to a constant
 * @param ofFake the same of each fake sample
 */
record SlicedTransport(double[] costs, double[] ofReal, double[] ofFake) {
    /** The number of parts of the work, each with sums of its own, so that the sums do not depend on threads. */
    private static final int PARTS = 16;

    static SlicedTransport between(Vectors directions, Vectors real, Vectors fake) {
        double[] costs = new double[directions.count()];
        double[][] ofReal = new double[PARTS][real.count()];
        double[][] ofFake = new double[PARTS][fake.count()];
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            for (int band = part; band < Pairs.bands(directions.count()); band += PARTS) {
                double[][] x = Pairs.band(Pairs.Term.PRODUCT, directions, band, real);
                double[][] y = Pairs.band(Pairs.Term.PRODUCT, directions, band, fake);
                for (int i = 0; i < x.length; i++) {
                    LineTransport line = new LineTransport(x[i], y[i]);
                    costs[band * Pairs.BAND + i] = line.cost();
                    line.addPotentials(ofReal[part], ofFake[part]);
                }
            }
        });
        return new SlicedTransport(costs, mean(ofReal, directions.count()), mean(ofFake, directions.count()));
    }

    private static double[] mean(double[][] parts, int count) {
        double[] mean = new double[parts[0].length];
        for (double[] part : parts) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += part[i] / count;
            }
        }
        return mean;
    }
}
