package org.gan4j.dsl.probe;

import java.util.List;
import org.gan4j.metrics.statistics.Share;

/**
 * The accuracies of linear probes.
 *
 * @param learned the number of images whose labels the probes learned from
 * @param classes the number of classes
 * @param rows one for each kind of features
 */
public record ProbeReport(int learned, int classes, List<Row> rows) {
    /** Copies the rows. */
    public ProbeReport {
        rows = List.copyOf(rows);
    }

    /**
     * The probe of one kind of features.
     *
     * @param features what they are, such as {@code encoder}, {@code encoder, untrained} or {@code pixels}
     * @param width the number of features
     * @param accuracy the share of tested images whose class was found
     */
    public record Row(String features, int width, Share accuracy) {}

    /**
     * Returns the row of a kind of features.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Row row(String features) {
        return rows.stream()
                .filter(row -> row.features().equals(features))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no probe of " + features + "; there are "
                        + rows.stream().map(Row::features).toList()));
    }
}
