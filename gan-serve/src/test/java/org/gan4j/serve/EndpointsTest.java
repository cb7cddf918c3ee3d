package org.gan4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.serve.Client.error;
import static org.gan4j.serve.Client.json;
import static org.gan4j.serve.Client.png;
import static org.gan4j.serve.Client.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.apps.translation.Direction;
import org.gan4j.apps.translation.Translator;
import org.gan4j.data.images.PngTextReader;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.provenance.Provenance;
import org.gan4j.provenance.watermark.Watermark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests for what each kind of GAN can do; what they return is compared with the GAN's own files. */
class EndpointsTest {
    @TempDir
    private Path folder;

    private static GanServer serve(Gan gan) {
        return GanServer.start(gan, ServerSettings.DEFAULT);
    }

    @Test
    void samplesOfASeedAreThoseOfTheGan() throws Exception {
        try (Gan gan = TestGans.plain();
                GanServer server = serve(gan)) {
            Client client = Client.of(server);
            SampleRequest request = SampleRequest.of(5).seed(7).truncation(0.7);
            HttpResponse<byte[]> grid = client.get("/samples?count=5&seed=7&truncation=0.7");
            assertThat(grid.statusCode()).isEqualTo(200);
            assertThat(type(grid)).isEqualTo("image/png");
            assertThat(grid.headers().firstValue("Gan-Seed")).contains("7");
            Path file = folder.resolve("grid.png");
            gan.sample(request).saveGrid(file);
            assertThat(grid.body()).isEqualTo(Files.readAllBytes(file));
            Provenance origin = Provenance.in(PngTextReader.read(file)).orElseThrow();
            assertThat(origin.seed()).hasValue(7);
            assertThat(origin.kind()).isEqualTo(Provenance.Kind.GENERATED);

            Path array = folder.resolve("array.npy");
            gan.sample(request).saveNpy(array);
            assertThat(client.get("/samples?count=5&seed=7&truncation=0.7&format=npy")
                            .body())
                    .isEqualTo(Files.readAllBytes(array));

            JsonNode json = json(client.get("/samples?count=2&seed=-9&format=json"));
            assertThat(json.get("seed").asLong()).isEqualTo(-9);
            assertThat(json.get("shape").toString()).isEqualTo("[2,1,28,28]");
            float[] expected = gan.sample(SampleRequest.of(2).seed(-9)).data().toFloats();
            assertThat(json.get("data")).hasSize(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat((float) json.get("data").get(i).asDouble()).isEqualTo(expected[i]);
            }

            BufferedImage one =
                    ImageIO.read(new ByteArrayInputStream(client.get("/samples").body()));
            assertThat(one.getWidth()).isEqualTo(28);
        }
    }

    @Test
    void withoutASeedEachRequestGetsAnotherOneThatRepeatsItsSamples() throws Exception {
        try (Gan gan = TestGans.plain();
                GanServer server = serve(gan)) {
            Client client = Client.of(server);
            HttpResponse<byte[]> one = client.get("/samples");
            HttpResponse<byte[]> other = client.get("/samples");
            assertThat(one.body()).isNotEqualTo(other.body());
            String seed = one.headers().firstValue("Gan-Seed").orElseThrow();
            assertThat(client.get("/samples?seed=" + seed).body()).isEqualTo(one.body());
        }
    }

    @Test
    void aClassIsAskedForByNameAndAnImageIsClassified() throws Exception {
        try (Gan gan = TestGans.classes();
                GanServer server = serve(gan)) {
            Client client = Client.of(server);
            Path file = folder.resolve("trousers.png");
            gan.sample(SampleRequest.of(4).seed(3).label("Trouser")).saveGrid(file);
            assertThat(client.get("/samples?count=4&seed=3&label=trouser").body())
                    .isEqualTo(Files.readAllBytes(file));
            assertThat(client.get("/samples?count=4&seed=3&label=1").body()).isEqualTo(Files.readAllBytes(file));
            HttpResponse<byte[]> unknown = client.get("/samples?label=hat");
            assertThat(unknown.statusCode()).isEqualTo(400);
            assertThat(error(unknown)).isEqualTo("there is no class hat; did you mean Coat?");
            HttpResponse<byte[]> mixed = client.get("/samples?count=10&format=json");
            assertThat(mixed.statusCode()).isEqualTo(200);

            JsonNode answer = json(client.post("/classify", "image/png", png(28, 28)));
            assertThat(answer.get("probabilities")).hasSize(10);
            double sum = 0;
            double largest = 0;
            for (JsonNode each : answer.get("probabilities")) {
                sum += each.asDouble();
                largest = Math.max(largest, each.asDouble());
            }
            assertThat(sum).isBetween(0.9999, 1.0001);
            assertThat(answer.get("probabilities")
                            .get(answer.get("class").asText())
                            .asDouble())
                    .isEqualTo(largest);
            HttpResponse<byte[]> large = client.post("/classify", "image/png", png(30, 28));
            assertThat(large.statusCode()).isEqualTo(400);
            assertThat(error(large))
                    .isEqualTo("the image has 30×28 pixels, and this GAN classifies 28×28: resize it first");
        }
    }

