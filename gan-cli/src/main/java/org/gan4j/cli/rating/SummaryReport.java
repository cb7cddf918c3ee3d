package org.gan4j.cli.rating;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.cli.rating.statistics.Interval;
import org.gan4j.cli.tables.MarkdownTable;

/**
 * A summary as text and as JSON.
 *
 * @param study the name of the study
 * @param kind the name of its question
 * @param raters the raters who count
 * @param leftOut the raters who failed the controls, each with the reason
 * @param incomplete what the raters did not rate, in sentences
 * @param measure the name of the number of each run
 * @param runs the number of the real images, then that of each run
 * @param errors in a choice of real or fake, the rate of errors with each run; otherwise empty
 * @param differences the difference of each pair of runs
 * @param agreement Krippendorff's alpha; null if there is nothing to agree on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SummaryReport(
        String study,
        String kind,
        List<String> raters,
        @JsonProperty("left-out") Map<String, String> leftOut,
        List<String> incomplete,
        String measure,
        List<SummaryRow> runs,
        List<SummaryRow> errors,
        List<SummaryRow> differences,
        Double agreement) {
    private static final String NONE = "–";

    /** Computes the numbers of a summary. */
    public static SummaryReport of(RatingSummary summary) {
        boolean scale = summary.kind().isScale();
        List<SummaryRow> differences = new ArrayList<>();
        for (int i = 0; i < summary.runs().size(); i++) {
            for (int j = i + 1; j < summary.runs().size(); j++) {
                differences.add(SummaryRow.difference(
                        summary.runs().get(i), summary.runs().get(j), summary.kind()));
            }
        }
        return new SummaryReport(
                summary.study(),
                summary.kind().yamlName(),
                summary.raters(),
                summary.leftOut(),
                summary.incomplete(),
                scale ? "mean opinion score" : "judged real",
                Stream.concat(Stream.of(summary.real()), summary.runs().stream())
                        .map(run -> scale ? SummaryRow.opinion(run, summary.kind()) : SummaryRow.judgedReal(run))
                        .toList(),
                scale
                        ? List.of()
                        : summary.runs().stream()
                                .map(run -> SummaryRow.errors(run, summary.real()))
                                .toList(),
                differences,
                Double.isNaN(summary.alpha()) ? null : summary.alpha());
    }

    /** Returns the tables, for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "study %s, %s, %s%n%n", study, kind, people()));
        text.append(table());
        if (!differences.isEmpty()) {
            List<List<String>> rows = new ArrayList<>(List.of(List.of("difference", measure, "95 % interval")));
            differences.forEach(row -> rows.add(List.of(row.name(), signed(row.value()), interval(row))));
            text.append('\n').append(MarkdownTable.of(rows));
        }
        text.append('\n').append(agreementLine()).append('\n');
        if (raters.size() == 1) {
            text.append("with one rater the intervals say how other items, not how other raters, would differ\n");
        }
        leftOut.forEach((rater, reason) -> text.append(String.format(Locale.ROOT, "left out: %s %s%n", rater, reason)));
        incomplete.forEach(sentence -> text.append("note: ").append(sentence).append('\n'));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** Returns the numbers as JSON. */
    public String json() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a summary can be written as JSON", impossible);
        }
    }

    private String people() {
        return raters.size() == 1 ? "1 rater" : raters.size() + " raters";
    }

    private String table() {
        boolean withErrors = !errors.isEmpty();
        List<String> head = new ArrayList<>(List.of("", "items", "ratings", measure, "95 % interval"));
        if (withErrors) {
            head.addAll(List.of("error rate", "95 % interval"));
        }
        List<List<String>> rows = new ArrayList<>(List.of(head));
        for (int i = 0; i < runs.size(); i++) {
            SummaryRow run = runs.get(i);
            List<String> row = new ArrayList<>(List.of(
                    run.name(),
                    String.valueOf(run.items()),
                    String.valueOf(run.ratings()),
                    number(run.value()),
                    interval(run)));
            if (withErrors) {
                row.add(i == 0 ? "" : number(errors.get(i - 1).value()));
                row.add(i == 0 ? "" : interval(errors.get(i - 1)));
            }
            rows.add(row);
        }
        if (withErrors) {
            rows.add(List.of("by chance", "", "", number(0.5), "", number(0.5), ""));
        }
        return MarkdownTable.of(rows);
    }

    private String agreementLine() {
        String how = isScale() ? "ordinal" : "nominal";
        if (agreement == null) {
            return "agreement: unknown, since no two raters rated the same item, or all ratings are equal";
        }
        return String.format(Locale.ROOT, "agreement: Krippendorff's alpha %.2f (%s)", agreement, how);
    }

    private boolean isScale() {
        return errors.isEmpty();
    }

    private String number(Double value) {
        if (value == null) {
            return NONE;
        }
        return isScale()
                ? String.format(Locale.ROOT, "%.2f", value)
                : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }

    private String signed(Double value) {
        return value == null ? NONE : (value > 0 ? "+" : "") + number(value);
    }

    private String interval(SummaryRow row) {
        return row.interval().map(this::interval).orElse(NONE);
    }

    private String interval(Interval interval) {
        return number(interval.low()) + " to " + number(interval.high());
    }
}
