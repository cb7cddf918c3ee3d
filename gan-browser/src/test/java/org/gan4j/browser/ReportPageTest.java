package org.gan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.browser.Command.gan;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Opens the report of a run from the disk, and uses it as somebody does who watches a GAN train. */
class ReportPageTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final int LONG = 200_000;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path run;

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        run = folder.resolve("a-" + MARKUP);
        try (Gan gan = Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(NON_SATURATING)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .sampleEvery(20)
                .engine("reference")
                .runDirectory(run)
                .build()) {
            gan.train(steps(300));
        }
        gan("evaluate", run, "--count", 50, "--metric", "precision-recall", "--extractor", "pixels");
        Files.writeString(
                run.resolve("events.jsonl"),
                "{\"step\":120,\"kind\":\"mode-collapse\",\"player\":\"" + MARKUP + "\",\"source\":\"metrics\","
                        + "\"evidence\":\"the samples are alike\",\"remedy\":\"add R1\"}\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        gan("report", run);
        browser = new Browser(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void assertQuiet() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.endsWith(".html"));
    }

    /** Returns the first and the last step that a chart shows. */
    private static String shownSteps() {
        return browser.evaluate("document.querySelector('[data-tool=from]').value") + " to "
                + browser.evaluate("document.querySelector('[data-tool=to]').value");
    }

    @Test
    void theHistoryOfSamplesIsSeenStepByStep() {
        browser.open(run.resolve("report.html"));
        assertThat(browser.text("#status")).isEqualTo("Step 300 of 300, complete");
        assertThat(browser.attribute("#image", "alt")).isEqualTo("Samples after step 300");
        String last = browser.attribute("#image", "src");
        browser.evaluate("document.querySelector('#slider').focus()");
        browser.press(Keys.HOME);
        assertThat(browser.attribute("#image", "alt")).isEqualTo("Samples after step 20");
        assertThat(browser.attribute("#image", "src")).isNotEqualTo(last);
        assertThat(browser.attribute("#slider", "aria-valuetext")).isEqualTo("step 20");
        browser.click("#later");
        assertThat(browser.text("#image-step")).isEqualTo("After step 40; 2 of 15");
        browser.click("#play");
        browser.await("the samples are played to their end", () -> browser.text("#image-step")
                .startsWith("After step 300"));
        assertQuiet();
    }

    @Test
    void curvesAreZoomedSmoothedAndRead() {
        browser.open(run.resolve("report.html"));
        assertThat(browser.attribute("#charts .plot", "aria-label"))
                .matches("Loss by step: critic from \\S+ to \\S+, generator from \\S+ to \\S+");
        assertThat(shownSteps()).isEqualTo(" to ");
        browser.drag("#charts .u-over", 0.25, 0.5);
        assertThat(Integer.parseInt(shownSteps().split(" to ")[0])).isBetween(65, 85);
        assertThat(Integer.parseInt(shownSteps().split(" to ")[1])).isBetween(140, 160);
        browser.screenshot("report-zoomed").click("[data-tool=reset]");
        assertThat(shownSteps()).isEqualTo(" to ");
        browser.enter("[data-tool=from]", "100");
        assertThat(shownSteps()).isEqualTo("100 to 300");
        browser.evaluate("document.querySelector('[data-tool=smoothing]').focus()");
        browser.press(Keys.END);
        assertThat(browser.text("[data-tool=smoothing-value]")).isEqualTo("0.99");
        browser.click("[data-tool=logarithmic]");
        browser.click("#curves summary");
        assertThat(browser.text("#numbers tbody tr th")).isEqualTo("loss.critic");
        browser.screenshot("report-curves");
        assertQuiet();
    }

    @Test
    void theLatestEvaluationIsATable() {
        browser.open(run.resolve("report.html"));
        assertThat(browser.text("#evaluation-tables thead")).isEqualTo("metric samples data baseline");
        assertThat(browser.text("#evaluation-tables tbody tr")).matches("precision \\S+ ± \\S+ \\S+ ± .*");
        assertQuiet();
    }

    @Test
    void namesOfMarkupAreText() {
        browser.open(run.resolve("report.html"));
        assertThat(browser.text("h1")).isEqualTo("a-" + MARKUP);
        assertThat(browser.text("#diagnosis-list")).contains("mode collapse of the " + MARKUP);
        assertThat(browser.evaluate("document.querySelectorAll('img').length")).isEqualTo(1L);
        assertQuiet();
    }

    @Test
    void everybodyCanReadIt() {
        browser.open(run.resolve("report.html"));
        browser.click("#curves summary").click("#settings summary");
        assertThat(browser.inaccessible()).isEmpty();
        browser.evaluate("scrollTo(0, 0)");
        browser.size(1280, 2600, false).screenshot("report-light");
        browser.dark(true);
        assertThat(browser.inaccessible()).as("dark").isEmpty();
        browser.screenshot("report-dark").dark(false);
        browser.size(390, 844, true).reload();
        assertThat(browser.isTooWide()).as("on a phone").isFalse();
        assertThat(browser.inaccessible()).as("on a phone").isEmpty();
        browser.size(390, 3400, true).screenshot("report-phone").size(1280, 900, false);
        assertQuiet();
    }

    @Test
    void theCheckOfAccessibilityFindsWhatIsWrong() {
        browser.open(URI.create("data:text/html,%3Chtml%3E%3Cimg%20src='data:,'%3E"));
        assertThat(String.join(" ", browser.inaccessible())).contains("image-alt: ", "html-has-lang: ");
    }

    @Test
    void aLongRunOpensAtOnce() throws IOException, InterruptedException {
        Path long200 = folder.resolve("long");
        Files.createDirectories(long200.resolve("samples"));
        Files.copy(run.resolve("experiment.yaml"), long200.resolve("experiment.yaml"));
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder();
        for (int step = 1; step <= LONG; step++) {
            lines.append("{\"step\":").append(step);
            for (String name :
                    new String[] {"loss.critic", "loss.generator", "gradient.critic", "gradient.generator"}) {
                lines.append(",\"").append(name).append("\":").append(1 + random.nextFloat());
            }
            lines.append("}\n");
        }
        Files.writeString(long200.resolve("metrics.jsonl"), lines);
        for (int step = 1000; step <= LONG; step += 1000) {
            Files.copy(
                    run.resolve("samples/step-000300.png"),
                    long200.resolve(String.format("samples/step-%06d.png", step)));
        }
        gan("report", long200);
        Path page = long200.resolve("report.html");
        assertThat(Files.size(page)).isLessThan(5_000_000);
        browser.open(page);
        Number millis = (Number) browser.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd");
        assertThat(millis.doubleValue()).isPositive().isLessThan(3000);
        assertThat(browser.text("#bucket")).contains("the mean of 128 steps");
        System.out.printf("a report of %,d steps: %,d bytes, %.0f ms%n", LONG, Files.size(page), millis.doubleValue());
        browser.screenshot("report-long");
        assertQuiet();
    }
}
