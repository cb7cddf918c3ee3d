package org.gan4j.cli.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gan4j.tables.assessment.Figure;
import org.gan4j.tables.assessment.TableReport;

/**
 * The overall numbers of an assessment, for a terminal.
 *
 * @param report the assessment
 */
public record AssessmentText(TableReport report) {
    /** Returns the text. */
    public String text() {
        TableReport.Setting setting = report.setting();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d synthetic rows compared with %,d training rows%s, %d columns, seed %d%n%n",
                setting.synthetic(),
                setting.training(),
                setting.heldOut()
                        .map(rows -> String.format(Locale.ROOT, " and %,d held-out rows", rows))
                        .orElse(""),
                setting.columns(),
                setting.seed()));
        List<List<String>> rows =
                new ArrayList<>(List.of(List.of("measure", "ideal", "synthetic", "real rows", "independent columns")));
        report.figures().forEach(figure -> rows.add(row(figure)));
        text.append(MarkdownTable.of(rows)).append('\n');
        report.usefulness().ifPresent(useful -> text.append("Always choosing the most frequent class reaches macro-F1 ")
                .append(Figure.text(useful.majority().macroF1().value()))
                .append(" and AUC ")
                .append(Figure.text(useful.majority().auc().value()))
                .append(".\n"));
        report.privacy().ifPresent(found -> {
            text.append("Privacy: ").append(found.verdict().words());
            if (!found.signs().isEmpty()) {
                text.append(": ").append(String.join("; ", found.signs()));
            }
            text.append(".\n");
        });
        text.append(TableReport.NO_GUARANTEE).append('\n');
        text.append(report.notes().stream()
                .map(note -> "note: " + shown(note) + "\n")
                .collect(Collectors.joining()));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.name(),
                figure.ideal(),
                Figure.text(figure.synthetic()),
                figure.real().map(Figure::text).orElse(""),
                figure.independent().map(Figure::text).orElse(""));
    }

    /** Returns a text without control characters, which a terminal would obey. */
    private static String shown(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
