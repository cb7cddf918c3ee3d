package org.gan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.browser.Command.gan;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Opens a page that compares runs of two losses with two seeds each. */
class ComparisonPageTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void compare() throws IOException, InterruptedException {
        for (int seed = 1; seed <= 2; seed++) {
            for (var loss : Map.of("plain", NON_SATURATING, "penalty", WGAN_GP).entrySet()) {
                try (Gan gan = Gan.builder()
                        .generator(Dcgan.generator().latent(4).width(2))
                        .critic(Dcgan.critic().width(2))
                        .loss(loss.getValue())
                        .data(FashionMnist.embedded())
                        .batchSize(4)
                        .seed(seed)
                        .sampleEvery(10)
                        .engine("reference")
                        .runDirectory(folder.resolve(loss.getKey() + "<i>-" + seed))
                        .build()) {
                    gan.train(steps(30));
                }
            }
        }
        page = folder.resolve("compare.html");
        gan(
                "compare",
                folder.resolve("plain<i>-1"),
                folder.resolve("plain<i>-2"),
                folder.resolve("penalty<i>-1"),
                folder.resolve("penalty<i>-2"),
                "--out",
                page);
        browser = new Browser(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void groupsOfSeedsAreComparedAndEverybodyCanReadIt() {
        browser.open(page);
        assertThat(browser.text("#groups li"))
                .isEqualTo(folder.resolve("plain<i>-1") + ", " + folder.resolve("plain<i>-2") + "\n"
                        + "seed 1: step 30, complete; seed 2: step 30, complete");
        assertThat(browser.text("#setting-table tbody")).contains("loss.name", "wasserstein", "critic-updates");
        assertThat(browser.evaluate("document.querySelectorAll('#grids img').length"))
                .isEqualTo(2L);
        browser.evaluate("document.querySelector('#slider').focus()");
        browser.press(Keys.HOME);
        assertThat(browser.text("#grids figcaption")).isEqualTo("seed 1, after step 10");
        assertThat(browser.text("#bucket")).contains("bands one standard deviation");
        assertThat(browser.inaccessible()).isEmpty();
        browser.size(1280, 2000, false).screenshot("comparison").dark(true);
        assertThat(browser.inaccessible()).as("dark").isEmpty();
        browser.dark(false).size(390, 844, true).reload();
        assertThat(browser.isTooWide()).as("on a phone").isFalse();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.endsWith(".html"));
    }
}
