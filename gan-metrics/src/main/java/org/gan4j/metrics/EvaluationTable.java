package org.gan4j.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.NumberPart;
import org.gan4j.metrics.statistics.Decimals;

/** The text of an {@link Evaluation}: a table for each kind of features, then how all numbers were measured. */
final class EvaluationTable {
    private static final String DATA = "data";
    private static final String LINE = "%-10s %s%n";

    private EvaluationTable() {}

    static String of(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < evaluation.parts().size(); i++) {
            Evaluation.Part part = evaluation.parts().get(i);
            text.append(table(part)).append(String.format("%n"));
            boolean last = i == evaluation.parts().size() - 1;
            line(text, "features", part.protocol().features().described());
            if (last || !sameSets(part, evaluation.parts().get(i + 1))) {
                sets(text, part);
            }
            if (!last) {
                text.append(String.format("%n"));
            }
        }
        if (!evaluation.seconds().isEmpty()) {
            line(
                    text,
                    "took",
                    evaluation.seconds().entrySet().stream()
                            .map(each -> String.format(Locale.ROOT, "%s %.1f s", each.getKey(), each.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        evaluation.notes().forEach(note -> line(text, "note", note));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append(String.format(Locale.ROOT, LINE, what, value));
    }

    /** Returns whether two parts have the same data, samples and references, so that one line says it for both. */
    private static boolean sameSets(Evaluation.Part one, Evaluation.Part other) {
        Protocol alike = one.protocol().with(other.protocol().features());
        return alike.differences(other.protocol()).isEmpty()
                && one.protocol().samples().equals(other.protocol().samples())
                && whats(one).equals(whats(other));
    }

    private static List<String> whats(Evaluation.Part part) {
        return part.references().values().stream()
                .map(each -> each.what() + each.count())
                .toList();
    }

    private static void sets(StringBuilder text, Evaluation.Part part) {
        Protocol protocol = part.protocol();
        line(
                text,
                "samples",
                "%d %s; seed %d"
                        .formatted(
                                protocol.fakeCount(),
                                protocol.fakeCount() == 1
                                        ? protocol.samples().replaceFirst("^samples", "sample")
                                        : protocol.samples(),
                                protocol.seed()));
        if (!protocol.isOfSamplesAlone()) {
            line(text, "real", "%d %s".formatted(protocol.realCount(), protocol.data()));
        }
        part.references().forEach((name, each) -> line(text, name, "%d %s".formatted(each.count(), each.what())));
        if (part.values().keySet().stream()
                .anyMatch(name -> NumberPart.ERROR.matches(name, part.values().keySet()))) {
            line(text, "±", "the standard error; 1.96 of it on both sides are the interval of 95 %");
        }
    }

    private static String table(Evaluation.Part part) {
        Set<String> names = part.values().keySet();
        boolean dataOfTheirOwn = !part.references().containsKey(DATA)
                && names.stream().anyMatch(name -> NumberPart.REAL.matches(name, names));
        List<String> header = new ArrayList<>(List.of("metric", "samples"));
        if (dataOfTheirOwn) {
            header.add(DATA);
        }
        header.addAll(part.references().keySet());
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (String name : names) {
            if (NumberPart.isPart(name, names)) {
                continue;
            }
            List<String> row = new ArrayList<>(List.of(name, text(part.values(), name)));
            if (dataOfTheirOwn) {
                row.add(text(part.values(), NumberPart.REAL.of(name)));
            }
            part.references().values().forEach(each -> row.add(text(each.values(), name)));
            rows.add(row);
        }
        return aligned(rows);
    }

    /** Formats a value with its standard error, if it has one. */
    private static String text(Map<String, Double> values, String name) {
        Double value = values.get(name);
        return value == null ? "" : Decimals.of(value, values.get(NumberPart.ERROR.of(name)));
    }

    private static String aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .map(row -> row.get(column))
                        .filter(Objects::nonNull)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(String.format(Locale.ROOT, "%-" + Math.max(1, widths[column]) + "s  ", row.get(column)));
            }
            text.append(line.toString().stripTrailing()).append(String.format("%n"));
        }
        return text.toString();
    }
}
