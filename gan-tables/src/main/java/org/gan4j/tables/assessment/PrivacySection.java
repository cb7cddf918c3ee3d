package org.gan4j.tables.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.metrics.privacy.NearerShare;
import org.gan4j.tables.privacy.ExactCopies;
import org.gan4j.tables.privacy.TablePrivacy;
import org.gan4j.tables.values.Estimate;

/**
 * The section of a page on privacy.
 *
 * @param found the measures, if there were held-out rows
 */
record PrivacySection(Optional<TablePrivacy> found) {
    /** Returns the section. */
    String html() {
        String heading = HtmlText.heading("Privacy");
        if (found.isEmpty()) {
            return heading
                    + HtmlText.text(
                            "Not measured: it needs held-out rows, since only they show what is near by chance.");
        }
        TablePrivacy measures = found.get();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("synthetic rows nearer to training than to held-out rows", "0.5", measures.nearer()));
        measures.near().ifPresent(near -> rows.add(row("the same, of the nearest rows", "0.5", near)));
        ExactCopies copies = measures.copies();
        rows.add(List.of(
                "different synthetic rows that equal a training row alone, and a held-out row alone",
                "equal",
                copies.ofTraining() + " and " + copies.ofHeldOut(),
                z(copies.z())));
        rows.add(List.of(
                "attack on membership: true minus false positive rate",
                "0",
                Figure.text(Estimate.of(measures.attack())),
                z(measures.attackZ())));
        List<List<String>> nearness = List.of(
                List.of(
                        "distance to the closest training row, 5 % quantile",
                        Figure.text(measures.quantile()), Figure.text(measures.quantileHeldOut())),
                List.of(
                        "copies of training rows",
                        counted(
                                (long) copies.synthetic().count(),
                                copies.synthetic().all()),
                        counted(
                                (long) copies.heldOut().count(),
                                copies.heldOut().all())));
        return heading
                + HtmlText.text(String.format(
                        Locale.ROOT,
                        "%,d training rows, as many held-out rows and %,d synthetic rows were compared by Gower's"
                                + " distance, with the range from the 1 %% to the 99 %% quantile; copies are searched in all"
                                + " rows. Without memory, exchanging training and held-out rows would change nothing. A"
                                + " measure fails if it deviates by more than %.0f standard errors (z). The nearest rows are"
                                + " as near to a real row as the nearest 5 %% of held-out rows are to training rows.",
                        measures.rows(),
                        measures.syntheticRows(),
                        TablePrivacy.SIGN))
                + new HtmlTable("Signs of memory", List.of("measure", "ideal", "measured", "z"), rows).html()
                + new HtmlTable(
                                "Nearness to training rows",
                                List.of("measure", AssessmentPage.SYNTHETIC, "held-out rows"),
                                nearness)
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
}
