package org.gan4j.tables.judges;

import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;

/** The settings of the forest. */
final class Forest {
    static final int TREES = 50;
    private static final int DEPTH = 16;
    private static final int LEAF = 5;
    static final String SETTINGS = TREES + " CART trees (Gini) of depth " + DEPTH + " at most on bootstrapped rows, "
            + LEAF + " rows or more in a node that is split, the root of the number of columns tried at each split;"
            + " choices as numbers by their frequency,"
            + " numbers in bins between 255 quantiles";
    /** The forest of Tribuo does not allow all features. */
    private static final double NEARLY_ALL = 0.99;

    private Forest() {}

    static Trainer<Label> trainer(int features, long seed) {
        float fraction = (float) Math.min(NEARLY_ALL, 1 / Math.sqrt(features));
        return new RandomForestTrainer<>(
                new CARTClassificationTrainer(DEPTH, LEAF, 0, fraction, false, new GiniIndex(), seed),
                new FullyWeightedVotingCombiner(),
                TREES,
                seed);
    }
}
