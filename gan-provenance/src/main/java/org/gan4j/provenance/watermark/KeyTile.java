package org.gan4j.provenance.watermark;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.special.Beta;

/**
 * The pattern of a key: normal random numbers without all frequencies that are not in the band, of mean 0 and variance 1.
 */
final class KeyTile {
    private static final int OFFSETS = Tile.SIDE * Tile.SIDE;
    private static final int DIMENSIONS = Tile.dimensions();

    private final double[][] values;
    private final Complex[][] spectrum;

    private KeyTile(Complex[][] spectrum) {
        this.spectrum = spectrum;
        this.values = Tile.inverse(spectrum);
    }

    static KeyTile of(String key) {
        KeyStream random = new KeyStream(key);
        double[][] noise = new double[Tile.SIDE][Tile.SIDE];
        for (double[] row : noise) {
            for (int x = 0; x < row.length; x++) {
                row[x] = random.nextNormal();
            }
        }
        Complex[][] band = Tile.band(noise);
        double scale = OFFSETS / Math.sqrt(Tile.energy(band));
        for (Complex[] row : band) {
            for (int x = 0; x < row.length; x++) {
                row[x] = row[x].multiply(scale);
            }
        }
        return new KeyTile(band);
    }

    /** Returns the pattern at a pixel. */
    double at(int x, int y) {
        return values[y % Tile.SIDE][x % Tile.SIDE];
    }

    /** Compares this pattern with an image, at all offsets. */
    WatermarkMatch match(TileSpectrum image) {
        if (image.energy() == 0) {
            return new WatermarkMatch(0, 1);
        }
        Complex[][] product = new Complex[Tile.SIDE][Tile.SIDE];
        for (int y = 0; y < Tile.SIDE; y++) {
            for (int x = 0; x < Tile.SIDE; x++) {
                product[y][x] = image.frequencies()[y][x].multiply(spectrum[y][x].conjugate());
            }
        }
        double best = 0;
        for (double[] row : Tile.inverse(product)) {
            for (double correlation : row) {
                best = Math.max(best, correlation);
            }
        }
        double score = Math.min(1, best * OFFSETS / Math.sqrt(image.energy() * Tile.energy(spectrum)));
        return new WatermarkMatch(score, Math.min(1, OFFSETS * tail(score)));
    }

    /**
     * Returns the probability that a random direction of the band has a correlation of at least this with a given one, by the
     * distribution of the coordinates of a point on a sphere.
     */
    private static double tail(double correlation) {
        return correlation >= 1
                ? 0
                : Beta.regularizedBeta(1 - correlation * correlation, (DIMENSIONS - 1) / 2.0, 0.5) / 2;
    }
}
