package org.gan4j.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.report.Curves.Bucket;

/**
 * A number of several runs by step: at each step the mean over the runs that have it, and one standard deviation (with
 * n − 1) on both sides if there are two or more.
 */
final class SeedBand {
    private final SortedMap<Integer, List<Double>> values = new TreeMap<>();

    /** Returns the band of a metric of runs, whose buckets are equally wide. */
    static SeedBand ofMetric(List<Curves> runs, String metric) {
        SeedBand band = new SeedBand();
        for (Curves curves : runs) {
            int width = curves.width();
            List<Bucket> buckets = curves.metrics().get(metric);
            for (int i = 0; buckets != null && i < buckets.size(); i++) {
                int end = ((curves.ends().get(i) - 1) / width + 1) * width;
                boolean complete = end == curves.ends().get(i) || i == 0; // the last bucket may be incomplete
                if (complete && buckets.get(i).count() > 0) {
                    band.add(end, buckets.get(i).mean());
                }
            }
        }
        return band;
    }

    void add(int step, double value) {
        values.computeIfAbsent(step, any -> new ArrayList<>()).add(value);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns the steps, the means, and the ends of the band, as a chart needs them. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode x = json.putArray("x");
        ArrayNode y = json.putArray("y");
        ArrayNode low = json.putArray("low");
        ArrayNode high = json.putArray("high");
        values.forEach((step, all) -> {
            double mean = mean(all);
            double deviation = deviation(all);
            x.add(step);
            y.add(ReportJson.number(mean));
            low.add(ReportJson.number(mean - deviation));
            high.add(ReportJson.number(mean + deviation));
        });
        return json;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Returns the standard deviation with n − 1; 0 for a single value. */
    static double deviation(List<Double> values) {
        double mean = mean(values);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    }
}
