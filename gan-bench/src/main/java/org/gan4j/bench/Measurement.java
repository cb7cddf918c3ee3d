package org.gan4j.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The measurements of one case.
 *
 * @param name the name of the case
 * @param lossDifference the largest difference between two losses in the first steps
 * @param pairs the number of timed pairs of turns
 * @param oursMilliseconds the median time of a step of Gan4J
 * @param peerMilliseconds the median time of a step of the peer
 * @param ratio Gan4J's time / the peer's time, the median of the pairs
 * @param scaledRatio the ratio if the peer multiplied matrices at Gan4J's rate; empty if its rate is not lower
 * @param oursMemory the peak memory of Gan4J's process; empty if not measured
 * @param peerMemory the peak memory of the peer's process; empty if not measured
 * @param sgemmShare the share of Gan4J's sgemm rate that its step reaches; empty for cases without a libtorch peer
 * @param sgemm the sgemm rates of both sides, directly before or after the steps
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

    /**
     * Returns a measurement of times only, for two sides that do different work or are not measured in any other way.
     */
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

    /** Returns the measured values by their JSON keys. */
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
