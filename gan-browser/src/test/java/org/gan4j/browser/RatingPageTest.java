package org.gan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.browser.Command.gan;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Drives the page of gan rate as a rater does, and gives what it saves to the summary. */
class RatingPageTest {
    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void train() throws IOException {
        for (String name : List.of("plain", "fancy")) {
            try (Gan gan = Gan.builder()
                    .application(Conditional.projection())
                    .data(FashionMnist.embedded())
                    .generator(Dcgan.generator().latent(4).width(2))
                    .critic(Dcgan.critic().width(2))
                    .loss(NON_SATURATING)
                    .batchSize(4)
                    .engine("reference")
                    .runDirectory(folder.resolve(name))
                    .build()) {
                gan.train(steps(1));
            }
        }
        browser = new Browser(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path study(String name, Object... options) throws IOException, InterruptedException {
        Path page = folder.resolve(name + ".html");
        List<Object> words = new ArrayList<>(
                List.of("rate", folder.resolve("plain"), folder.resolve("fancy"), "--count", 3, "--out", page));
        words.addAll(List.of(options));
        gan(words.toArray());
        return page;
    }

    private static JsonNode key(Path page) throws IOException {
        String name = page.getFileName().toString().replace(".html", ".key.json");
        return new ObjectMapper().readTree(page.resolveSibling(name).toFile());
    }

    /** Returns the key that an honest rater presses: noise is bad, and real images are good. */
    private static String honest(JsonNode key, String worst, String best) {
        String id = (String) browser.evaluate("JSON.parse(document.querySelector('#study').textContent).items"
                + ".find(item => item.src === document.querySelector('#stage img').src).id");
        JsonNode origin = key.path("items").path(id);
        JsonNode shown = origin.path("role").asText().equals("repeat")
                ? key.path("items").path(origin.path("of").asText())
                : origin;
        return shown.path("role").asText().equals("real") ? best : worst;
    }

    private static void assertQuiet(Path page) {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.endsWith(".html"));
        assertThat(browser.requests()).contains(page.toUri().toString());
    }

    @Test
    void aStudyIsRatedByKeysAndByClicksAndSummarized() throws IOException, InterruptedException {
        Path page = study("quality", "--controls", 2);
        JsonNode key = key(page);
        int items = key.path("items").size();
        assertThat(items).isEqualTo(3 + 3 + 3 + 2);
        browser.open(page).screenshot("quality-start");
        assertThat(browser.text("#start-question")).isEqualTo("How good is this image?");
        browser.enter("#rater", "Anna Ö.").screenshot("quality-light");
        for (int i = 0; i < items - 1; i++) {
            assertThat(browser.text("#count")).isEqualTo(i + " of " + items);
            assertThat(browser.attribute("#stage img", "alt")).isEqualTo("Image " + (i + 1) + " of " + items);
            String answer = honest(key, "1", "5");
            if (i % 2 == 0) {
                browser.press(answer);
            } else {
                browser.click(".answer[data-value='" + answer + "']");
            }
        }
        browser.reload().await("the study goes on after a reload", () -> browser.text("#count")
                .equals(items - 1 + " of " + items));
        browser.press(Keys.ARROW_LEFT);
        assertThat(browser.isVisible(".answer.chosen")).isTrue();
        browser.screenshot("quality-chosen").press(Keys.ARROW_RIGHT).press(honest(key, "1", "5"));
        browser.screenshot("quality-done").click("#save");
        Path saved = browser.download("ratings-" + key.path("study").asText() + "-Anna-Ö-.json");
        JsonNode ratings = new ObjectMapper().readTree(saved.toFile());
        assertThat(ratings.path("rater").asText()).isEqualTo("Anna Ö.");
        assertThat(ratings.path("ratings")).hasSize(items);
        assertThat(ratings.path("ratings").get(0).path("seconds").asDouble()).isPositive();
        assertThat(gan("rate", "--summarize", saved, "--key", page.resolveSibling("quality.key.json"))
                        .replaceAll(" +", " "))
                .contains("quality, 1 rater")
                .contains("real images | 3 | 3 | 5.00 |")
                .contains(folder.resolve("plain") + " | 3 | 3 | 1.00 |")
                .doesNotContain("left out");
        assertQuiet(page);
    }

    @Test
    void realOrFakeIsAnsweredByLetters() throws IOException, InterruptedException {
        Path page = study("choice", "--kind", "real-or-fake", "--controls", 1, "--keyboard");
        JsonNode key = key(page);
        browser.dark(true).open(page).screenshot("choice-start-dark").enter("#rater", "");
        assertThat(browser.isVisible("button.answer"))
                .as("a page for the keyboard")
                .isFalse();
        browser.screenshot("choice-dark");
        while (browser.isVisible("#rating")) {
            browser.press(honest(key, "f", "r"));
        }
        browser.screenshot("choice-done-dark").dark(false).press(Keys.ENTER);
        String name = browser.text("#saved").replace("Saved as ", "");
        assertThat(name).matches("ratings-" + key.path("study").asText() + "-[a-z0-9]{6}\\.json");
        String summary =
                gan("rate", "--summarize", browser.download(name), "--key", page.resolveSibling("choice.key.json"));
        assertThat(summary.replaceAll(" +", " ")).contains("real images | 6 | 6 | 100.0 % |");
        assertQuiet(page);
    }

    @Test
    void aPhoneShowsTheTextAndAllAnswersWithoutScrolling() throws IOException, InterruptedException {
        Path page = study("relevance", "--kind", "relevance", "--controls", 0);
        browser.size(390, 844, true).open(page).screenshot("relevance-start-phone");
        browser.enter("#rater", "phone").screenshot("relevance-phone");
        assertThat(FashionMnist.CLASSES).contains(browser.text("#text"));
        assertThat(browser.isTooWide()).isFalse();
        assertThat((Boolean) browser.evaluate(
                        "document.querySelector('#moves').getBoundingClientRect().bottom" + " <= innerHeight"))
                .isTrue();
        browser.dark(true).screenshot("relevance-phone-dark").dark(false).size(1280, 900, false);
        assertQuiet(page);
    }

    @Test
    void thePageNeitherSaysWhichRunNorWhatIsReal() throws IOException, InterruptedException {
        Path page = study("blind", "--kind", "real-or-fake");
        assertThat(Files.readString(page)).doesNotContain("plain", "fancy", folder.toString());
        browser.open(page);
        assertThat(browser.evaluate("JSON.stringify(JSON.parse(document.querySelector('#study').textContent).items"
                        + ".map(item => ({...item, src: ''})))"))
                .asString()
                .doesNotContainIgnoringCase("real", "fake", "noise");
    }

    @Test
    void eachRaterHasAnOrderOfTheirOwn() throws IOException, InterruptedException {
        Path page = study("orders");
        browser.open(page);
        String stored =
                "localStorage.getItem('gan4j-rating-" + key(page).path("study").asText() + "')";
        browser.enter("#rater", "one");
        Object first = browser.evaluate("JSON.parse(" + stored + ").order.join()");
        browser.evaluate("localStorage.clear()");
        browser.reload().enter("#rater", "two");
        assertThat(browser.evaluate("JSON.parse(" + stored + ").order.join()")).isNotEqualTo(first);
    }
}
