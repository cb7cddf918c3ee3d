package org.gan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.Latents;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.serve.ExploreServer;
import org.gan4j.serve.ServerSettings;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Explores a generator as somebody does who wants to know what it has learned. */
class ExplorePageTest {
    @TempDir
    private static Path folder;

    private static Gan gan;
    private static ExploreServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        gan = Gan.builder()
                .application(Conditional.projection())
                .data(FashionMnist.embedded())
                .generator(Dcgan.generator().latent(8).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(NON_SATURATING)
                .engine("reference")
                .build();
        server = ExploreServer.start(gan, "runs/<i>tiny", ServerSettings.DEFAULT);
        browser = new Browser(folder);
        browser.open(server.uri());
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
        gan.close();
    }

    private static String shown() {
        return (String) browser.evaluate("document.querySelector('#chosen').getAttribute('src')");
    }

    /** Waits, since images are loaded one after the other. */
    private static void assertShown(String source) {
        browser.await(source + " is shown", () -> shown().equals(source));
    }

    private static void focus(String selector) {
        browser.evaluate("document.querySelector('" + selector + "').focus()");
    }

    @Test
    void seedsDirectionsAndWaysChangeTheSample() throws Exception {
        browser.reload();
        browser.await("the tiles are there", () -> browser.evaluate(
                        "[...document.querySelectorAll('.tiles img')].filter(each => each.naturalWidth === 28).length")
                .equals(24L));
        assertThat(browser.text("h1")).isEqualTo("Explore runs/<i>tiny");
        browser.click(".tiles button:nth-child(3)");
        assertShown("image?seed=3&label=T-shirt%2Ftop");
        assertThat(browser.text("#command code"))
                .isEqualTo(
                        "./gan sample runs/<i>tiny --step 0 --seed 3 --count 1 --label T-shirt/top --out sample.png");
        browser.await("directions are found", () -> browser.isVisible("#directions input"));
        focus("#directions input");
        browser.press(Keys.ARROW_RIGHT);
        assertShown("image?seed=3&label=T-shirt%2Ftop&moves=0.1%2C0%2C0%2C0%2C0%2C0%2C0%2C0");
        assertThat(browser.isVisible("#command code")).isFalse();
        browser.click("#straight");
        assertShown("image?seed=3&label=T-shirt%2Ftop");
        focus("#t");
        browser.press(Keys.END);
        assertShown("image?seed=3&label=T-shirt%2Ftop&to=2&t=1");
        browser.screenshot("explore");
        assertThat(browser.inaccessible()).isEmpty();
        browser.dark(true);
        assertThat(browser.inaccessible()).as("dark").isEmpty();
        browser.screenshot("explore-dark").dark(false);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .allMatch(address -> address.startsWith(server.uri().toString()));
    }

    @Test
    void likenessLeadsStepByStepToOtherSamples() {
        browser.reload().click("#alike").click(".tiles button:nth-child(2)");
        assertShown("image?seed=1&label=T-shirt%2Ftop&steps=1002%3A0.3");
        browser.click("#alike").click(".tiles button:nth-child(5)");
        assertShown("image?seed=1&label=T-shirt%2Ftop&steps=1002%3A0.3%2C1029%3A0.3");
        assertThat(browser.text("#tiles-title")).isEqualTo("Samples like the chosen one");
        browser.click("#more");
        assertThat(browser.text("#tiles-title")).isEqualTo("Seeds");
    }

    @Test
    void aClassIsChosen() {
        browser.reload();
        focus("#label");
        browser.press("Bag");
        browser.await("the class is chosen", () -> shown().equals("image?seed=1&label=Bag"));
    }

    @Test
    void whatIsChosenIsSaved() throws Exception {
        browser.reload().click(".tiles button:nth-child(4)").click("#save-latents");
        TensorData saved = Npy.read(browser.download("latents.npy"));
        Latents expected = new Latents(LatentSpace.normal(8), 4, OptionalDouble.empty());
        assertThat(saved.shape()).isEqualTo(Shape.of(1, 8));
        assertThat(saved.toFloats()).containsExactly(expected.rows(0, 1));
        browser.click("#save");
        Path image = browser.download("sample.png");
        gan.sample(SampleRequest.of(1).seed(4).label("T-shirt/top")).saveImages(folder.resolve("same"));
        assertThat(javax.imageio.ImageIO.read(image.toFile()).getRGB(5, 5))
                .isEqualTo(javax.imageio.ImageIO.read(
                                folder.resolve("same/0000.png").toFile())
                        .getRGB(5, 5));
    }

    @Test
    void itFitsAPhone() {
        browser.size(390, 844, true).reload();
        assertThat(browser.isTooWide()).isFalse();
        browser.size(1280, 900, false);
    }
}
