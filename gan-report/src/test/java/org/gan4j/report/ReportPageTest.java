package org.gan4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.data.images.PngFiles;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final String MARKUP = "</script><img src=x onerror=alert(1)>/*charts.js*/";
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private RunDirectory run;

    @BeforeEach
    void create() throws IOException {
        run = RunDirectory.create(folder.resolve("run"));
        Files.writeString(run.experiment(), "steps: 4\n");
    }

    private RunReport report() {
        return RunReader.of(run).read();
    }

    /** Returns the data of a page, as a browser finds them. */
    private static JsonNode data(String page) throws IOException {
        Matcher found = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).isTrue();
        return new ObjectMapper().readTree(found.group(1));
    }

    private void sample(int step, int size) {
        BufferedImage noise = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(step);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        PngFiles.write(run.sample(step), noise);
    }

    @Test
    void aPageHasEverythingInIt() throws IOException {
        sample(100, 8);
        String page = ReportPage.html(report());
        assertThat(page).contains("uPlot=", "Copyright (c) 2022 Leon Sorokin", "function Charts(");
        assertThat(page).doesNotContain("<link rel=\"stylesheet\"", "<script src", "/*uplot", "/*head", "/*page.css*/");
        assertThat(data(page).at("/samples/0/src").asText()).startsWith("data:image/png;base64,iVBOR");
    }

    @Test
    void textsOfARunStayTexts() throws IOException {
        Files.writeString(run.experiment(), "seed: \"" + MARKUP + "\"\nsteps: 4\nclasses: [\"" + MARKUP + "\"]\n");
        Files.writeString(
                run.events(),
                "{\"step\":1,\"kind\":\"mode-collapse\",\"player\":\"" + MARKUP
                        + "\",\"evidence\":\"e\",\"remedy\":\"r\"}\n");
        String page = ReportPage.html(report());
        assertThat(page).doesNotContain(MARKUP, "<img src=x");
        JsonNode data = data(page);
        assertThat(data.path("settings").asText()).contains(MARKUP);
        assertThat(data.at("/diagnoses/0/player").asText()).isEqualTo(MARKUP);
    }

    @Test
    void evaluationsAreCurvesAndTheLatestIsATable() throws IOException {
        String part =
                "{\"frechet\":%s,\"frechet.error\":0.5,\"frechet.real\":1,\"metrics\":[],\"protocol\":{\"features\":\"f\"},"
                        + "\"references\":{\"data\":{\"values\":{\"frechet\":1.25}},\"baseline\":{\"values\":{}}}}";
        StringBuilder lines = new StringBuilder();
        for (int[] each : new int[][] {{100, 9}, {200, 7}, {300, 5}, {200, 6}}) {
            lines.append("{\"step\":")
                    .append(each[0])
                    .append(",\"during\":\"training\",\"parts\":[")
                    .append(String.format(part, each[1]))
                    .append("]}\n");
        }
        lines.append("{\"step\":250,\"parts\":[")
                .append(String.format(part, 4))
                .append("],\"notes\":[\"few\"]}\n{\"torn");
        Files.writeString(run.evaluations(), lines);
        JsonNode data = data(ReportPage.html(report()));
        assertThat(data.path("evaluations").toString())
                .as("a run that went back to step 100")
                .isEqualTo("{\"frechet\":[[100,9,0.5],[200,6,0.5]]}");
        assertThat(data.path("evaluation").path("step").asInt()).isEqualTo(250);
        assertThat(data.at("/evaluation/tables/0/rows").toString()).isEqualTo("[[\"frechet\",[4,0.5],[1.25],null]]");
    }

    @Test
    void anEvaluationOfOneWayNeedsNoParts() throws IOException {
        Files.writeString(
                run.evaluations(),
                "{\"step\":60,\"precision\":0.5,\"precision.error\":0.04,\"seed\":1,\"protocol\":{\"features\":\"f\"}}\n");
        assertThat(data(ReportPage.html(report()))
                        .at("/evaluation/tables/0/rows")
                        .toString())
                .isEqualTo("[[\"precision\",[0.5,0.04],null,null]]");
    }

    @Test
    void latestAndAveragedWeightsHaveCurvesOfTheirOwn() throws IOException {
        String line = "{\"step\":%d,\"during\":\"training\",\"weights\":\"%s\",\"frechet\":%d,\"protocol\":{}}\n";
        Files.writeString(
                run.evaluations(),
                String.format(line, 10, "latest", 9)
                        + String.format(line, 10, "ema", 8)
                        + String.format(line, 20, "latest", 7)
                        + String.format(line, 20, "ema", 6));
        assertThat(data(ReportPage.html(report())).path("evaluations").toString())
                .isEqualTo(
                        "{\"frechet, latest\":[[10,9,null],[20,7,null]],\"frechet, ema\":[[10,8,null],[20,6,null]]}");
    }

    @Test
    void timesBelongToTheTrainingsThatBeganAtTheirStep() throws IOException {
        Files.writeString(
                run.history(),
                "{\"from\":0,\"until\":9}\n{\"from\":2,\"until\":9}\n{\"from\":2,\"until\":9}\n{\"from\":5,\"until\":9}\n");
        Files.writeString(
                run.timings(), "{\"from\":0,\"to\":2,\"seconds\":8.5}\n{\"from\":2,\"to\":5,\"seconds\":1.5}\n");
        JsonNode trainings = data(ReportPage.html(report())).path("trainings");
        assertThat(trainings.get(0).path("seconds").asDouble()).isEqualTo(8.5);
        assertThat(trainings.get(1).has("seconds"))
                .as("killed at its beginning")
                .isFalse();
        assertThat(trainings.get(2).path("seconds").asDouble()).isEqualTo(1.5);
        assertThat(trainings.get(3).has("seconds")).as("has just begun").isFalse();
    }

    @Test
    void numbersHaveFiveDigits() throws IOException {
        Files.writeString(
                run.metrics(),
                "{\"step\":1,\"a\":0.123456789,\"b\":123456.789,\"c\":-1.0000004e-7,\"d\":0,\"e\":3.0e38,\"f\":2}\n");
        assertThat(data(ReportPage.html(report())).at("/curves/metrics").toString())
                .isEqualTo("{\"a\":{\"mean\":[0.12346]},\"b\":{\"mean\":[123460]},\"c\":{\"mean\":[-1.0E-7]},"
                        + "\"d\":{\"mean\":[0]},\"e\":{\"mean\":[3.0E38]},\"f\":{\"mean\":[2]}}");
    }

    @Test
    void aFileThatIsNoImageIsNamed() throws IOException {
        Files.write(run.sample(100), new byte[3_000_000]);
        assertThatThrownBy(() -> ReportPage.html(report()))
                .hasMessageContainingAll(run.sample(100).toString(), "it is not an image");
    }

    @Test
    void aLongRunFitsIntoFewMegabytes() throws IOException {
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder();
        for (int step = 1; step <= 200_000; step++) {
            lines.append("{\"step\":").append(step);
            for (String name :
                    new String[] {"loss.critic", "gradient.critic", "loss.generator", "gradient.generator"}) {
                lines.append(",\"").append(name).append("\":").append(random.nextFloat());
            }
            lines.append("}\n");
        }
        Files.writeString(run.metrics(), lines);
        for (int step = 1000; step <= 200_000; step += 1000) {
            sample(step, 128); // noise of 49 kB, which PNG cannot make smaller
        }
        String page = ReportPage.html(report());
        assertThat(page.length()).isLessThan(5 * MEGABYTE);
        JsonNode samples = data(page).path("samples");
        assertThat(samples.get(0).path("step").asInt()).isEqualTo(1000);
        assertThat(samples.get(samples.size() - 1).path("step").asInt()).isEqualTo(200_000);
        assertThat(samples).hasSizeGreaterThan(30);
    }

    @Test
    void anImageThatIsTooLargeIsMadeSmaller() throws IOException {
        sample(100, 2000);
        String page = ReportPage.html(report());
        assertThat(page.length()).isLessThan(5 * MEGABYTE);
        assertThat(data(page).path("samples")).hasSize(1);
    }
}
