package org.gan4j.cli.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.evaluation.NumberPart;
import org.gan4j.dsl.run.StoredEvaluation;
import org.gan4j.dsl.run.StoredEvaluation.Part;
import org.gan4j.dsl.run.StoredEvaluation.Reference;
import org.gan4j.metrics.Protocol;
import org.gan4j.metrics.statistics.Decimals;

/** The text of a comparison of runs: a table with a column a run, and how the numbers were measured. */
public final class ComparedRuns {
    private static final String LINE = "%-10s %s%n";

    private ComparedRuns() {}

    /** Returns the table of evaluations that were measured alike, by the folder of their run. */
    public static String of(Map<Path, StoredEvaluation> runs) {
        List<StoredEvaluation> all = List.copyOf(runs.values());
        Set<String> names = new LinkedHashSet<>(all.get(0).byNumber().keySet());
        all.forEach(each -> names.retainAll(each.byNumber().keySet()));
        Set<String> known = Set.copyOf(names);
        names.removeIf(name ->
                NumberPart.ERROR.matches(name, known) || (NumberPart.REAL.matches(name, known) && isShared(name, all)));
        boolean two = all.size() == 2;
        List<String> header = new ArrayList<>(List.of("metric"));
        runs.forEach((folder, each) -> header.add(folder + ", step " + each.step()));
        if (two) {
            header.add("difference");
        }
        header.addAll(List.of("data", "baseline"));
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (String name : names) {
            List<String> row = new ArrayList<>(List.of(name));
            List<Map<String, Double>> values =
                    all.stream().map(each -> each.byNumber().get(name).values()).toList();
            values.forEach(each -> row.add(text(each, name)));
            if (two) {
                row.add(difference(values.get(0), values.get(1), name));
            }
            Part first = all.get(0).byNumber().get(name);
            row.add(text(first.data().values(), name));
            row.add(text(first.baseline().values(), name));
            rows.add(row);
        }
        return MarkdownTable.of(rows) + "\n" + references(runs) + protocol(all);
    }

    /** Returns whether a number is the same in all runs, such as one of the same real rows. */
    private static boolean isShared(String name, List<StoredEvaluation> all) {
        return all.stream()
                        .map(each -> each.byNumber().get(name).values().get(name))
                        .distinct()
                        .count()
                == 1;
    }

    /** Says which run the references were measured for, since only those of one are shown. */
    private static String references(Map<Path, StoredEvaluation> runs) {
        Map.Entry<Path, StoredEvaluation> first = runs.entrySet().iterator().next();
        Set<String> lines = new LinkedHashSet<>();
        for (Part part : first.getValue().parts()) {
            line(lines, "data", "rows of the data in place of samples", part.data(), first.getKey());
            line(lines, "baseline", "rows of the baseline in place of samples", part.baseline(), first.getKey());
        }
        return String.join("", lines);
    }

    private static void line(Set<String> lines, String name, String what, Reference reference, Path run) {
        if (!reference.values().isEmpty()) {
            String value = reference.count() + " " + what + ", as measured for " + run;
            lines.add(String.format(Locale.ROOT, LINE, name, value));
        }
    }

    private static String text(Map<String, Double> values, String name) {
        Double value = values.get(name);
        return value == null ? "" : Decimals.of(value, values.get(NumberPart.ERROR.of(name)));
    }

    /** Returns the second value less the first; its error is that of independent numbers. */
    private static String difference(Map<String, Double> one, Map<String, Double> other, String name) {
        Double a = one.get(NumberPart.ERROR.of(name));
        Double b = other.get(NumberPart.ERROR.of(name));
        return Decimals.of(other.get(name) - one.get(name), a == null || b == null ? null : Math.hypot(a, b));
    }

    private static String protocol(List<StoredEvaluation> all) {
        StringBuilder text = new StringBuilder();
        Set<String> features = new LinkedHashSet<>();
        Set<String> sets = new LinkedHashSet<>();
        for (Part part : all.get(0).parts()) {
            Protocol protocol = part.protocol();
            features.add(protocol.features().described());
            sets.add(protocol.fakeCount() + " samples of each run, " + protocol.weights()
                    + (protocol.isOfSamplesAlone() ? "" : ", with " + protocol.realCount() + " " + protocol.data()));
        }
        features.forEach(each -> text.append(String.format(Locale.ROOT, LINE, "features", each)));
        sets.forEach(each -> text.append(String.format(Locale.ROOT, LINE, "compared", each)));
        String seeds = all.stream().map(each -> String.valueOf(seed(each))).collect(Collectors.joining(", "));
        text.append(String.format(Locale.ROOT, LINE, "seeds", seeds));
        String error = "the standard error; 1.96 of it is half the interval of 95 %";
        boolean oneSeed = all.stream().map(ComparedRuns::seed).distinct().count() == 1;
        text.append(String.format(
                Locale.ROOT,
                LINE,
                "±",
                all.size() == 2 && oneSeed
                        ? error + "; that of the difference is an upper bound, as equal seeds share their real rows"
                        : error));
        return text.toString();
    }

    private static long seed(StoredEvaluation evaluation) {
        return evaluation.parts().get(0).protocol().seed();
    }
}