    @Test
    void vectorsAreNumbers() throws Exception {
        try (Gan gan = TestGans.vectors();
                GanServer server = serve(gan)) {
            Client client = Client.of(server);
            HttpResponse<byte[]> two = client.get("/samples?count=2&seed=1");
            assertThat(type(two)).isEqualTo("application/json");
            assertThat(json(two).get("shape").toString()).isEqualTo("[2,2]");
            assertThat(error(client.get("/samples?format=png")))
                    .isEqualTo("the parameter format must be one of npy, json, not \"png\"");
        }
    }

    @Test
    void imagesOfATextAreThoseOfTheGan() throws Exception {
        try (Gan gan = TestGans.texts();
                GanServer server = serve(gan)) {
            Client client = Client.of(server);
            byte[] heart = "a red heart".getBytes(StandardCharsets.UTF_8);
            Path file = folder.resolve("hearts.png");
            gan.sample(SampleRequest.of(3).seed(4).texts("a red heart")).saveGrid(file);
            assertThat(client.post("/generate?count=3&seed=4", "text/plain; charset=utf-8", heart)
                            .body())
                    .isEqualTo(Files.readAllBytes(file));
            assertThat(client.get("/samples").statusCode()).isEqualTo(404);
            assertThat(error(client.post("/generate", "text/plain", new byte[] {(byte) 0xFF, 'a'})))
                    .isEqualTo("the text in the body is not UTF-8: encode it so");
            assertThat(error(client.post("/generate", "text/plain", new byte[] {' '})))
                    .contains("no text in the body");
            byte[] book = "a red heart ".repeat(500).getBytes(StandardCharsets.UTF_8);
            assertThat(client.post("/generate", "text/plain", book).statusCode())
                    .isEqualTo(413);
            HttpResponse<byte[]> json = client.post("/generate", "application/json", heart);
            assertThat(json.statusCode()).isEqualTo(415);
            assertThat(error(json))
                    .isEqualTo("the header Content-Type must be one of text/plain, not \"application/json\"");
        }
    }

    @Test
    void aGanWithAWatermarkServesMarkedImages() throws Exception {
        Watermark secret = Watermark.of("secret");
        try (Gan gan = Gan.pretrained("photographs")) {
            gan.watermark(secret);
            try (GanServer server = serve(gan)) {
                byte[] large = Client.of(server)
                        .post("/upscale", "image/png", png(20, 20))
                        .body();
                assertThat(secret.detect(ImageIO.read(new ByteArrayInputStream(large)))
                                .present())
                        .isTrue();
            }
        }
    }

    @Test
    void anImageIsEnlargedAsByTheCommand() throws Exception {
        try (Gan gan = TestGans.upscaler();
                GanServer server = serve(gan)) {
            Client client = Client.of(server);
            HttpResponse<byte[]> large = client.post("/upscale", "image/png", png(20, 14));
            assertThat(type(large)).isEqualTo("image/png");
            Path from = Files.write(folder.resolve("from.png"), png(20, 14));
            Path to = folder.resolve("to.png");
            gan.as(Upscaler.class).finish(gan.imprint()).upscale(from, to);
            assertThat(large.body()).isEqualTo(Files.readAllBytes(to));
        }
    }

