package org.gan4j.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of a case. Times are medians.
 *
 * @param lossDifference the largest one in the first steps
 * @param pairs how many steps of each side were timed
 * @param ratio ours / peer, the median of pairs
 * @param scaledRatio the same if the peer multiplied matrices at our rate; only where its rate is lower
 * @param oursMemory empty if not measured
 * @param sgemmShare the part of our sgemm rate that our step reaches; empty for rows that compare us with ourselves
 * @param sgemm both sides' rates, right before or right after
 */
record Measurement(
        String name,
        OptionalDouble lossDifference,
        int pairs,
        double oursMilliseconds,
        double peerMilliseconds,
        double ratio,
        OptionalDouble scaledRatio,
        Optional<PeakMemory> oursMemory,
        Optional<PeakMemory> peerMemory,
        OptionalDouble sgemmShare,
        Optional<Sgemm> sgemm) {

    /** One whose sides do not do the same, or are not measured otherwise. */
    static Measurement timesOnly(String name, Pairs pairs) {
        OptionalDouble none = OptionalDouble.empty();
        return new Measurement(
                name,
                none,
                pairs.count(),
                pairs.medianFirst(),
                pairs.medianSecond(),
                pairs.ratio(),
                none,
                Optional.empty(),
                Optional.empty(),
                none,
                Optional.empty());
    }

    /** Under the names that JSON has. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("case", name);
        lossDifference.ifPresent(number -> values.put("loss_difference", number));
        values.put("pairs", pairs);
        values.put("ours_ms", rounded(oursMilliseconds));
        values.put("peer_ms", rounded(peerMilliseconds));
        values.put("ratio", rounded(ratio));
        put(values, "ratio_scaled", scaledRatio);
        put(values, "ours", oursMemory);
        put(values, "peer", peerMemory);
        put(values, "sgemm_share", sgemmShare);
        sgemm.ifPresent(rates -> {
            values.put("ours_sgemm_gflops", Math.round(rates.ours()));
            values.put("peer_sgemm_gflops", Math.round(rates.peer()));
            values.put("peer_blas_threads", rates.blasThreads());
        });
        return values;
    }

    private static void put(Map<String, Object> values, String key, OptionalDouble value) {
        value.ifPresent(number -> values.put(key, rounded(number)));
    }

    private static void put(Map<String, Object> values, String side, Optional<PeakMemory> memory) {
        memory.ifPresent(peak -> {
            values.put(side + "_peak_mb", rounded(peak.training()));
            values.put(side + "_process_mb", rounded(peak.process()));
        });
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
