package org.gan4j.provenance.watermark;

import org.apache.commons.math3.complex.Complex;

/**
 * An image as the detector sees it: its detail, where each pixel counts by the inverse of its variance, added up tile by
 * tile, in the frequencies of the pattern, whose magnitudes are replaced by their roots, so that no structure of the image dominates.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TileSpectrum(Complex[][] frequencies, double energy) {
    /** Larger differences, in standard deviations, are edges of the image. */
    private static final double EDGE = 2.5;

    static TileSpectrum of(Luma luma) {
        Detail detail = Detail.of(luma);
        double[][] tile = new double[Tile.SIDE][Tile.SIDE];
        for (int y = 0; y < luma.height(); y++) {
            for (int x = 0; x < luma.width(); x++) {
                int i = y * luma.width() + x;
                double activity = detail.activity()[i];
                double normal = Math.max(-EDGE, Math.min(EDGE, detail.differences()[i] / activity));
                tile[y % Tile.SIDE][x % Tile.SIDE] += normal / activity;
            }
        }
        Complex[][] band = Tile.band(tile);
        for (Complex[] row : band) {
            for (int x = 0; x < row.length; x++) {
                double magnitude = row[x].abs();
                row[x] = magnitude == 0 ? Complex.ZERO : row[x].divide(Math.sqrt(magnitude));
            }
        }
        return new TileSpectrum(band, Tile.energy(band));
    }
}
