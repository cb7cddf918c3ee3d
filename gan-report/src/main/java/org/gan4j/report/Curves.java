package org.gan4j.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of a run, in at most {@value CurveRecorder#MOST} buckets of equally many steps each.
 *
 * @param width the number of steps of a bucket, a power of two
 * @param ends the last step of each bucket; the last bucket may be incomplete
 * @param metrics the buckets of each metric, by name
 */
public record Curves(int width, List<Integer> ends, Map<String, List<Bucket>> metrics) {
    /**
     * A metric during the steps of a bucket.
     *
     * @param count the number of steps that have the metric; 0 if none has
     * @param mean the mean over these steps
     * @param low the least value
     * @param high the greatest value
     */
    public record Bucket(int count, double mean, double low, double high) {
        static final Bucket EMPTY = new Bucket(0, Double.NaN, Double.NaN, Double.NaN);

        /** Returns the bucket of the steps of both. */
        Bucket and(Bucket other) {
            if (count == 0 || other.count == 0) {
                return count == 0 ? other : this;
            }
            int both = count + other.count;
            return new Bucket(
                    both,
                    (mean * count + other.mean * other.count) / both,
                    Math.min(low, other.low),
                    Math.max(high, other.high));
        }
    }

    /** Copies the lists; the order of the metrics stays. */
    public Curves {
        ends = List.copyOf(ends);
        Map<String, List<Bucket>> copies = new LinkedHashMap<>();
        metrics.forEach((name, buckets) -> copies.put(name, List.copyOf(buckets)));
        metrics = Collections.unmodifiableMap(copies);
    }

    /**
     * Returns the same curves in wider buckets.
     *
     * @param wider a multiple of {@link #width}
     * @throws IllegalArgumentException if it is not a multiple of the width
     */
    public Curves inBucketsOf(int wider) {
        if (wider < width || wider % width != 0) {
            throw new IllegalArgumentException(
                    "buckets of " + width + " steps cannot be joined to buckets of " + wider + " steps");
        }
        CurveRecorder joined = new CurveRecorder(wider);
        for (int i = 0; i < ends.size(); i++) {
            for (Map.Entry<String, List<Bucket>> metric : metrics.entrySet()) {
                joined.add(ends.get(i), metric.getKey(), metric.getValue().get(i));
            }
        }
        return joined.curves();
    }
}
