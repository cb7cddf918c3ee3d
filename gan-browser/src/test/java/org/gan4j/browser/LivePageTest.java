package org.gan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.serve.LiveServer;
import org.gan4j.serve.ServerSettings;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches a training on its page, and controls it there. */
class LivePageTest {
    private static final int FOREVER = 1_000_000;

    @TempDir
    private Path folder;

    private RunDirectory run;
    private Gan gan;
    private CompletableFuture<TrainingResult> training;
    private LiveServer live;
    private Browser browser;

    @BeforeEach
    void train() throws Exception {
        run = new RunDirectory(folder.resolve("run"));
        gan = Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(NON_SATURATING)
                .data(FashionMnist.embedded())
                .batchSize(2)
                .sampleEvery(50)
                .checkpointEvery(FOREVER)
                .engine("reference")
                .runDirectory(run.root())
                .build();
        training = CompletableFuture.supplyAsync(() -> gan.train(steps(FOREVER)));
        live = LiveServer.controlling(run.root(), gan.controls(), ServerSettings.DEFAULT);
        browser = new Browser(folder);
        browser.open(live.uri());
    }

    @AfterEach
    void close() throws Exception {
        browser.close();
        gan.stop();
        training.get(20, TimeUnit.SECONDS);
        gan.close();
        live.close();
    }

    private String samples() {
        return browser.text("#image-step");
    }

    @Test
    void newSamplesAppearWithoutAReload() {
        browser.await("there are samples", () -> !samples().isEmpty());
        browser.evaluate("(document.body.dataset.same = 'yes')");
        String first = samples();
        browser.await("there are newer samples", () -> !samples().equals(first));
        assertThat(browser.evaluate("document.body.dataset.same"))
                .as("the page was not loaded again")
                .isEqualTo("yes");
        assertThat(browser.evaluate("document.querySelector('#image').naturalWidth > 0"))
                .isEqualTo(true);
        browser.screenshot("live");
        assertThat(browser.inaccessible()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .allMatch(address -> address.startsWith(live.uri().toString()));
    }

    @Test
    void pausePausesAndStopStopsWithACheckpoint() throws Exception {
        browser.await("the buttons are there", () -> browser.isVisible("#pause"));
        browser.await("training has begun", () -> browser.text("#status").contains("training"));
        browser.click("#pause");
        browser.await("training is paused", () -> browser.text("#status").endsWith("paused"));
        int paused = gan.steps();
        Thread.sleep(500);
        assertThat(gan.steps()).isEqualTo(paused);
        assertThat(browser.text("#pause")).isEqualTo("Resume");
        browser.click("#save").await("a checkpoint is saved", () -> run.checkpoint(paused)
                .toFile()
                .exists());
        browser.click("#sample")
                .await("samples are shown", () -> samples().startsWith("After step " + String.format("%,d;", paused)));
        browser.screenshot("live-paused").click("#pause");
        browser.await("training goes on", () -> gan.steps() > paused);
        browser.click("#stop");
        int last = training.get(20, TimeUnit.SECONDS).steps();
        assertThat(run.checkpoint(last)).exists();
        browser.await("the page says so", () -> browser.text("#status").contains("stopped"));
        assertThat(browser.evaluate("document.querySelector('#stop').disabled")).isEqualTo(true);
        live.close();
        browser.await("the page says that the program has ended", () -> browser.text("#status")
                .contains("has ended"));
    }

    @Test
    void pagesOfOtherOriginsCannotControlIt() throws Exception {
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            browser.open(URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/"));
            assertThat(fetched("stop", "{method: 'POST', mode: 'no-cors'}"))
                    .isEqualTo("answered, status 0"); // unreadable
            assertThat(fetched("stop", "{method: 'POST', headers: {'X-Gan4J-Token': '0'}}"))
                    .isEqualTo("refused");
            assertThat(fetched("state", "{}")).isEqualTo("refused");
        } finally {
            elsewhere.stop(0);
        }
        assertThat(gan.controls().isTraining()).isTrue();
        assertThat(training).isNotDone();
    }

    /** Returns what a request of the open page comes to. */
    private Object fetched(String path, String options) {
        return browser.evaluate("fetch('" + live.uri() + path + "', " + options
                + ").then(answer => 'answered, status ' + answer.status, () => 'refused')");
    }
}
