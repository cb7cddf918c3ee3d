package org.gan4j.cli.detection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.cli.tables.MarkdownTable;
import org.gan4j.metrics.detection.DetectionAccuracy;

/**
 * The result of {@code gan detect}.
 *
 * @param samples what the samples are
 * @param real what the real images are
 * @param features what computed the judge's features
 * @param calibrated the number of images of each kind that the detectors were calibrated on
 * @param detectors the detectors
 * @param images the names of the images
 * @param notes what a reader must know
 */
public record DetectionReport(
        String samples,
        String real,
        String features,
        int calibrated,
        List<Detector> detectors,
        List<String> images,
        List<String> notes) {
    /** The sentence that limits the result. */
    private static final String LIMIT = "This detects the samples of this generator, not generated images in general.";

    /** Returns the report for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        long measured = detectors.get(0).accuracy().realRight().all();
        line(text, "real images: %s", real);
        line(text, "generated images: %s", samples);
        line(
                text,
                "calibrated on %d of each, measured on %d others of each; the judge is linear in the features of %s",
                calibrated,
                measured,
                features);
        line(text, "");
        List<List<String>> accuracies = new ArrayList<>(
                List.of(List.of("detector", "right", "of real", "of generated", "AUC", "always one answer")));
        for (Detector each : detectors) {
            DetectionAccuracy accuracy = each.accuracy();
            accuracies.add(List.of(
                    each.name(),
                    accuracy.right().toString(),
                    percent(accuracy.realRight().value()),
                    percent(accuracy.generatedRight().value()),
                    String.format(Locale.ROOT, "%.3f", accuracy.ranks().auc()),
                    percent(accuracy.baseRate())));
        }
        text.append(MarkdownTable.of(accuracies)).append('\n');
        List<List<String>> verdicts = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("image"));
        detectors.forEach(each -> head.addAll(List.of(each.name(), each.number())));
        verdicts.add(head);
        for (int i = 0; i < images.size(); i++) {
            List<String> row = new ArrayList<>(List.of(images.get(i)));
            for (Detector each : detectors) {
                row.addAll(List.of(each.verdict(i), String.format(Locale.ROOT, "%.3f", each.numbers()[i])));
            }
            verdicts.add(row);
        }
        text.append(MarkdownTable.of(verdicts)).append('\n');
        for (Detector each : detectors) {
            line(text, "%s: %d of %d generated", each.name(), each.generated(), images.size());
        }
        line(text, LIMIT);
        notes.forEach(note -> line(text, "note: %s", note));
        return text.toString();
    }

    /** Returns the report as JSON. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("real", real);
        json.put("generated", samples);
        json.put("features", features);
        json.put("limit", LIMIT);
        json.put("notes", notes);
        json.put("calibrated-on-each", calibrated);
        Map<String, Object> all = new LinkedHashMap<>();
        detectors.forEach(each -> all.put(each.name(), accuracy(each)));
        json.put("detectors", all);
        List<Map<String, Object>> verdicts = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            Map<String, Object> verdict = new LinkedHashMap<>();
            verdict.put("image", images.get(i));
            for (Detector each : detectors) {
                verdict.put(each.name(), each.verdict(i));
                verdict.put(each.name() + "." + each.number(), each.numbers()[i]);
            }
            verdicts.add(verdict);
        }
        json.put("images", verdicts);
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("the verdicts cannot be written as JSON: " + impossible, impossible);
        }
    }

    private static Map<String, Object> accuracy(Detector detector) {
        DetectionAccuracy accuracy = detector.accuracy();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accuracy", accuracy.right().value());
        json.put("accuracy.low", accuracy.right().low());
        json.put("accuracy.high", accuracy.right().high());
        json.put("accuracy.real", accuracy.realRight().value());
        json.put("accuracy.generated", accuracy.generatedRight().value());
        json.put("accuracy.base-rate", accuracy.baseRate());
        json.put("measured-on", accuracy.right().all());
        json.put("auc", accuracy.ranks().auc());
        json.put("threshold", detector.rule().threshold());
        json.put("higher-is-real", detector.rule().higherIsReal());
        return json;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
