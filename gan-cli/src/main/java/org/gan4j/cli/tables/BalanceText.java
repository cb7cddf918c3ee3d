package org.gan4j.cli.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.gan4j.cli.rating.statistics.StudentT;
import org.gan4j.tables.augmentation.BalanceReport;
import org.gan4j.tables.augmentation.Smote;
import org.gan4j.tables.judges.Judge;
import org.gan4j.tables.judges.TargetScores;

/**
 * The text of a comparison of ways to balance classes: a table, and how the numbers were measured.
 *
 * @param step the step of the GAN
 */
public record BalanceText(BalanceReport report, int step) {
    private static final double CONFIDENCE = 0.95;

    /** Returns the text. */
    public String text() {
        BalanceReport.Setting setting = report.setting();
        String rare = setting.training().rarest();
        List<List<String>> rows = new ArrayList<>(
                List.of(List.of("judge", "learned from", "macro-F1", "recall of " + shown(rare), "AUC")));
        report.results()
                .forEach(each -> rows.add(List.of(
                        each.judge().map(Judge::title).orElse(""),
                        each.balancing().title(),
                        mean(each.scores(), TargetScores::macroF1),
                        mean(each.scores(), TargetScores::recall),
                        mean(each.scores(), TargetScores::auc))));
        return shown(setting.target()) + " in " + counted(all(setting))
                + " training rows, and the rows that each way adds:\n"
                + shown(setting.training().toString()) + "\n\n" + MarkdownTable.of(rows)
                + notes(setting).stream().map(note -> "note: " + note + "\n").collect(Collectors.joining());
    }

    private static int all(BalanceReport.Setting setting) {
        return setting.training().counts().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private List<String> notes(BalanceReport.Setting setting) {
        List<String> notes = new ArrayList<>();
        int seeds = setting.seeds().size();
        notes.add(
                "Scores on " + counted(setting.heldOut()) + " held-out rows, of which " + counted(setting.rareHeldOut())
                        + " are " + shown(setting.training().rarest()) + ".");
        notes.add((seeds == 1
                        ? "One seed of judges and of added rows"
                        : "Means over " + seeds
                                + " seeds of judges and of added rows, with intervals of 95 % by Student's" + " t")
                + "; the GAN is one, that of the run after step " + step
                + ", and so are the held-out rows: other ones would change the scores by more.");
        notes.add(
                "Rare rows repeated: class weights by repetition, since Tribuo's logistic regression weights batches. SMOTE: SMOTE-NC"
                        + " with " + Smote.NEIGHBORS + " neighbors.");
        Arrays.stream(Judge.values())
                .forEach(judge -> notes.add("The judge " + judge.title() + ": " + judge.settings() + "."));
        if (!setting.leftOut().isEmpty()) {
            notes.add("Columns that judges do not see: " + shown(String.join("; ", setting.leftOut())) + ".");
        }
        return notes;
    }

    private static String counted(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String mean(List<TargetScores> scores, ToDoubleFunction<TargetScores> number) {
        double[] values = scores.stream().mapToDouble(number).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        if (values.length == 1) {
            return String.format(Locale.ROOT, "%.3f", mean);
        }
        double variance = Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
        double half = StudentT.twoSided(CONFIDENCE, values.length - 1) * Math.sqrt(variance / values.length);
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", mean, mean - half, mean + half);
    }

    /** Returns a text without control characters but line feeds, which a terminal would obey. */
    private static String shown(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
    }
}
