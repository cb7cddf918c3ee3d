package org.gan4j.provenance.watermark;

import org.gan4j.provenance.watermark.Levels.Changed;

/**
 * The embedding of a pattern in an image, as strong as it has to be. The pattern is added with a weight that falls with the activity
 * of the image around a pixel, because a detector learns most where the image is flat.
 */
final class Embedding {
    /** In levels of 255. */
    private static final double WEAKEST = 1;

    private static final double STEP = 1.12;
    /** In decibels: a mark that changes more would be seen. */
    private static final double LEAST_PSNR = 36;

    private static final double LEAST_WEIGHT = 0.5;
    private static final double MOST_WEIGHT = 1.5;
    /** The false-positive rate to reach after the simulated changes, far below the threshold, since others are worse. */
    private static final double WISHED = 1e-12;

    private static final double ENOUGH = 1e-8;

    private final KeyTile tile;
    private final Levels levels;
    private final double[] pattern;

    Embedding(KeyTile tile, Levels levels) {
        this.tile = tile;
        this.levels = levels;
        this.pattern = pattern(tile, levels.luma());
    }

    private static double[] pattern(KeyTile tile, Luma luma) {
        double[] activity = Detail.of(luma).activity();
        double mean = 0;
        for (double each : activity) {
            mean += each / activity.length;
        }
        double[] pattern = new double[activity.length];
        for (int i = 0; i < pattern.length; i++) {
            double weight = Math.max(LEAST_WEIGHT, Math.min(MOST_WEIGHT, Math.sqrt(mean / activity[i])));
            pattern[i] = weight * tile.at(i % luma.width(), i / luma.width());
        }
        return pattern;
    }

    /** Returns the image with the weakest mark that is strong enough, or the strongest that is not visible. */
    MarkedImage strongEnough() {
        Changed best = plus(WEAKEST);
        boolean found = isFound(best, WISHED);
        for (double strength = WEAKEST * STEP; !found; strength *= STEP) {
            Changed stronger = plus(strength);
            if (stronger.psnr() < LEAST_PSNR) {
                break;
            }
            best = stronger;
            found = isFound(best, WISHED);
        }
        return new MarkedImage(best.image(), best.psnr(), found || isFound(best, ENOUGH));
    }

    private Changed plus(double strength) {
        double[] change = new double[pattern.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = strength * pattern[i];
        }
        return levels.plus(change);
    }

    /** Returns whether the mark is found with this false-positive rate after each of the simulated changes. */
    private boolean isFound(Changed marked, double rate) {
        return SimulatedChanges.of(Levels.luma(marked.image()))
                .allMatch(luma -> tile.match(TileSpectrum.of(luma)).falsePositiveRate() <= rate);
    }
}
