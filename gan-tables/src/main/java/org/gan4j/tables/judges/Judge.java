package org.gan4j.tables.judges;

import java.util.function.Function;
import org.gan4j.tables.values.ValueTable;
import org.tribuo.Tribuo;

/** The classifiers that judge tables, of the library Tribuo. */
public enum Judge {
    /** A forest of decision trees, which finds relations of any form. */
    FOREST("random forest", Forest.SETTINGS, RowFeatures::ordinal),
    /** Logistic regression, which finds linear relations. */
    LOGISTIC("logistic regression", Logistic.SETTINGS, RowFeatures::oneHot);

    private final String title;
    private final String settings;
    private final Function<ValueTable, RowFeatures> features;

    Judge(String title, String settings, Function<ValueTable, RowFeatures> features) {
        this.title = title;
        this.settings = settings;
        this.features = features;
    }

    /** Returns its name. */
    public String title() {
        return title;
    }

    /** Returns the settings and the library with its version, in words. */
    public String settings() {
        return settings + "; Tribuo " + Tribuo.VERSION;
    }

    /**
     * Learns the classes of rows.
     *
     * @param reference the table by which numbers are scaled
     * @param rows the rows, at least one
     * @param labels the class of each row, from 0
     * @param classes the number of classes
     */
    TrainedJudge train(ValueTable reference, ValueTable rows, int[] labels, int classes, long seed) {
        return TrainedJudge.of(this, features.apply(reference), rows, labels, classes, seed);
    }
}
