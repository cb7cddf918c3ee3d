package org.gan4j.cli.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.metrics.privacy.MembershipInference;
import org.gan4j.metrics.privacy.PrivacyMeasures;
import org.gan4j.metrics.privacy.Suspect;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.tensor.io.AtomicFile;

/** Writes a {@link PrivacyReport} as JSON: all numbers, and the index in the data of each row. */
final class PrivacyJson {
    private PrivacyJson() {}

    static void write(PrivacyReport report, Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("samples", report.samples());
        json.put("samples.count", report.counts().samples());
        json.put("training.count", report.counts().training());
        json.put("training.all", report.counts().ofTraining());
        json.put("held-out.count", report.counts().heldOut());
        json.put("features", report.features().name());
        json.put("features.weights", report.features().weights());
        json.put("features.resizing", report.features().resizing());
        json.put("seed", report.features().seed());
        json.put("verdict", report.verdict());
        json.put("notes", report.notes());
        json.put("measures", measures(report.measures()));
        report.critic().ifPresent(attack -> json.put("attack-by-critic", attack(attack)));
        Map<String, Object> baselines = new LinkedHashMap<>();
        report.baselines().forEach((name, each) -> baselines.put(name, measures(each)));
        json.put("in-place-of-samples", baselines);
        json.put("near-duplicates", report.measures().duplicates().samples());
        json.put(
                "suspects",
                report.suspects().stream().map(each -> suspect(each, report)).toList());
        try {
            AtomicFile.write(
                    file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("the numbers cannot be written as JSON: " + impossible, impossible);
        }
    }

    private static Map<String, Object> measures(PrivacyMeasures of) {
        Map<String, Object> json = new LinkedHashMap<>();
        share(json, "nearer", of.nearer().share());
        json.put("nearer.expected", of.nearer().expected());
        json.put("nearer.z", of.nearer().z());
        json.put("copying", of.copying().statistic());
        json.put("copying.cells", of.copying().cells());
        share(json, "authentic", of.authentic());
        share(json, "authentic.held-out", of.authenticHeldOut());
        json.put("near-duplicates.count", of.duplicates().samples().size());
        json.put("near-duplicates.expected", of.duplicates().expected());
        json.put("near-duplicates.threshold", of.duplicates().threshold());
        json.put("copies", of.duplicates().copies());
        json.put("attack-by-nearest", attack(of.attacks().byNearest()));
        json.put("attack-by-neighborhood", attack(of.attacks().byNeighborhood()));
        return json;
    }

    private static void share(Map<String, Object> json, String name, Share share) {
        json.put(name, share.value());
        json.put(name + ".low", share.low());
        json.put(name + ".high", share.high());
    }

    private static Map<String, Object> attack(MembershipInference attack) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("auc", attack.ranks().auc());
        json.put("auc.low", attack.ranks().low());
        json.put("auc.high", attack.ranks().high());
        json.put("z", attack.ranks().z());
        json.put("advantage", attack.advantage().value());
        json.put("advantage.low", attack.advantage().low());
        json.put("advantage.high", attack.advantage().high());
        json.put("advantage.largest", attack.largestAdvantage());
        return json;
    }

    private static Map<String, Object> suspect(Suspect suspect, PrivacyReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sample", suspect.sample());
        json.put(
                "training",
                suspect.training().stream().map(report.training()::row).toList());
        json.put("training.distances", suspect.distances());
        json.put("held-out", report.heldOut().row(suspect.heldOut()));
        json.put("held-out.distance", suspect.heldOutDistance());
        if (!report.training().files().isEmpty()) {
            List<String> files = report.training().files();
            json.put(
                    "training.files",
                    suspect.training().stream()
                            .map(each -> files.get(report.training().row(each)))
                            .toList());
        }
        return json;
    }
}
