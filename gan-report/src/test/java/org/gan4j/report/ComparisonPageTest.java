package org.gan4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonPageTest {
    @TempDir
    private Path folder;

    private RunReport run(String name, String settings, double... losses) throws IOException {
        RunDirectory run = RunDirectory.create(folder.resolve(name));
        Files.writeString(run.experiment(), settings);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < losses.length; i++) {
            lines.append("{\"step\":")
                    .append(i + 1)
                    .append(",\"loss.critic\":")
                    .append(losses[i])
                    .append("}\n");
        }
        Files.writeString(run.metrics(), lines);
        return RunReader.of(run).read();
    }

    private RunReport evaluated(RunReport run, String... lines) throws IOException {
        RunDirectory directory = new RunDirectory(folder.resolve(run.name()));
        Files.writeString(directory.evaluations(), String.join("\n", lines));
        return RunReader.of(directory).read();
    }

    private static String evaluation(int step, double value, String features, int count) {
        return "{\"step\":" + step + ",\"frechet\":" + value
                + ",\"metrics\":[\"FrechetDistance[]\"],\"protocol\":{\"features\":\"" + features + "\",\"fake.count\":"
                + count + ",\"seed\":" + step + ",\"samples\":\"after step " + step + "\"}}";
    }

    private static JsonNode data(RunReport... runs) throws IOException {
        String page = ComparisonPage.html("A comparison", RunGroup.of(List.of(runs)));
        int from = page.indexOf("id=\"data\">") + "id=\"data\">".length();
        return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    private static double number(JsonNode data, String place) {
        assertThat(data.at(place).isNumber()).as("%s of %s", place, data).isTrue();
        return data.at(place).asDouble();
    }

    @Test
    void runsThatDifferByTheirSeedAreOneLineWithABand() throws IOException {
        JsonNode data = data(
                run("a", "seed: 1\nsteps: 2\nema: 0\n", 1, 2),
                run("b", "seed: 2\nsteps: 3\nema: 0\nsample-every: 7\n", 2, 4, 6),
                run("c", "seed: 1\nsteps: 2\nema: 0.5\n", 9, 9));
        assertThat(data.path("groups")).hasSize(2);
        assertThat(data.at("/groups/0/name").asText()).isEqualTo("a, b");
        JsonNode line = data.at("/metrics/charts/0/lines/0");
        assertThat(line.path("x").toString()).isEqualTo("[1,2,3]");
        assertThat(line.path("y").toString()).isEqualTo("[1.5,3,6]");
        // the deviation of 2 and 4 with n - 1 is the square root of 2
        assertThat(number(line, "/low/1")).isCloseTo(3 - Math.sqrt(2), within(1e-3));
        assertThat(number(line, "/high/1")).isCloseTo(3 + Math.sqrt(2), within(1e-3));
        assertThat(number(line, "/low/2")).as("a single seed has no band").isEqualTo(6);
        assertThat(data.path("settings").toString()).isEqualTo("[[\"ema\",\"0\",\"0.5\"]]");
    }

    @Test
    void onlyWhatWasMeasuredAlikeIsCompared() throws IOException {
        RunReport one = run("one", "ema: 0\n", 1);
        RunReport two = run("two", "ema: 1\n", 1);
        JsonNode alike = data(
                evaluated(one, evaluation(10, 5, "pixels", 100), evaluation(20, 4, "pixels", 100)),
                evaluated(two, evaluation(10, 3, "pixels", 100), evaluation(20, 2, "pixels", 2000)));
        assertThat(alike.path("table").toString()).isEqualTo("[[\"frechet\",[4,null,20,20],[3,null,10,10]]]");
        assertThat(alike.path("different")).isEmpty();
        JsonNode different = data(
                evaluated(one, evaluation(10, 5, "pixels", 100)), evaluated(two, evaluation(10, 3, "mobilenet", 100)));
        assertThat(different.path("table")).isEmpty();
        assertThat(different.path("different").toString()).isEqualTo("[\"frechet\"]");
    }

    @Test
    void metricsWithOtherSettingsAreNotCompared() throws IOException {
        String line = "{\"step\":1,\"precision\":0.5,\"metrics\":[\"PrecisionRecall[neighbors=%d]\"],\"protocol\":{}}";
        JsonNode data = data(
                evaluated(run("one", "ema: 0\n", 1), String.format(line, 3)),
                evaluated(run("two", "ema: 1\n", 1), String.format(line, 5)));
        assertThat(data.path("different").toString()).isEqualTo("[\"precision\"]");
    }

    @Test
    void runsOfDifferentLengthsShareTheirBuckets() throws IOException {
        double[] many =
                Stream.generate(() -> 1.0).limit(5000).mapToDouble(each -> each).toArray();
        JsonNode data = data(run("long", "ema: 0\n", many), run("short", "ema: 1\n", 3, 5, 7, 9));
        assertThat(data.at("/metrics/width").asInt()).isEqualTo(4);
        assertThat(data.at("/metrics/charts/0/lines/1").toString())
                .startsWith("{\"x\":[4],\"y\":[6],\"low\":[6],\"high\":[6],\"label\":\"short\"");
    }

    @Test
    void namesOfMarkupAreText() throws IOException {
        String page = ComparisonPage.html(
                "<b>title", List.of(new RunGroup("</script><b>", List.of(run("x", "seed: \"</script>\"\n", 1)))));
        assertThat(page).doesNotContain("<b>");
        assertThat(page.split("</script>", -1)).hasSize(3);
    }
}
