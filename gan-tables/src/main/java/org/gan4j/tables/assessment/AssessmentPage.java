package org.gan4j.tables.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.tables.judges.ClassScores;
import org.gan4j.tables.judges.Judge;
import org.gan4j.tables.privacy.TablePrivacy;

/**
 * A report as one HTML file, without scripts and without any request.
 *
 * @param report the report
 */
public record AssessmentPage(TableReport report) {
    static final String SYNTHETIC = "synthetic";
    static final String REAL = "real rows";
    static final String INDEPENDENT = "independent columns";

    /** Returns the page. */
    public String html() {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Assessment of a synthetic table</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n<h1>Assessment of a synthetic table</h1>\n")
                .append(HtmlText.faint(setting()))
                .append("<p class=\"guarantee\" role=\"note\"><strong>")
                .append(HtmlText.escaped(TableReport.NO_GUARANTEE))
                .append("</strong></p>\n")
                .append(verdict())
                .append(overall());
        report.notes().forEach(note -> page.append(HtmlText.faint(note)));
        page.append(new SimilaritySection(report.similarity()).html())
                .append(detection())
                .append(usefulness())
                .append(new PrivacySection(report.privacy()).html());
        return page.append(judges()).append("</main>\n</body>\n</html>\n").toString();
    }

    private String setting() {
        TableReport.Setting setting = report.setting();
        return String.format(
                Locale.ROOT,
                "%,d synthetic rows, compared with %,d training rows%s; %d columns%s; seed %d.",
                setting.synthetic(),
                setting.training(),
                setting.heldOut()
                        .map(rows -> String.format(Locale.ROOT, " and %,d held-out rows", rows))
                        .orElse(""),
                setting.columns(),
                setting.target().map(target -> "; target " + target).orElse(""),
                setting.seed());
    }

    private String verdict() {
        Optional<TablePrivacy> found = report.privacy();
        boolean fails = found.filter(each -> each.verdict() == TablePrivacy.Verdict.FAILS)
                .isPresent();
        String words =
                found.map(each -> each.verdict().words()).orElse("not measured, since no held-out rows were given");
        StringBuilder html = new StringBuilder("<div class=\"verdict" + (fails ? " fails" : "") + "\"><strong>Privacy: "
                + HtmlText.escaped(words) + ".</strong>");
        if (fails) {
            html.append("<ul>");
            found.get().signs().forEach(sign -> html.append("<li>")
                    .append(HtmlText.escaped(sign))
                    .append("</li>"));
            html.append("</ul>");
        }
        return html.append("</div>\n").toString();
    }

    private String overall() {
        List<List<String>> rows = new ArrayList<>();
        report.figures()
                .forEach(figure -> rows.add(List.of(
                        figure.name(),
                        figure.ideal(),
                        Figure.text(figure.synthetic()),
                        figure.real().map(Figure::text).orElse(""),
                        figure.independent().map(Figure::text).orElse(""))));
        return new HtmlTable(
                                "Overall numbers, with intervals at a confidence of 95 %",
                                List.of("measure", "ideal", SYNTHETIC, REAL, INDEPENDENT), rows)
                        .html()
                + HtmlText.text(
                        "“Real rows” has held-out real rows in place of the synthetic ones, or a judge that learned from"
                                + " training rows: what a perfect generator reaches. “Independent columns” has training rows"
                                + " in which each column was shuffled on its own: what a generator reaches that knows no"
                                + " relations between columns.");
    }

    private String detection() {
        return HtmlText.heading("Detection")
                + HtmlText.text(
                        "The AUC with which a judge tells rows from training rows. It learns from one half of both and is"
                                + " measured on the other. 0.5 is ideal; 1 is told apart always. Far less than 0.5 means that rows"
                                + " are repeated.")
                + new HtmlTable(
                                "AUC of judges",
                                List.of("judge", SYNTHETIC, REAL, INDEPENDENT),
                                report.detection().stream()
                                        .map(each -> List.of(
                                                each.judge().title(),
                                                Figure.text(each.auc().synthetic()),
                                                each.auc()
                                                        .heldOut()
                                                        .map(Figure::text)
                                                        .orElse(""),
                                                Figure.text(each.auc().independent())))
                                        .toList())
                        .html();
    }

    private String usefulness() {
        String heading = HtmlText.heading("Usefulness");
        if (report.usefulness().isEmpty()) {
            return heading + HtmlText.text("Not measured: it needs held-out rows and a target column.");
        }
        TableReport.Useful useful = report.usefulness().get();
        List<List<String>> rows = new ArrayList<>();
        useful.judges().forEach(each -> {
            rows.add(scores(each.judge().title() + ", learned from synthetic rows", each.synthetic()));
            rows.add(scores(each.judge().title() + ", learned from real rows", each.real()));
            rows.add(scores(each.judge().title() + ", learned from independent columns", each.independent()));
        });
        rows.add(scores("always the most frequent class", useful.majority()));
        return heading
                + HtmlText.text(
                        "A judge learns the target from synthetic rows and is tested on held-out real ones (TSTR), and the"
                                + " same judge learns from as many real rows. Macro-F1 and AUC are means over the classes, the"
                                + " AUC of each class against the others.")
                + new HtmlTable("Test on held-out real rows", List.of("judge", "macro-F1", "AUC"), rows).html();
    }

    private static List<String> scores(String name, ClassScores scores) {
        return List.of(name, Figure.text(scores.macroF1()), Figure.text(scores.auc()));
    }

    private String judges() {
        return HtmlText.heading("Judges")
                + new HtmlTable(
                                "Settings, all with seed " + report.setting().seed(),
                                List.of("judge", "settings"),
                                Arrays.stream(Judge.values())
                                        .map(judge -> List.of(judge.title(), judge.settings()))
                                        .toList())
                        .html();
    }

    private static String style() {
        try (InputStream in = AssessmentPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the resource report.css: " + failed, failed);
        }
    }
}
