package org.gan4j.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.report.Curves.Bucket;

/**
 * Collects the metrics of any number of steps in few buckets: their width starts at one step, and doubles each time there
 * are too many. So a spike stays visible in the least and the greatest value of its bucket, however long the run is.
 */
final class CurveRecorder {
    /** The most buckets, about as many as a wide screen has pixels. */
    static final int MOST = 2000;

    private record Row(int end, Map<String, Bucket> metrics) {}

    private List<Row> rows = new ArrayList<>();
    private int width;

    CurveRecorder() {
        this(1);
    }

    CurveRecorder(int width) {
        this.width = width;
    }

    /** Adds the metrics of a step, which comes after all others. */
    void add(int step, Map<String, Double> metrics) {
        metrics.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                add(step, name, new Bucket(1, value, value, value));
            }
        });
    }

    /** Adds a metric of the steps up to one. */
    void add(int step, String name, Bucket bucket) {
        Row row = row(step);
        row.metrics.merge(name, bucket, Bucket::and);
    }

    private Row row(int step) {
        Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        if (last != null && (last.end - 1) / width == (step - 1) / width) {
            Row longer = new Row(step, last.metrics);
            rows.set(rows.size() - 1, longer);
            return longer;
        }
        if (rows.size() == MOST) {
            widen();
            return row(step);
        }
        Row next = new Row(step, new LinkedHashMap<>());
        rows.add(next);
        return next;
    }

    private void widen() {
        List<Row> narrow = rows;
        rows = new ArrayList<>();
        width *= 2;
        for (Row each : narrow) {
            each.metrics.forEach((name, bucket) -> add(each.end, name, bucket));
        }
    }

    Curves curves() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.metrics.keySet()));
        Map<String, List<Bucket>> metrics = new LinkedHashMap<>();
        for (String name : names) {
            metrics.put(
                    name,
                    rows.stream()
                            .map(row -> row.metrics.getOrDefault(name, Bucket.EMPTY))
                            .toList());
        }
        return new Curves(width, rows.stream().map(Row::end).toList(), metrics);
    }
}
