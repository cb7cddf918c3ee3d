package org.gan4j.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a benchmark found, for people and for programs.
 *
 * @param threads that both sides use
 */
record Report(int threads, Sgemm sgemm, List<Measurement> measurements) {
    private static final String ROW = "%-14s %10s %10s %7s %8s %9s %9s %7s %6s";

    Report {
        measurements = List.copyOf(measurements);
    }

    /** What was found about the machine. */
    static String machine(int threads, Sgemm sgemm) {
        return String.format(
                Locale.ROOT,
                "sgemm 1024^3: ours %.0f GFLOP/s, peer %.0f GFLOP/s (OpenBLAS on %d of %d threads, its best)",
                sgemm.ours(),
                sgemm.peer(),
                sgemm.blasThreads(),
                threads);
    }

    static String heading() {
        return String.format(
                Locale.ROOT,
                ROW,
                "case",
                "ours_ms",
                "peer_ms",
                "ratio",
                "scaled",
                "ours_MB",
                "peer_MB",
                "sgemm",
                "pairs");
    }

    static String row(Measurement measured) {
        return String.format(
                Locale.ROOT,
                ROW,
                measured.name(),
                milliseconds(measured.oursMilliseconds()),
                milliseconds(measured.peerMilliseconds()),
                text("%.2f", OptionalDouble.of(measured.ratio())),
                text("%.2f", measured.scaledRatio()),
                text("%.0f", measured.oursMegabytes()),
                text("%.0f", measured.peerMegabytes()),
                measured.sgemmShare().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.0f %%",
                                100 * measured.sgemmShare().getAsDouble())
                        : "-",
                measured.pairs());
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
    }

    private static String text(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("threads", threads);
        all.put("ours_sgemm_gflops", Math.round(sgemm.ours()));
        all.put("peer_sgemm_gflops", Math.round(sgemm.peer()));
        all.put("peer_blas_threads", sgemm.blasThreads());
        all.put("cases", measurements.stream().map(Measurement::values).toList());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("numbers and names became no JSON", impossible);
        }
    }
}
