package org.gan4j.metrics.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.metrics.clusters.KMeans;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.metrics.statistics.RankComparison;
import org.gan4j.metrics.vectors.Neighbors;
import org.gan4j.metrics.vectors.Vectors;

/**
 * The test of data copying by <a href="https://arxiv.org/abs/2004.05675">Meehan et al. 2020</a>: are samples nearer to the
 * training rows than held-out rows are? The space is divided into cells (k-means of the training rows), so that copies in
 * one region are not hidden by poor samples in another. With d the distance to the nearest training row, P(π) the share
 * of held-out rows in the cell π, and z the {@linkplain RankComparison Mann–Whitney statistic} of d of the samples and of
 * the held-out rows in π,
 *
 * <pre>
 * C_T = Σ P(π) z(π) / Σ P(π)       over the cells with enough samples
 * </pre>
 *
 * <p>Far below 0, such as -3, samples are copies or nearly; far above 0, they are less like the data than held-out rows
 * are. Here a point is in the cell of its nearest training row, which is then in the same cell, and ties are corrected
 * for.
 *
 * @param statistic C_T
 * @param cells the cells that count; one, if the rows are too few for more
 */
public record DataCopying(double statistic, List<Cell> cells) {
    /** The fewest samples, and held-out rows, of a cell that counts. */
    private static final int FEWEST = 20;

    private static final int MOST_CELLS = 10;
    private static final String STREAM = "data copying";

    /**
     * A region of the data.
     *
     * @param heldOut the number of held-out rows in it
     * @param samples the number of samples in it
     * @param z the statistic of the region
     */
    public record Cell(int heldOut, int samples, double z) {}

    /** Copies the cells. */
    public DataCopying {
        cells = List.copyOf(cells);
    }

    static DataCopying of(PrivacySets sets, NearestRows nearest, long seed) {
        int fewer =
                Math.min(sets.heldOut().shape().dim(0), sets.samples().shape().dim(0));
        int wanted = Math.max(1, Math.min(MOST_CELLS, fewer / (2 * FEWEST)));
        int[] cellOfRow = KMeans.of(
                Vectors.of("training", sets.training(), "the test of data copying", 1), wanted, new Draw(seed, STREAM));
        double[] ofSamples = nearest.samplesInTraining().nearest();
        double[] ofHeldOut = nearest.heldOutInTraining().nearest();
        List<double[]> samples = divided(ofSamples, nearest.samplesInTraining(), cellOfRow, wanted);
        List<double[]> heldOut = divided(ofHeldOut, nearest.heldOutInTraining(), cellOfRow, wanted);
        List<Cell> cells = new ArrayList<>();
        for (int cell = 0; cell < wanted; cell++) {
            if (samples.get(cell).length >= FEWEST && heldOut.get(cell).length >= FEWEST) {
                cells.add(cell(samples.get(cell), heldOut.get(cell)));
            }
        }
        if (cells.isEmpty()) {
            cells.add(cell(ofSamples, ofHeldOut));
        }
        double rows = cells.stream().mapToInt(Cell::heldOut).sum();
        double weighted =
                cells.stream().mapToDouble(cell -> cell.heldOut * cell.z).sum();
        return new DataCopying(weighted / rows, cells);
    }

    private static Cell cell(double[] samples, double[] heldOut) {
        return new Cell(
                heldOut.length,
                samples.length,
                RankComparison.of(samples, heldOut).z());
    }

    /** Returns the distances of the points in each cell, which is that of their nearest training row. */
    private static List<double[]> divided(double[] distances, Neighbors rows, int[] cellOfRow, int count) {
        List<double[]> parts = new ArrayList<>();
        for (int cell = 0; cell < count; cell++) {
            int wanted = cell;
            parts.add(IntStream.range(0, distances.length)
                    .filter(i -> cellOfRow[rows.indices()[i][0]] == wanted)
                    .mapToDouble(i -> distances[i])
                    .toArray());
        }
        return parts;
    }
}
