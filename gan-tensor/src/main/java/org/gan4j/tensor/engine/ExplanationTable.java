package org.gan4j.tensor.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.gan4j.tensor.engine.Explanation.Row;
import org.gan4j.tensor.engine.Explanation.Total;

/** An explanation as aligned text. */
final class ExplanationTable {
    private static final List<String> HEAD =
            List.of("stage", "operation", "shape", "kernel", "MB", "MFLOP", "ms", "share", "GFLOP/s");
    private static final int TEXT_COLUMNS = 4;
    private static final int LONGEST_TEXT = 34;
    private static final String UNKNOWN = "-";

    private final Explanation explanation;
    private final int most;
    private final List<List<String>> lines = new ArrayList<>();

    ExplanationTable(Explanation explanation, int most) {
        this.explanation = explanation;
        this.most = most;
    }

    @Override
    public String toString() {
        lines.clear();
        lines.add(HEAD);
        List<Row> rows = explanation.mostExpensiveFirst();
        int shown = Math.min(most, rows.size());
        rows.subList(0, shown).forEach(this::add);
        if (shown < rows.size()) {
            Total others = Total.of(rows.subList(shown, rows.size()));
            add("", others.kernels() + " more", "", "", others);
        }
        lines.add(List.of());
        explanation.stages().forEach((stage, total) -> add(stage, kernels(total), "", "", total));
        add("total", kernels(explanation.total()), "", "", explanation.total());
        return aligned()
                + String.format(
                        Locale.ROOT,
                        "%nmemory: %s MB for intermediate values, %s MB of variables",
                        millions(explanation.arenaBytes()),
                        millions(explanation.variableBytes()));
    }

    private void add(Row row) {
        String ops = shortened(row.ops());
        add(row.stage(), ops, row.shape().toString(), row.kernel(), Total.of(List.of(row)));
    }

    private void add(String stage, String ops, String shape, String kernel, Total total) {
        OptionalLong time = total.nanoseconds();
        long all = explanation.total().nanoseconds().orElse(0);
        boolean timed = time.isPresent() && all > 0;
        lines.add(List.of(
                stage,
                cut(ops),
                shape.replace(" ", ""),
                cut(kernel),
                millions(total.bytes()),
                millions(total.flops()),
                time.isPresent() ? format("%.3f", time.getAsLong() / 1e6) : UNKNOWN,
                timed ? format("%.1f %%", 100.0 * time.getAsLong() / all) : UNKNOWN,
                timed && total.flops() > 0 ? format("%.1f", total.gigaflopsPerSecond()) : UNKNOWN));
    }

    /** Counts equal ops of a chain, most frequent first, since a fused update has dozens. */
    private static String shortened(List<String> ops) {
        if (ops.size() <= 2) {
            return String.join(", ", ops);
        }
        Map<String, Long> counts =
                ops.stream().collect(Collectors.groupingBy(op -> op, LinkedHashMap::new, Collectors.counting()));
        String each = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return ops.size() + " fused: " + each;
    }

    private String aligned() {
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < line.size(); i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                String padding = " ".repeat(widths[i] - line.get(i).length());
                row.append(i == 0 ? "" : "  ").append(i < TEXT_COLUMNS ? line.get(i) + padding : padding + line.get(i));
            }
            text.append(row.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String kernels(Total total) {
        return total.kernels() + (total.kernels() == 1 ? " kernel" : " kernels");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private static String millions(long count) {
        return format("%.2f", count / 1e6);
    }

    private static String format(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
