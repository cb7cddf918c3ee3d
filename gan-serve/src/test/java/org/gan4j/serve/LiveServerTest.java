package org.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveServerTest {
    private static final int FOREVER = 1_000_000;
    private static final int PATIENCE = 20;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private RunDirectory run;
    private Gan gan;
    private CompletableFuture<TrainingResult> training;
    private LiveServer live;

    @BeforeEach
    void train() {
        run = new RunDirectory(folder.resolve("run"));
        gan = Gan.builder()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(NON_SATURATING)
                .data(FashionMnist.embedded())
                .batchSize(2)
                .sampleEvery(FOREVER)
                .checkpointEvery(FOREVER)
                .engine("reference")
                .runDirectory(run.root())
                .build();
        training = CompletableFuture.supplyAsync(() -> gan.train(steps(FOREVER)));
        live = LiveServer.controlling(run.root(), gan.controls(), ServerSettings.DEFAULT);
        await(() -> gan.steps() > 0);
    }

    @AfterEach
    void stop() throws Exception {
        gan.stop();
        training.get(PATIENCE, TimeUnit.SECONDS);
        gan.close();
        live.close();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen in " + PATIENCE + " s");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(live.uri().resolve(path)).timeout(Duration.ofSeconds(PATIENCE));
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> post(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String token() throws IOException, InterruptedException {
        Matcher token = Pattern.compile("\"token\":\"(\\w+)\"").matcher(get("/"));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private JsonNode state() throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get("/state"));
    }

    private String asked(String what) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(what, OwnPagesOnly.HEADER, token());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void pause() throws IOException, InterruptedException {
        asked("/pause");
        await(() -> gan.controls().isPaused());
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void aPausedTrainingWaitsAndGoesOn() throws Exception {
        pause();
        int steps = gan.steps();
        sleep(300);
        assertThat(gan.steps()).isEqualTo(steps);
        JsonNode state = state();
        assertThat(state.path("state").asText()).isEqualTo("paused");
        assertThat(state.path("step").asInt()).isEqualTo(steps);
        assertThat(state.at("/curves/steps")).isNotEmpty();
        asked("/resume");
        await(() -> gan.steps() > steps);
        assertThat(state().path("state").asText()).isEqualTo("training");
    }

    @Test
    void aCheckpointAndSamplesAreWrittenOnDemandAlsoDuringAPause() throws Exception {
        pause();
        int step = gan.steps();
        asked("/save");
        asked("/sample");
        await(() -> Files.exists(run.checkpoint(step)) && Files.exists(run.sample(step)));
        assertThat(state().at("/samples/0/src").asText()).matches("image\\?step=" + step + "&version=\\d+");
        HttpResponse<byte[]> image = http.send(request("/image?step=" + step).build(), BodyHandlers.ofByteArray());
        assertThat(image.body()).isEqualTo(Files.readAllBytes(run.sample(step)));
        assertThat(gan.steps()).isEqualTo(step);
        assertThat(http.send(request("/image?step=999999").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aStoppedTrainingHasACheckpoint() throws Exception {
        pause();
        assertThat(asked("/stop")).contains("stopping after this step");
        int last = training.get(PATIENCE, TimeUnit.SECONDS).steps();
        assertThat(run.checkpoint(last)).exists();
        assertThat(state().path("state").asText()).isEqualTo("stopped");
        assertThat(asked("/pause")).contains("the training has ended");
        try (Gan loaded = Gan.load(run.root())) {
            assertThat(loaded.steps()).isEqualTo(last);
        }
    }

    @Test
    void anOpenPageIsToldWhatIsNew() throws Exception {
        HttpResponse<Stream<String>> events = http.send(request("/events").build(), BodyHandlers.ofLines());
        assertThat(events.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        Iterator<String> lines =
                events.body().filter(line -> line.startsWith("data: ")).iterator();
        String first = lines.next();
        assertThat(first).matches("data: \\{\"step\":\\d+}");
        assertThat(lines.next()).isNotEqualTo(first);
        live.close();
        lines.forEachRemaining(line -> {}); // ends
    }

    @Test
    void otherOriginsAndRequestsWithoutTheTokenAreRefused() throws Exception {
        String token = token();
        for (String path : new String[] {"/pause", "/resume", "/stop", "/save", "/sample"}) {
            HttpResponse<String> without = post(path);
            assertThat(without.statusCode()).isEqualTo(403);
            assertThat(without.body()).contains("reload the page at " + live.uri());
            assertThat(post(path, OwnPagesOnly.HEADER, "0" + token).statusCode())
                    .isEqualTo(403);
            assertThat(post(path, OwnPagesOnly.HEADER, token, "Origin", "https://example.org")
                            .statusCode())
                    .isEqualTo(403);
        }
        HttpRequest foreign =
                request("/state").header("Origin", "http://127.0.0.1:1").build();
        assertThat(http.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        HttpRequest image =
                request("/image?step=1").header("Sec-Fetch-Site", "cross-site").build();
        assertThat(http.send(image, BodyHandlers.ofString()).body()).contains("other pages may not ask this server");
        HttpRequest link = request("/")
                .headers("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate")
                .build();
        assertThat(http.send(link, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        URI own = live.uri();
        String origin = "http://localhost:" + own.getPort();
        assertThat(http.send(request("/state").header("Origin", origin).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(gan.controls().isPaused()).isFalse();
        assertThat(training).isNotDone();
    }

    @Test
    void aNameThatLeadsHereFromElsewhereIsRefused() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", live.uri().getPort())) {
            socket.getOutputStream()
                    .write("GET /state HTTP/1.1\r\nHost: attacker.example:80\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 403 Forbidden");
        }
    }

    @Test
    void thePageCannotBeFramed() throws Exception {
        HttpResponse<String> page = http.send(request("/").build(), BodyHandlers.ofString());
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue("frame-ancestors 'none'");
    }

    @Test
    void aPageThatWatchesCannotControl() throws Exception {
        try (LiveServer watching = LiveServer.watching(run.root(), ServerSettings.DEFAULT)) {
            HttpResponse<String> page =
                    http.send(HttpRequest.newBuilder(watching.uri()).build(), BodyHandlers.ofString());
            assertThat(page.body()).contains("{\"live\":true}").doesNotContain("\"token\"");
            HttpRequest stop = HttpRequest.newBuilder(watching.uri().resolve("/stop"))
                    .POST(BodyPublishers.noBody())
                    .build();
            assertThat(http.send(stop, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void otherMachinesAreNotServed() {
        assertThatThrownBy(() -> LiveServer.watching(run.root(), ServerSettings.DEFAULT.host("0.0.0.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for this machine alone");
    }
}
