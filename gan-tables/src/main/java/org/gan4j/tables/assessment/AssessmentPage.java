package org.gan4j.tables.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.metrics.privacy.NearerShare;
import org.gan4j.tables.judges.ClassScores;
import org.gan4j.tables.judges.Judge;
import org.gan4j.tables.privacy.ExactCopies;
import org.gan4j.tables.privacy.TablePrivacy;
import org.gan4j.tables.similarity.ColumnShape;
import org.gan4j.tables.similarity.PairTrend;
import org.gan4j.tables.values.Estimate;

/**
 * A report as one HTML file, without scripts and without any request.
 *
 * @param report the report
 */
public record AssessmentPage(TableReport report) {
    private static final int SHOWN_PAIRS = 30;
    private static final String SYNTHETIC = "synthetic";
    private static final String REAL = "real rows";
    private static final String INDEPENDENT = "independent columns";

    /** Returns the page. */
    public String html() {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Assessment of a synthetic table</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n<h1>Assessment of a synthetic table</h1>\n")
                .append(faint(setting()))
                .append("<p class=\"guarantee\" role=\"note\"><strong>")
                .append(HtmlTable.escaped(TableReport.NO_GUARANTEE))
                .append("</strong></p>\n")
                .append(verdict())
                .append(overall());
        report.notes().forEach(note -> page.append(faint(note)));
        page.append(shapes())
                .append(trends())
                .append(detection())
                .append(usefulness())
                .append(privacy());
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
                + HtmlTable.escaped(words) + ".</strong>");
        if (fails) {
            html.append("<ul>");
            found.get().signs().forEach(sign -> html.append("<li>")
                    .append(HtmlTable.escaped(sign))
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
                + text("“Real rows” has held-out real rows in place of the synthetic ones, or a judge that learned from"
                        + " training rows: what a perfect generator reaches. “Independent columns” has training rows"
                        + " in which each column was shuffled on its own: what a generator reaches that knows no"
                        + " relations between columns.");
    }

    private String shapes() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < report.similarity().synthetic().shapes().size(); i++) {
            int column = i;
            ColumnShape shape = report.similarity().synthetic().shapes().get(i);
            rows.add(List.of(
                    shape.column(),
                    shape.measure(),
                    Figure.text(shape.score()),
                    report.similarity()
                            .heldOut()
                            .map(each -> Figure.text(each.shapes().get(column).score()))
                            .orElse(""),
                    Figure.text(shape.missingReal()),
                    Figure.text(shape.missing())));
        }
        return heading("Column shapes")
                + text(
                        "Each column alone, as SDMetrics' Column Shapes: 1 is equal. KSComplement, for numbers and dates, is"
                                + " 1 minus the Kolmogorov–Smirnov statistic; TVComplement, for choices, 1 minus the total"
                                + " variation distance, of which missing is one choice.")
                + new HtmlTable(
                                "Columns",
                                List.of(
                                        "column",
                                        "measure",
                                        SYNTHETIC,
                                        REAL,
                                        "missing in training",
                                        "missing in synthetic"),
                                rows)
                        .html();
    }

    private String trends() {
        List<PairTrend> pairs = report.similarity().synthetic().pairs();
        List<List<String>> rows = IntStream.range(0, pairs.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pairs.get(i).score()))
                .limit(SHOWN_PAIRS)
                .map(i -> List.of(
                        pairs.get(i).first() + " and " + pairs.get(i).second(),
                        pairs.get(i).measure(),
                        Figure.text(pairs.get(i).score()),
                        report.similarity()
                                .heldOut()
                                .map(each -> Figure.text(each.pairs().get(i).score()))
                                .orElse("")))
                .toList();
        String caption = pairs.size() > SHOWN_PAIRS
                ? "The " + SHOWN_PAIRS + " pairs of " + pairs.size() + " that differ most; all are in the JSON file"
                : "All pairs, those that differ most first";
        return heading("Column pair trends")
                + text("Each pair of columns, as SDMetrics' Column Pair Trends: 1 is equal. CorrelationSimilarity is 1"
                        + " minus half the difference of Pearson's correlations; ContingencySimilarity 1 minus the total"
                        + " variation distance of the pairs of values. Numbers are there in ten bins, between the deciles"
                        + " of the training table; SDMetrics' bins are of equal width.")
                + new HtmlTable(caption, List.of("pair", "measure", SYNTHETIC, REAL), rows).html();
    }

    private String detection() {
        return heading("Detection")
                + text(
                        "The AUC with which a judge tells rows from training rows. It learns from one half of both and is"
                                + " measured on the other. 0.5 is ideal; 1 is told apart always. Less than 0.5 means that rows"
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
        String heading = heading("Usefulness");
        if (report.usefulness().isEmpty()) {
            return heading + text("Not measured: it needs held-out rows and a target column.");
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
                + text(
                        "A judge learns the target from synthetic rows and is tested on held-out real ones (TSTR), and the"
                                + " same judge learns from as many real rows. Macro-F1 and AUC are means over the classes, the"
                                + " AUC of each class against the others.")
                + new HtmlTable("Test on held-out real rows", List.of("judge", "macro-F1", "AUC"), rows).html();
    }

    private static List<String> scores(String name, ClassScores scores) {
        return List.of(name, Figure.text(scores.macroF1()), Figure.text(scores.auc()));
    }

    private String privacy() {
        String heading = heading("Privacy");
        if (report.privacy().isEmpty()) {
            return heading + text("Not measured: it needs held-out rows, since only they show what is near by chance.");
        }
        TablePrivacy found = report.privacy().get();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("synthetic rows nearer to training than to held-out rows", "0.5", found.nearer()));
        found.near().ifPresent(near -> rows.add(row("the same, of the nearest rows", "0.5", near)));
        ExactCopies copies = found.copies();
        rows.add(List.of(
                "different synthetic rows that equal a training row alone, and a held-out row alone",
                "equal",
                copies.ofTraining() + " and " + copies.ofHeldOut(),
                z(copies.z())));
        rows.add(List.of(
                "attack on membership: true minus false positive rate",
                "0",
                Figure.text(Estimate.of(found.attack())),
                z(found.attackZ())));
        List<List<String>> beside = List.of(
                List.of(
                        "distance to the closest training row, 5 % quantile",
                        Figure.text(found.quantile()), Figure.text(found.quantileHeldOut())),
                List.of(
                        "copies of training rows",
                        counted(
                                (long) copies.synthetic().count(),
                                copies.synthetic().all()),
                        counted(
                                (long) copies.heldOut().count(),
                                copies.heldOut().all())));
        return heading
                + text(String.format(
                        Locale.ROOT,
                        "%,d training rows, as many held-out rows and %,d synthetic rows were compared by Gower's"
                                + " distance, with the range from the 1 %% to the 99 %% quantile; copies are searched in all"
                                + " rows. Without memory, exchanging training and held-out rows would change nothing. A"
                                + " measure fails if it deviates by more than %.0f standard errors (z). The nearest rows are"
                                + " as near to a real row as the nearest 5 %% of held-out rows are to training rows.",
                        found.rows(),
                        found.syntheticRows(),
                        TablePrivacy.SIGN))
                + new HtmlTable("Signs of memory", List.of("measure", "ideal", "measured", "z"), rows).html()
                + new HtmlTable("Nearness to training rows", List.of("measure", SYNTHETIC, "held-out rows"), beside)
                        .html();
    }

    private static List<String> row(String name, String ideal, NearerShare nearer) {
        return List.of(name, ideal, Figure.text(Estimate.of(nearer.share())), z(nearer.z()));
    }

    private static String z(double z) {
        return String.format(Locale.ROOT, "%.1f%s", z, z > TablePrivacy.SIGN ? " fails" : "");
    }

    private static String counted(long count, long all) {
        return String.format(Locale.ROOT, "%,d of %,d", count, all);
    }

    private String judges() {
        return heading("Judges")
                + new HtmlTable(
                                "Settings, all with seed " + report.setting().seed(),
                                List.of("judge", "settings"),
                                Arrays.stream(Judge.values())
                                        .map(judge -> List.of(judge.title(), judge.settings()))
                                        .toList())
                        .html();
    }

    private static String heading(String title) {
        return "<h2>" + HtmlTable.escaped(title) + "</h2>\n";
    }

    private static String text(String text) {
        return "<p>" + HtmlTable.escaped(text) + "</p>\n";
    }

    private static String faint(String text) {
        return "<p class=\"faint\">" + HtmlTable.escaped(text) + "</p>\n";
    }

    private static String style() {
        try (InputStream in = AssessmentPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the resource report.css: " + failed, failed);
        }
    }
}