    @Test
    void anImageIsTranslatedInBothDirections() throws Exception {
        try (Gan gan = TestGans.translator();
                GanServer server = serve(gan)) {
            Client client = Client.of(server);
            Path from = Files.write(folder.resolve("from.png"), png(19, 7));
            for (Direction direction : Direction.values()) {
                Path to = folder.resolve(direction + ".png");
                gan.as(Translator.class)
                        .finish(gan.imprint())
                        .direction(direction)
                        .translate(from, to);
                assertThat(client.post("/translate?direction=" + direction, "application/octet-stream", png(19, 7))
                                .body())
                        .isEqualTo(Files.readAllBytes(to));
            }
        }
    }

    @Test
    void filesThatAreNoImagesAreRefusedWithoutTheirPlace() throws Exception {
        try (Gan gan = TestGans.translator();
                GanServer server = GanServer.start(gan, ServerSettings.DEFAULT.maxImage(100_000, 10_000))) {
            Client client = Client.of(server);
            HttpResponse<byte[]> text =
                    client.post("/translate", "image/png", "no image".getBytes(StandardCharsets.UTF_8));
            assertThat(text.statusCode()).isEqualTo(415);
            byte[] cut = Arrays.copyOf(png(50, 50), 300);
            HttpResponse<byte[]> damaged = client.post("/translate", "image/png", cut);
            assertThat(damaged.statusCode()).isEqualTo(400);
            assertThat(error(damaged)).startsWith("the image ").doesNotContain("/tmp", "gan-serve");
            HttpResponse<byte[]> large = client.post("/translate", "image/png", png(200, 100));
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(error(large))
                    .isEqualTo("the image has 200×100 pixels, and at most 10,000 are read: reduce it first");
            assertThat(client.post("/translate", "image/png", new byte[100_001]).statusCode())
                    .isEqualTo(413);
            assertThat(client.post("/translate", "image/png", png(9, 9)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void wrongRequestsAreAnsweredWithASentence() throws Exception {
        try (Gan gan = TestGans.plain();
                GanServer server = serve(gan)) {
            Client client = Client.of(server);
            for (List<String> wrong : List.of(
                    List.of("/samples?count=0", "the parameter count must be from 1 to 256, not \"0\""),
                    List.of("/samples?count=257", "the parameter count must be from 1 to 256, not \"257\""),
                    List.of("/samples?count=many", "the parameter count must be a whole number, not \"many\""),
                    List.of("/samples?count=", "the parameter count must be a whole number, not \"\""),
                    List.of("/samples?seed=1.5", "the parameter seed must be a whole number, not \"1.5\""),
                    List.of("/samples?truncation=NaN", "the parameter truncation must be a number, not \"NaN\""),
                    List.of("/samples?truncation=0", "the parameter truncation must be from 0.01 up, not \"0\""),
                    List.of("/samples?format=gif", "the parameter format must be one of png, npy, json, not \"gif\""),
                    List.of("/samples?count=1&count=2", "the parameter count is there twice: leave one out"),
                    List.of(
                            "/samples?label=a",
                            "the parameter \"label\" is not known: there are count, seed, truncation, format"),
                    List.of("/health?a=b", "the parameter \"a\" is not known: there are none here"))) {
                HttpResponse<byte[]> response = client.get(wrong.get(0));
                assertThat(response.statusCode()).as(wrong.get(0)).isEqualTo(400);
                assertThat(type(response)).isEqualTo("application/json");
                assertThat(error(response)).isEqualTo(wrong.get(1));
            }
            HttpResponse<byte[]> missing = client.get("/sample");
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(error(missing))
                    .isEqualTo("there is no \"/sample\" here, but GET /, GET /health, GET /openapi.json, GET /samples");
            HttpResponse<byte[]> deleted = client.method("DELETE", "/samples");
            assertThat(deleted.statusCode()).isEqualTo(405);
            assertThat(deleted.headers().firstValue("Allow")).contains("GET");
            assertThat(error(deleted)).isEqualTo("the method \"DELETE\" is not for /samples: use GET /samples");
            assertThat(client.method("HEAD", "/health").statusCode()).isEqualTo(200);
            assertThat(json(client.get("/health")).get("status").asText()).isEqualTo("ok");
            assertThat(json(client.get("/")).get("operations").toString()).contains("GET /samples");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (Gan gan = TestGans.plain();
                GanServer server = serve(gan)) {
            ServerSettings same = ServerSettings.DEFAULT.port(server.uri().getPort());
            assertThatThrownBy(() -> GanServer.start(gan, same))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot listen at 127.0.0.1, port ");
        }
    }
}
