package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.report.Curves.Bucket;

/** A run as the JSON object that its page shows. Texts of the run stay texts: the page puts none of them into markup. */
public final class ReportJson {
    private static final int DIGITS = 5;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReportJson() {}

    /**
     * Returns a run as JSON.
     *
     * @param samples the images to show
     * @param source returns the address of an image, or the image itself as a {@code data:} address
     */
    public static ObjectNode of(RunReport run, List<SampleImage> samples, Function<SampleImage, String> source) {
        ObjectNode page = JSON.objectNode();
        page.put("name", run.name());
        page.put("state", run.state().title());
        page.put("step", run.step());
        run.planned().ifPresent(steps -> page.put("steps", steps));
        page.set("facts", facts(run));
        page.set("curves", curves(run.curves()));
        ArrayNode images = page.putArray("samples");
        samples.forEach(each -> images.addObject().put("step", each.step()).put("src", source.apply(each)));
        page.set("evaluations", EvaluationJson.curves(run.evaluations()));
        EvaluationJson.latest(run.evaluations()).ifPresent(latest -> page.set("evaluation", latest));
        page.set("diagnoses", diagnoses(run.events()));
        page.set("trainings", trainings(run));
        page.put("settings", run.settings());
        return page;
    }

    /** Returns what the head of the page says about a run: its main components, by name. */
    private static ArrayNode facts(RunReport run) {
        ArrayNode facts = JSON.arrayNode();
        for (String key :
                List.of("application", "generator", "critic", "loss", "data", "batch-size", "seed", "engine")) {
            named(run.experiment().path(key))
                    .ifPresent(
                            name -> facts.addArray().add(key.replace('-', ' ')).add(name));
        }
        return facts;
    }

    private static Optional<String> named(JsonNode component) {
        if (component.isObject()) {
            JsonNode name = component.path("name");
            return Optional.of((name.isMissingNode() ? component.path("code") : name).asText())
                    .filter(text -> !text.isEmpty());
        }
        return component.isValueNode() ? Optional.of(component.asText()) : Optional.empty();
    }

    /** Returns curves: the last step of each bucket, and for each metric the mean, the least and the greatest value. */
    static ObjectNode curves(Curves curves) {
        ObjectNode json = JSON.objectNode();
        json.put("width", curves.width());
        ArrayNode steps = json.putArray("steps");
        curves.ends().forEach(steps::add);
        ObjectNode metrics = json.putObject("metrics");
        for (Map.Entry<String, List<Bucket>> metric : curves.metrics().entrySet()) {
            ObjectNode one = metrics.putObject(metric.getKey());
            put(one.putArray("mean"), metric.getValue(), Bucket::mean);
            if (curves.width() > 1) {
                put(one.putArray("low"), metric.getValue(), Bucket::low);
                put(one.putArray("high"), metric.getValue(), Bucket::high);
            }
        }
        return json;
    }

    private static void put(ArrayNode array, List<Bucket> buckets, Function<Bucket, Double> value) {
        buckets.forEach(bucket -> array.add(bucket.count() == 0 ? JSON.nullNode() : number(value.apply(bucket))));
    }

    /** Returns a number with as many digits as a page shows; null if it is not finite. */
    static JsonNode number(double value) {
        if (!Double.isFinite(value)) {
            return JSON.nullNode();
        }
        if (value == 0) {
            return JSON.numberNode(0);
        }
        double unit = Math.pow(10, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value))));
        double rounded = Math.rint(value * unit) / unit;
        boolean whole = rounded == Math.rint(rounded) && Math.abs(rounded) < Integer.MAX_VALUE;
        if (whole) {
            return JSON.numberNode((int) rounded); // shorter without .0
        }
        return JSON.numberNode(Double.isFinite(rounded) ? rounded : value);
    }

    private static ArrayNode diagnoses(List<JsonNode> events) {
        ArrayNode diagnoses = JSON.arrayNode();
        for (JsonNode event : events) {
            ObjectNode one = diagnoses.addObject();
            one.put("step", event.path("step").asInt());
            one.put("title", event.path("kind").asText().replace('-', ' '));
            one.put("player", event.path("player").asText());
            one.put("over", event.path("over").asBoolean());
            one.put("evidence", event.path("evidence").asText());
            one.put("remedy", event.path("remedy").asText());
        }
        return diagnoses;
    }

    private static ArrayNode trainings(RunReport run) {
        ArrayNode trainings = JSON.arrayNode();
        for (JsonNode each : run.trainings()) {
            ObjectNode one = trainings.addObject();
            for (String key :
                    List.of("time", "from", "until", "java", "system", "processors", "overridden", "rollBack")) {
                if (each.has(key)) {
                    one.set(key, each.get(key));
                }
            }
        }
        // a training that was killed at its very beginning has no time
        int at = trainings.size() - 1;
        for (int i = run.times().size() - 1; i >= 0; i--, at--) {
            TrainingTime time = run.times().get(i);
            while (at >= 0 && trainings.get(at).path("from").asInt() != time.from()) {
                at--;
            }
            if (at >= 0) {
                ((ObjectNode) trainings.get(at)).put("to", time.to()).set("seconds", number(time.seconds()));
            }
        }
        return trainings;
    }
}
