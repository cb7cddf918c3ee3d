package org.gan4j.cli;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.ComparedRows;
import org.gan4j.tensor.TensorData;

/**
 * Numbers of rows, collected part by part: their features, and the critic's scores if there is a critic.
 *
 * @param rows computes the features
 * @param gan computes the scores
 * @param isScored whether there are scores
 * @param features the features, part by part
 * @param scores the scores
 */
record RowNumbers(ComparedRows rows, Gan gan, boolean isScored, List<TensorData> features, List<Double> scores)
        implements ComparedRows.Receiver {
    /** Creates an empty collection. */
    static RowNumbers of(ComparedRows rows, ComparedRun run) {
        return new RowNumbers(rows, run.gan(), run.hasScores(), new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public void accept(TensorData part) {
        features.add(rows.features(part));
        if (isScored) {
            for (float score : gan.score(part)) {
                scores.add((double) score);
            }
        }
    }

    /** Returns all features, one row each. */
    TensorData allFeatures() {
        return TensorData.joined(features);
    }

    /** Returns all scores. */
    double[] allScores() {
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
