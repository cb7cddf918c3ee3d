package org.gan4j.tables.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.metrics.privacy.NearerShare;
import org.gan4j.tables.judges.ClassScores;
import org.gan4j.tables.judges.Judge;
import org.gan4j.tables.privacy.TablePrivacy;
import org.gan4j.tables.similarity.Similarity;
import org.gan4j.tables.values.Estimate;

/**
 * A report as JSON, with all numbers. What was not measured is left out.
 *
 * @param report the report
 */
public record AssessmentJson(TableReport report) {
    /** Returns the text. */
    public String text() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("guarantee", TableReport.NO_GUARANTEE);
        all.put("setting", setting());
        all.put("notes", report.notes());
        all.put("similarity", compared(report.similarity().map(AssessmentJson::similarity)));
        Map<String, Object> detection = new LinkedHashMap<>();
        report.detection()
                .forEach(each ->
                        detection.put(each.judge().title(), compared(each.auc().map(AssessmentJson::estimate))));
        all.put("detection", detection);
        report.usefulness().ifPresent(useful -> all.put("usefulness", usefulness(useful)));
        report.privacy().ifPresent(found -> all.put("privacy", privacy(found)));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a report can be written as JSON", impossible);
        }
    }

    private Map<String, Object> setting() {
        TableReport.Setting setting = report.setting();
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("training-rows", setting.training());
        setting.heldOut().ifPresent(rows -> written.put("held-out-rows", rows));
        written.put("synthetic-rows", setting.synthetic());
        written.put("columns", setting.columns());
        setting.target().ifPresent(target -> written.put("target", target));
        written.put("seed", setting.seed());
        Map<String, Object> judges = new LinkedHashMap<>();
        Arrays.stream(Judge.values()).forEach(judge -> judges.put(judge.title(), judge.settings()));
        written.put("judges", judges);
        return written;
    }

    private static Map<String, Object> compared(Compared<?> numbers) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("synthetic", numbers.synthetic());
        numbers.heldOut().ifPresent(each -> written.put("held-out", each));
        written.put("independent", numbers.independent());
        return written;
    }

    private static Map<String, Object> similarity(Similarity similarity) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("column-shapes", similarity.shape());
        written.put("column-pair-trends", similarity.trend());
        written.put("missing-values", similarity.missing());
        List<Object> columns = new ArrayList<>();
        similarity.shapes().forEach(shape -> {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("column", shape.column());
            column.put("measure", shape.measure());
            column.put("score", shape.score());
            column.put("missing-real", shape.missingReal());
            column.put("missing", shape.missing());
            columns.add(column);
        });
        written.put("columns", columns);
        List<Object> pairs = new ArrayList<>();
        similarity.pairs().forEach(trend -> {
            Map<String, Object> pair = new LinkedHashMap<>();
            pair.put("columns", List.of(trend.first(), trend.second()));
            pair.put("measure", trend.measure());
            pair.put("score", trend.score());
            pairs.add(pair);
        });
        written.put("pairs", pairs);
        return written;
    }

    private static Map<String, Object> usefulness(TableReport.Useful useful) {
        Map<String, Object> written = new LinkedHashMap<>();
        useful.judges().forEach(each -> {
            Map<String, Object> judge = new LinkedHashMap<>();
            judge.put("learned-from-synthetic", scores(each.synthetic()));
            judge.put("learned-from-real", scores(each.real()));
            judge.put("learned-from-independent", scores(each.independent()));
            written.put(each.judge().title(), judge);
        });
        written.put("most-frequent-class", scores(useful.majority()));
        return written;
    }

    private static Map<String, Object> scores(ClassScores scores) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("macro-f1", estimate(scores.macroF1()));
        written.put("auc", estimate(scores.auc()));
        return written;
    }

    private static Map<String, Object> privacy(TablePrivacy found) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("verdict", found.verdict().words());
        written.put("signs", found.signs());
        written.put("training-and-held-out-rows", found.rows());
        written.put("synthetic-rows", found.syntheticRows());
        written.put("nearer-to-training", nearer(found.nearer()));
        found.near().ifPresent(near -> written.put("nearer-to-training-of-the-nearest", nearer(near)));
        written.put("distance-quantile-5", found.quantile());
        written.put("distance-quantile-5-held-out", found.quantileHeldOut());
        Map<String, Object> copies = new LinkedHashMap<>();
        copies.put("synthetic", (long) found.copies().synthetic().count());
        copies.put("synthetic-share", estimate(Estimate.of(found.copies().synthetic())));
        copies.put("held-out", (long) found.copies().heldOut().count());
        copies.put("held-out-share", estimate(Estimate.of(found.copies().heldOut())));
        copies.put("different-of-training-alone", found.copies().ofTraining());
        copies.put("different-of-held-out-alone", found.copies().ofHeldOut());
        copies.put("z", found.copies().z());
        written.put("copies", copies);
        Map<String, Object> attack = estimate(Estimate.of(found.attack()));
        attack.put("z", found.attackZ());
        written.put("membership-advantage", attack);
        return written;
    }

    private static Map<String, Object> nearer(NearerShare nearer) {
        Map<String, Object> written = estimate(Estimate.of(nearer.share()));
        written.put("of-rows", nearer.share().all());
        written.put("z", nearer.z());
        return written;
    }

    private static Map<String, Object> estimate(Estimate number) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("value", number.value());
        if (number.hasInterval()) {
            written.put("low", number.low());
            written.put("high", number.high());
        }
        return written;
    }
}
