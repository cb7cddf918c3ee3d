package org.gan4j.dsl.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Network;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.provenance.Software;
import org.gan4j.training.RunDirectory;

/**
 * The model card of a run: its purpose, data, training, evaluation and limits on one page, after Mitchell et al. 2019, <a
 * href="https://arxiv.org/abs/1810.03993">Model Cards for Model Reporting</a>. Equal runs have equal cards: there is no time
 * in it, and no name of a folder.
 *
 * @param spec the resolved specification
 * @param schema the fields and classes of the data
 * @param rows the number of samples of the data
 * @param networks the networks
 * @param planned the last step of the training
 */
record ModelCard(GanSpec spec, DataSchema schema, int rows, List<Network> networks, int planned) {
    static final String EVALUATION = "## Evaluation";
    static final String AFTER_EVALUATION = "## To repeat it";

    private static final int FEW = 30;
    private static final String ERROR = ".error";

    /** Returns the card after a step, with the latest evaluation of the run. */
    String after(int step, RunDirectory run) {
        String application = MarkdownText.of(spec.application().name());
        return String.join(
                "\n",
                "# Model card: a GAN of the application " + application,
                "",
                "The page follows [Model Cards for Model Reporting](https://arxiv.org/abs/1810.03993). "
                        + "[experiment.yaml](experiment.yaml) has all settings.",
                "",
                "## Model",
                "",
                "- **Output:** " + MarkdownText.of(spec.application().summary()),
                "- **Training:** " + count(step) + " of " + count(planned) + " steps, batches of " + spec.batchSize()
                        + ", seed " + spec.seed() + ", engine "
                        + MarkdownText.of(spec.engine().orElse("of the class path")),
                "- **Initial weights:** "
                        + spec.from()
                                .map(from -> "the generator of " + MarkdownText.of(String.valueOf(from.getFileName())))
                                .orElse("random"),
                "- **Software:** " + MarkdownText.of(Software.NAME),
                "- **Networks:**",
                networks.stream()
                        .map(network -> "  - " + MarkdownText.of(network.name()) + ": "
                                + String.format(Locale.ROOT, "%,d", network.parameterCount()) + " parameters")
                        .collect(Collectors.joining("\n")),
                "",
                "## Intended use",
                "",
                use(),
                "",
                "## Limits",
                "",
                limits(),
                "",
                "## Data",
                "",
                data(),
                "",
                EVALUATION,
                "",
                evaluation(run),
                "",
                AFTER_EVALUATION,
                "",
                "`gan train experiment.yaml --out again`, in this folder, gives equal files on equal hardware.",
                "",
                "## Synthetic outputs",
                "",
                outputs(),
                "");
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String use() {
        return schema.table().isPresent()
                ? "Synthetic rows for tests, demonstrations and experiments with learning methods, where real ones are not to"
                        + " be shown. Compare them with real rows first (`gan assess`)."
                : "Research, teaching, and synthetic data for experiments. Other uses need an evaluation of their own.";
    }

    private String limits() {
        String leak = schema.table().isPresent()
                ? "- Rows can repeat or reveal rows of the data: they are not anonymous by themselves (`gan privacy`)."
                : "- Outputs can resemble single samples of the data (`gan privacy` looks for them).";
        return String.join(
                "\n",
                "- It knows nothing but its data: what is rare or missing there is rare, missing or wrong in its outputs, and"
                        + " so are biases.",
                leak,
                "- Its outputs are no evidence about real people, places or events; decide nothing about people by them.");
    }

    private String data() {
        String fields = schema.fields().stream()
                .map(field -> MarkdownText.of(field.name()) + " " + MarkdownText.of(shape(field)))
                .collect(Collectors.joining(", "));
        String classes = schema.classes().isEmpty()
                ? ""
                : "\n- **Classes:** "
                        + schema.classes().stream()
                                .limit(FEW)
                                .map(MarkdownText::of)
                                .collect(Collectors.joining(", "))
                        + (schema.classes().size() > FEW
                                ? " and " + (schema.classes().size() - FEW) + " more"
                                : "");
        String licenses =
                DataLicenses.of(spec.data()).stream().map(MarkdownText::of).collect(Collectors.joining("; "));
        return "- **Source:** " + MarkdownText.of(spec.data().name()) + ", " + count(rows) + " samples\n- **Fields:** "
                + fields + classes + "\n- **License:** "
                + (licenses.isEmpty() ? "not known to Gan4J; add it here before you publish the model" : licenses);
    }

    private static String shape(Field field) {
        return field.shape().toString();
    }

    /** Returns the text about the latest evaluation of a run. */
    static String evaluation(RunDirectory run) {
        List<StoredEvaluation> all;
        try {
            all = new EvaluationLog(run.evaluations()).all();
        } catch (IllegalArgumentException damaged) { // the card must not end a training
            return "[evaluations.jsonl](evaluations.jsonl) cannot be read.";
        }
        if (all.isEmpty()) {
            return "None yet: `gan evaluate` makes one.";
        }
        StoredEvaluation latest = all.get(all.size() - 1);
        return "After step " + count(latest.step())
                + ", from [evaluations.jsonl](evaluations.jsonl), which says how they"
                + " were measured:\n\n| number | value ± standard error |\n|---|---|\n"
                + latest.byNumber().entrySet().stream()
                        .filter(each -> !each.getKey().endsWith(ERROR))
                        .map(each -> row(each.getKey(), each.getValue().values()))
                        .collect(Collectors.joining("\n"));
    }

    private static String row(String name, Map<String, Double> values) {
        Double error = values.get(name + ERROR);
        return "| " + MarkdownText.of(name) + " | " + number(values.get(name))
                + (error == null ? "" : " ± " + number(error)) + " |";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private String outputs() {
        boolean images = schema.has(Field.IMAGE) && schema.image().isImage();
        if (!images) {
            return "All outputs are synthetic. Their files do not say so: say it where you pass them on.";
        }
        return "All outputs are synthetic. PNG files say so in their text, with the digest of the checkpoint; `--watermark KEY`"
                + " adds an invisible mark. `gan verify IMAGE --run .` compares a file with this run, and `gan verify IMAGE"
                + " --watermark KEY` looks for the mark.";
    }
}
