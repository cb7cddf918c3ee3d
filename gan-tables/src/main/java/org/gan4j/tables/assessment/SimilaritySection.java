package org.gan4j.tables.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.tables.similarity.ColumnShape;
import org.gan4j.tables.similarity.PairTrend;
import org.gan4j.tables.similarity.Similarity;

/**
 * The sections of a page on columns and pairs of columns.
 *
 * @param similarity the likeness of the tables
 */
record SimilaritySection(Compared<Similarity> similarity) {
    private static final int SHOWN_PAIRS = 30;

    /** Returns the sections. */
    String html() {
        return shapes() + trends();
    }

    private String shapes() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < similarity.synthetic().shapes().size(); i++) {
            int column = i;
            ColumnShape shape = similarity.synthetic().shapes().get(i);
            rows.add(List.of(
                    shape.column(),
                    shape.measure(),
                    Figure.text(shape.score()),
                    similarity
                            .heldOut()
                            .map(each -> Figure.text(each.shapes().get(column).score()))
                            .orElse(""),
                    Figure.text(shape.missingReal()),
                    Figure.text(shape.missing())));
        }
        return HtmlText.heading("Column shapes")
                + HtmlText.text(
                        "Each column alone, as SDMetrics' Column Shapes: 1 is equal. KSComplement, for numbers and dates, is"
                                + " 1 minus the Kolmogorov–Smirnov statistic; TVComplement, for choices, 1 minus the total"
                                + " variation distance, of which missing is one choice.")
                + new HtmlTable(
                                "Columns",
                                List.of(
                                        "column",
                                        "measure",
                                        AssessmentPage.SYNTHETIC,
                                        AssessmentPage.REAL,
                                        "missing in training",
                                        "missing in synthetic"),
                                rows)
                        .html();
    }

    private String trends() {
        List<PairTrend> pairs = similarity.synthetic().pairs();
        List<List<String>> rows = IntStream.range(0, pairs.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pairs.get(i).score()))
                .limit(SHOWN_PAIRS)
                .map(i -> List.of(
                        pairs.get(i).first() + " and " + pairs.get(i).second(),
                        pairs.get(i).measure(),
                        Figure.text(pairs.get(i).score()),
                        similarity
                                .heldOut()
                                .map(each -> Figure.text(each.pairs().get(i).score()))
                                .orElse("")))
                .toList();
        String caption = pairs.size() > SHOWN_PAIRS
                ? "The " + SHOWN_PAIRS + " pairs of " + pairs.size() + " that differ most; all are in the JSON file"
                : "All pairs, those that differ most first";
        return HtmlText.heading("Column pair trends")
                + HtmlText.text(
                        "Each pair of columns, as SDMetrics' Column Pair Trends: 1 is equal. CorrelationSimilarity is 1"
                                + " minus half the difference of Pearson's correlations; ContingencySimilarity 1 minus the total"
                                + " variation distance of the pairs of values. Numbers are there in ten bins, between the deciles"
                                + " of the training table; SDMetrics' bins are of equal width.")
                + new HtmlTable(
                                caption,
                                List.of("pair", "measure", AssessmentPage.SYNTHETIC, AssessmentPage.REAL),
                                rows)
                        .html();
    }
}
