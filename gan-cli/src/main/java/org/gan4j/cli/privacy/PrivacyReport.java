package org.gan4j.cli.privacy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.cli.tables.MarkdownTable;
import org.gan4j.metrics.privacy.MembershipInference;
import org.gan4j.metrics.privacy.PrivacyMeasures;
import org.gan4j.metrics.privacy.Suspect;

/**
 * The result of {@code gan privacy}.
 *
 * @param samples what the samples are
 * @param counts the numbers of rows
 * @param features how they were compared
 * @param measures the measures of the samples
 * @param critic the attack by the critic's score; empty if there is no critic
 * @param baselines the measures of rows in place of samples, by what they are
 * @param suspects all samples, most suspicious first
 * @param training the names of the training rows
 * @param heldOut the names of the held-out rows
 * @param notes what a reader must know
 */
public record PrivacyReport(
        String samples,
        Counts counts,
        Features features,
        PrivacyMeasures measures,
        Optional<MembershipInference> critic,
        Map<String, PrivacyMeasures> baselines,
        List<Suspect> suspects,
        RowNames training,
        RowNames heldOut,
        List<String> notes) {
    private static final int LISTED = 10;
    /** Fewer show large effects only, so that no sign says nothing. */
    private static final int FEWEST = 100;

    /**
     * The numbers of rows.
     *
     * @param samples the number of samples
     * @param training the number of training rows that were searched
     * @param ofTraining the number of all training rows
     * @param heldOut the number of held-out rows
     */
    public record Counts(int samples, int training, int ofTraining, int heldOut) {}

    /**
     * How rows were compared.
     *
     * @param name what computed the features
     * @param weights the digest of its weights
     * @param resizing how images were resized
     * @param seed the seed of samples and rows
     */
    public record Features(String name, String weights, String resizing, long seed) {}

    /** Writes all numbers, and the indices of all rows, as JSON. */
    public void writeJson(Path file) {
        PrivacyJson.write(this, file);
    }

    /** Returns the report for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%,d %s",
                counts.samples,
                counts.samples == 1 ? samples.replaceFirst("^samples", "sample") : samples);
        line(text, "%,d training rows, %,d held-out rows", counts.training, counts.heldOut);
        line(text, "compared by %s", features.name);
        line(text, "");
        text.append(MarkdownTable.of(table()));
        if (!baselines.isEmpty()) {
            text.append(
                    "The last columns have these in place of samples, against the other half of the held-out rows.\n");
        }
        text.append('\n').append(verdict()).append('\n');
        text.append("None of this is a guarantee: only training with differential privacy gives one, and this run was"
                + " trained without.\n");
        duplicates(text);
        notes.forEach(note -> line(text, "note: %s", note));
        return text.toString();
    }

    private List<List<String>> table() {
        List<List<String>> table = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("measure", "samples", "expected"));
        head.addAll(baselines.keySet());
        table.add(head);
        for (Measure measure : Measure.values()) {
            List<String> row =
                    new ArrayList<>(List.of(measure.title(), measure.of(measures), measure.expected(measures)));
            baselines.values().forEach(each -> row.add(measure.brief(each)));
            table.add(row);
        }
        critic.ifPresent(attack -> {
            table.add(ofCritic("attack by the critic: AUC", Measure.auc(attack), "0.5"));
            table.add(ofCritic("  advantage", Measure.advantage(attack), "0"));
        });
        return table;
    }

    private List<String> ofCritic(String title, String value, String expected) {
        List<String> row = new ArrayList<>(List.of(title, value, expected));
        baselines.keySet().forEach(any -> row.add(""));
        return row;
    }

    /** Returns the signs of memory, in words; a sign is a deviation by three, or a copy. */
    String verdict() {
        List<String> signs = new ArrayList<>();
        if (measures.nearer().z() > Measure.SIGN) {
            signs.add("samples are nearer to training than to held-out rows");
        }
        if (measures.copying().statistic() < -Measure.SIGN) {
            signs.add("samples are nearer to training rows than held-out rows are");
        }
        if (measures.duplicates().copies() > 0) {
            signs.add(measures.duplicates().copies() + " of the samples equal a training row");
        }
        if (measures.attacks().byNearest().ranks().z() > Measure.SIGN
                || measures.attacks().byNeighborhood().ranks().z() > Measure.SIGN) {
            signs.add("samples tell which rows were trained on");
        }
        critic.filter(attack -> attack.ranks().z() > Measure.SIGN)
                .ifPresent(attack ->
                        signs.add("the critic tells which rows were trained on, so keep its weights to" + " yourself"));
        if (signs.isEmpty() && Math.min(counts.samples, counts.heldOut) < FEWEST) {
            return "There are too few " + (counts.samples < FEWEST ? "samples" : "held-out rows")
                    + " to say whether this GAN remembers: use 1,000 or more.";
        }
        return signs.isEmpty()
                ? "There is no sign of memory in these numbers."
                : "Signs of memory: " + String.join("; ", signs) + ".";
    }

    private void duplicates(StringBuilder text) {
        List<Integer> near = measures.duplicates().samples();
        if (near.isEmpty()) {
            return;
        }
        line(text, "");
        line(
                text,
                "near-duplicates (%d, %.1f expected without memory):",
                near.size(),
                measures.duplicates().expected());
        Map<Integer, Suspect> bySample = new HashMap<>();
        suspects.forEach(suspect -> bySample.put(suspect.sample(), suspect));
        near.stream()
                .limit(LISTED)
                .map(bySample::get)
                .forEach(suspect -> line(
                        text,
                        "  sample %d: training row %s at a distance of %.4g; the nearest held-out row is %s at %.4g",
                        suspect.sample(),
                        training.of(suspect.training().get(0)),
                        suspect.distances().get(0),
                        heldOut.of(suspect.heldOut()),
                        suspect.heldOutDistance()));
        if (near.size() > LISTED) {
            line(text, "  and %d more, which privacy.json lists", near.size() - LISTED);
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
