package org.gan4j.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.tensor.io.AtomicFile;

/**
 * The page that compares groups of runs: the settings in which they differ, their curves with a band over the seeds of each
 * group, their samples side by side, and their numbers.
 */
public final class ComparisonPage {
    private static final int IMAGE_BYTES = 3_000_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String title;
    private final List<RunGroup> groups;
    private final List<RunReport> runs;
    private final ComparedNumbers numbers;

    private ComparisonPage(String title, List<RunGroup> groups) {
        this.title = title;
        this.groups = List.copyOf(groups);
        this.runs = groups.stream().flatMap(group -> group.runs().stream()).toList();
        this.numbers = new ComparedNumbers(runs);
    }

    /** Returns the page of groups of runs as one HTML file, which needs no network. */
    public static String html(String title, List<RunGroup> groups) {
        JsonNode data = new ComparisonPage(title, groups).json();
        return PageTemplate.filled(ComparisonPage.class, "comparison.html", data);
    }

    /**
     * Writes the page of groups of runs.
     *
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static void write(String title, List<RunGroup> groups, Path file) {
        AtomicFile.write(file, html(title, groups));
    }

    private ObjectNode json() {
        ObjectNode page = JSON.objectNode();
        page.put("title", title);
        ArrayNode all = page.putArray("groups");
        for (RunGroup group : groups) {
            ObjectNode one = all.addObject().put("name", group.name());
            ArrayNode members = one.putArray("runs");
            group.runs().forEach(run -> members.add(run(run)));
        }
        page.set("settings", table(SettingTable.of(groups)));
        page.set("metrics", metrics());
        page.set("evaluations", evaluations());
        page.set("table", lastNumbers());
        ArrayNode different = page.putArray("different");
        numbers.different().forEach(different::add);
        page.set("samples", samples());
        return page;
    }

    private static ObjectNode run(RunReport run) {
        ObjectNode one = JSON.objectNode();
        one.put("name", run.name());
        one.put("seed", run.experiment().path("seed").asText());
        one.put("step", run.step());
        one.put("state", run.state().title());
        return one;
    }

    private static ArrayNode table(List<List<String>> rows) {
        ArrayNode table = JSON.arrayNode();
        rows.forEach(row -> {
            ArrayNode one = table.addArray();
            row.forEach(one::add);
        });
        return table;
    }

    /** Returns a chart for each metric. All runs are in buckets of the same width. */
    private ObjectNode metrics() {
        int width = runs.stream().mapToInt(run -> run.curves().width()).max().orElse(1);
        Set<String> names = new LinkedHashSet<>();
        runs.forEach(run -> names.addAll(run.curves().metrics().keySet()));
        List<List<Curves>> alike = groups.stream()
                .map(group -> group.runs().stream()
                        .map(run -> run.curves().inBucketsOf(width))
                        .toList())
                .toList();
        return charts(names, (group, name) -> SeedBand.ofMetric(alike.get(group), name))
                .put("width", width);
    }

    /** Returns a chart for each number that was measured at two steps or more. */
    private ObjectNode evaluations() {
        List<String> several = numbers.alike().stream()
                .filter(name ->
                        runs.stream().anyMatch(run -> numbers.of(run, name).count() > 1))
                .toList();
        return charts(several, (group, name) -> {
            SeedBand band = new SeedBand();
            groups.get(group).runs().forEach(run -> numbers.of(run, name)
                    .forEach(each -> band.add(each.step(), each.value())));
            return band;
        });
    }

    private interface Band {
        SeedBand of(int group, String name);
    }

    private ObjectNode charts(Iterable<String> names, Band bands) {
        ObjectNode json = JSON.objectNode();
        ArrayNode charts = json.putArray("charts");
        for (String name : names) {
            ArrayNode lines = charts.addObject().put("title", name).putArray("lines");
            for (int i = 0; i < groups.size(); i++) {
                SeedBand band = bands.of(i, name);
                if (!band.isEmpty()) {
                    lines.add(band.json().put("label", groups.get(i).name()).put("slot", i));
                }
            }
        }
        return json;
    }

    /** Returns for each number its mean, its deviation, and the steps of the last evaluations of each group's runs. */
    private ArrayNode lastNumbers() {
        ArrayNode rows = JSON.arrayNode();
        for (String name : numbers.alike()) {
            ArrayNode row = rows.addArray().add(name);
            for (RunGroup group : groups) {
                List<ComparedNumbers.Measured> last = group.runs().stream()
                        .map(run -> numbers.last(run, name))
                        .flatMap(Optional::stream)
                        .toList();
                if (last.isEmpty()) {
                    row.addNull();
                } else {
                    List<Double> values =
                            last.stream().map(ComparedNumbers.Measured::value).toList();
                    row.addArray()
                            .add(ReportJson.number(SeedBand.mean(values)))
                            .add(values.size() < 2 ? JSON.nullNode() : ReportJson.number(SeedBand.deviation(values)))
                            .add(last.stream()
                                    .mapToInt(ComparedNumbers.Measured::step)
                                    .min()
                                    .orElseThrow())
                            .add(last.stream()
                                    .mapToInt(ComparedNumbers.Measured::step)
                                    .max()
                                    .orElseThrow());
                }
            }
        }
        return rows;
    }

    /** Returns the samples of the first run of each group. */
    private ArrayNode samples() {
        ArrayNode all = JSON.arrayNode();
        EmbeddedSamples embedded = new EmbeddedSamples(IMAGE_BYTES / groups.size());
        for (RunGroup group : groups) {
            RunReport first = group.runs().get(0);
            ObjectNode one = all.addObject().put("group", group.name());
            one.put("seed", first.experiment().path("seed").asText());
            ArrayNode images = one.putArray("images");
            embedded.of(first.samples())
                    .forEach((image, source) ->
                            images.addObject().put("step", image.step()).put("src", source));
        }
        return all;
    }
}
