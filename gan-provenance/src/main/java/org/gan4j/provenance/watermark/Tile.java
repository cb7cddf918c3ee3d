package org.gan4j.provenance.watermark;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** The square that the pattern repeats, its Fourier transform, and the band of frequencies that the pattern has. */
final class Tile {
    /** The side in pixels: a power of two. A larger one would not fit into the images of small GANs. */
    static final int SIDE = 32;

    /** In waves per side. Lower ones are those of the image itself, higher ones are lost in JPEG of quality 75. */
    private static final int LOWEST = 3;

    private static final int HIGHEST = 10;

    private static final FastFourierTransformer FOURIER = new FastFourierTransformer(DftNormalization.STANDARD);

    private Tile() {}

    /** Returns whether a frequency is in the band. */
    static boolean inBand(int down, int across) {
        int y = down <= SIDE / 2 ? down : down - SIDE;
        int x = across <= SIDE / 2 ? across : across - SIDE;
        int square = x * x + y * y;
        return square >= LOWEST * LOWEST && square <= HIGHEST * HIGHEST;
    }

    /** Returns the number of real dimensions of the band: one per frequency, since each pair of conjugates has two. */
    static int dimensions() {
        int dimensions = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                dimensions += inBand(y, x) ? 1 : 0;
            }
        }
        return dimensions;
    }

    /** Returns the spectrum of a tile, without all frequencies that are not in the band. */
    static Complex[][] band(double[][] tile) {
        Complex[][] complex = new Complex[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                complex[y][x] = new Complex(tile[y][x]);
            }
        }
        Complex[][] spectrum = transform(complex, TransformType.FORWARD);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                spectrum[y][x] = inBand(y, x) ? spectrum[y][x] : Complex.ZERO;
            }
        }
        return spectrum;
    }

    /** Returns the tile of a spectrum. */
    static double[][] inverse(Complex[][] spectrum) {
        Complex[][] complex = transform(spectrum, TransformType.INVERSE);
        double[][] tile = new double[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                tile[y][x] = complex[y][x].getReal();
            }
        }
        return tile;
    }

    private static Complex[][] transform(Complex[][] rows, TransformType type) {
        return transposed(transformed(transposed(transformed(rows, type)), type));
    }

    private static Complex[][] transformed(Complex[][] rows, TransformType type) {
        Complex[][] transformed = new Complex[SIDE][];
        for (int y = 0; y < SIDE; y++) {
            transformed[y] = FOURIER.transform(rows[y], type);
        }
        return transformed;
    }

    private static Complex[][] transposed(Complex[][] rows) {
        Complex[][] columns = new Complex[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                columns[x][y] = rows[y][x];
            }
        }
        return columns;
    }

    /** Returns the square of the length of a spectrum. */
    static double energy(Complex[][] spectrum) {
        double energy = 0;
        for (Complex[] row : spectrum) {
            for (Complex each : row) {
                energy += each.getReal() * each.getReal() + each.getImaginary() * each.getImaginary();
            }
        }
        return energy;
    }
}
