package org.gan4j.data.formats;

import java.util.Optional;

/**
 * The gamma and the primaries that a <a href="https://www.w3.org/TR/png-3/#11addnlcolinfo">PNG</a> states: a sample s in [0, 1] is the
 * light s^(1 / gamma) of its primary.
 *
 * @param lights the light in [0, 1] of each level
 * @param toSrgb row by row, the matrix from this light to that of sRGB's primaries
 */
record Calibration(double[] lights, double[] toSrgb) {
    private static final double USUAL_GAMMA = 0.45455;
    private static final double[] SRGB = {0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06};
    private static final double CLOSE = 0.02;
    private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    /**
     * Returns the calibration; none if it is that of sRGB, but for the rounding of programs.
     *
     * @param gamma 0 if none is stated
     * @param xy the chromaticities of white, red, green and blue; empty if none are stated
     */
    static Optional<Calibration> of(double gamma, double... xy) throws UnusableException {
        double own = gamma == 0 ? USUAL_GAMMA : gamma;
        if (own < 0.05 || own > 5) {
            throw new UnusableException("is damaged: its gamma is " + own);
        }
        boolean usual = true;
        for (int i = 0; i < xy.length; i++) {
            usual &= Math.abs(xy[i] - SRGB[i]) < CLOSE;
        }
        boolean usualGamma = Math.abs(own - USUAL_GAMMA) < CLOSE;
        if (usual && usualGamma) {
            return Optional.empty();
        }
        double[] lights = new double[256];
        for (int level = 0; level < lights.length; level++) {
            double sample = level / 255.0;
            lights[level] = usualGamma ? srgbLight(sample) : Math.pow(sample, 1 / own);
        }
        return Optional.of(new Calibration(lights, usual ? IDENTITY : matrix(xy)));
    }

    private static double[] matrix(double... xy) throws UnusableException {
        double[] matrix = Matrix.product(Matrix.inverse(toXyz(SRGB)), toXyz(xy));
        for (double entry : matrix) {
            if (!Double.isFinite(entry)) {
                throw new UnusableException("is damaged: its primaries are no colors");
            }
        }
        return matrix;
    }

    /** Returns the matrix from the light of primaries to CIE XYZ, relative to their white. */
    private static double[] toXyz(double... xy) {
        double[] columns = new double[9];
        for (int primary = 0; primary < 3; primary++) {
            double x = xy[2 + 2 * primary];
            double y = xy[3 + 2 * primary];
            columns[primary] = x / y;
            columns[3 + primary] = 1;
            columns[6 + primary] = (1 - x - y) / y;
        }
        double[] white = {xy[0] / xy[1], 1, (1 - xy[0] - xy[1]) / xy[1]};
        double[] shares = Matrix.times(Matrix.inverse(columns), white);
        for (int i = 0; i < columns.length; i++) {
            // relative to the white of the primaries, which stays white
            columns[i] *= shares[i % 3] / white[i / 3];
        }
        return columns;
    }

    private static double srgbLight(double sample) {
        return sample <= 0.04045 ? sample / 12.92 : Math.pow((sample + 0.055) / 1.055, 2.4);
    }

    private static int srgbLevel(double light) {
        double limited = Math.max(0, Math.min(1, light));
        double sample = limited <= 0.0031308 ? limited * 12.92 : 1.055 * Math.pow(limited, 1 / 2.4) - 0.055;
        return (int) Math.round(sample * 255);
    }

    /** Returns an sRGB color. */
    int convert(int argb) {
        double red = lights[argb >> 16 & 0xFF];
        double green = lights[argb >> 8 & 0xFF];
        double blue = lights[argb & 0xFF];
        int converted = argb & 0xFF000000;
        for (int i = 0; i < 3; i++) {
            double light = toSrgb[3 * i] * red + toSrgb[3 * i + 1] * green + toSrgb[3 * i + 2] * blue;
            converted |= srgbLevel(light) << 8 * (2 - i);
        }
        return converted;
    }
}
