package org.gan4j.provenance.watermark;

/**
 * The detail of an image: the difference of each pixel from the mean around it, and the activity, which is the standard
 * deviation of these differences around it. A mark is noise to the image and the image is noise to the mark, so the
 * activity says how little a pixel tells about the mark.
 *
 * @param differences one per pixel
 * @param activity one per pixel, plus {@link #FLOOR}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Detail(double[] differences, double[] activity) {
    /** The noise of JPEG, which is also where the image is flat, in levels. */
    private static final double FLOOR = 3;

    private static final int RADIUS = 2;

    static Detail of(Luma luma) {
        double[] means = luma.means(luma.values(), RADIUS);
        double[] differences = new double[means.length];
        double[] squares = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            differences[i] = luma.values()[i] - means[i];
            squares[i] = differences[i] * differences[i];
        }
        double[] activity = luma.means(squares, RADIUS);
        for (int i = 0; i < activity.length; i++) {
            activity[i] = Math.sqrt(Math.max(0, activity[i])) + FLOOR; // a sum of rounded numbers can be below 0
        }
        return new Detail(differences, activity);
    }
}
