package org.gan4j.metrics.privacy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.metrics.vectors.Neighbors;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Measures of how much samples say about the rows that their generator was trained on. With d the distance of
 * features,
 *
 * <pre>
 * authentic = share of samples y with d(y, x) ≥ d(x, x′), x the nearest training row of y, x′ that of x
 * </pre>
 *
 * <p>Authenticity is that of <a href="https://arxiv.org/abs/2102.08921">Alaa et al. 2022</a>; the share that held-out rows
 * reach is the one to compare with.
 *
 * @param nearer the share of samples that are nearer to training than to held-out rows
 * @param copying the test of data copying
 * @param authentic the share of authentic samples
 * @param authenticHeldOut the share of authentic rows among those that were held out
 * @param duplicates the samples that nearly are training rows
 * @param attacks what an attacker who has only the samples can tell of the rows of training
 */
public record PrivacyMeasures(
        NearerShare nearer,
        DataCopying copying,
        Share authentic,
        Share authenticHeldOut,
        NearDuplicates duplicates,
        SampleAttacks attacks) {
    private static final String TRAINING = "training";

    /**
     * Measures samples.
     *
     * @param nearest the nearest rows of the same sets
     * @param seed the seed of the cells of {@link DataCopying}
     */
    public static PrivacyMeasures of(PrivacySets sets, NearestRows nearest, long seed) {
        double[] toTraining = nearest.samplesInTraining().nearest();
        return new PrivacyMeasures(
                NearerShare.of(
                        nearest,
                        sets.training().shape().dim(0),
                        sets.heldOut().shape().dim(0)),
                DataCopying.of(sets, nearest, seed),
                authentic(sets.training(), nearest.samplesInTraining()),
                authentic(sets.training(), nearest.heldOutInTraining()),
                NearDuplicates.of(toTraining, nearest.heldOutInTraining().nearest()),
                SampleAttacks.of(sets));
    }

    private static Share authentic(TensorData training, Neighbors rows) {
        int[] used = Arrays.stream(rows.indices())
                .mapToInt(each -> each[0])
                .distinct()
                .toArray();
        double[][] around = Neighbors.of(TRAINING, gathered(training, used), TRAINING, training, 2)
                .distances();
        Map<Integer, Double> toOther = new HashMap<>();
        for (int i = 0; i < used.length; i++) {
            toOther.put(used[i], around[i][1]); // the nearest one is the row itself
        }
        double[] distances = rows.nearest();
        int count = 0;
        for (int i = 0; i < distances.length; i++) {
            count += distances[i] >= toOther.get(rows.indices()[i][0]) ? 1 : 0;
        }
        return new Share(count, distances.length);
    }

    private static TensorData gathered(TensorData rows, int[] indices) {
        int width = rows.shape().dim(1);
        float[] from = rows.toFloats();
        float[] to = new float[indices.length * width];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(from, indices[i] * width, to, i * width, width);
        }
        return TensorData.of(to, Shape.of(indices.length, width));
    }
}
