package org.gan4j.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The results of a benchmark, as a text table and as JSON. */
final class Report {
    private static final String ROW = "%-14s %9s %9s %6s %7s %9s %9s %6s  %-17s %5s";

    private Report() {}

    /** Returns the heading of the table. */
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
                "share",
                "sgemm ours/peer",
                "pairs");
    }

    /** Returns the row of one case. */
    static String row(Measurement measured) {
        return String.format(
                Locale.ROOT,
                ROW,
                measured.name(),
                milliseconds(measured.oursMilliseconds()),
                milliseconds(measured.peerMilliseconds()),
                text("%.2f", OptionalDouble.of(measured.ratio())),
                text("%.2f", measured.scaledRatio()),
                memory(measured.oursMemory()),
                memory(measured.peerMemory()),
                measured.sgemmShare().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.0f %%",
                                100 * measured.sgemmShare().getAsDouble())
                        : "-",
                measured.sgemm().map(Report::sgemm).orElse("-"),
                measured.pairs());
    }

    private static String memory(Optional<PeakMemory> peak) {
        return peak.map(mb -> String.format(Locale.ROOT, "%.0f (%.0f)", mb.training(), mb.process()))
                .orElse("-");
    }

    private static String sgemm(Sgemm rates) {
        return String.format(Locale.ROOT, "%.0f/%.0f (%d)", rates.ours(), rates.peer(), rates.blasThreads());
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
    }

    private static String text(String format, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
    }

    /**
     * Returns the results as JSON.
     *
     * @param threads the number of threads that each side uses
     */
    static String json(int threads, List<Measurement> measurements) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("threads", threads);
        all.put("cases", measurements.stream().map(Measurement::values).toList());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("could not write the measurements as JSON", impossible);
        }
    }
}
