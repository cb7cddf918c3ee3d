package org.gan4j.provenance.watermark;

import java.util.Locale;

/**
 * The result of looking for a watermark.
 *
 * @param score the largest correlation between the image and the pattern over all offsets, 0 to 1
 * @param falsePositiveRate the most probability that a key which is not in the image reaches this score. The pattern of a
 *     key is a random direction among all of its frequencies, so this holds for any image: the probability that the direction
 *     is so near to that of the image, times the number of offsets
 */
public record WatermarkMatch(double score, double falsePositiveRate) {
    /** A watermark is present if the false-positive rate is at most this: one of a million images without it. */
    public static final double THRESHOLD = 1e-6;

    /** Returns whether the watermark is present. */
    public boolean present() {
        return falsePositiveRate <= THRESHOLD;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "watermark %s: score %.3f, false-positive rate %.1e",
                present() ? "present" : "not found",
                score,
                falsePositiveRate);
    }
}
