package org.gan4j.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TextSampler;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.apps.translation.Translator;
import org.gan4j.dsl.Gan;

/**
 * An HTTP server of what a trained GAN can do. It does not know who sends a request, so only those who may use the GAN must be
 * able to reach it.
 *
 * <pre>{@code
 * try (Gan gan = Gan.load(Path.of("runs/dcgan-001"));
 *         GanServer server = GanServer.start(gan, ServerSettings.DEFAULT.port(8080))) {
 *     ...
 * }
 * }</pre>
 */
public final class GanServer implements AutoCloseable {
    private final Gan gan;
    private final ServerSettings settings;
    private final EndpointServer server;
    private final WorkQueue queue;
    private final Path folder;

    private GanServer(Gan gan, ServerSettings settings) {
        this.gan = gan;
        this.settings = settings;
        this.folder = temporaryFolder();
        this.queue = new WorkQueue(gan, settings.queue());
        this.server = new EndpointServer(settings);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("gan-serve");
        } catch (IOException failed) {
            throw new UncheckedIOException("there is no folder for images that are sent: " + failed, failed);
        }
    }

    /**
     * Starts a server, which answers requests when this method returns. The GAN must stay open until the server is closed;
     * it may be used by the program, too.
     *
     * @throws IllegalArgumentException if the GAN can do nothing that this server offers, or the address cannot be used
     */
    public static GanServer start(Gan gan, ServerSettings settings) {
        GanServer started = new GanServer(gan, settings);
        try {
            started.server.listen(started.endpoints(), RequestCheck.NONE);
            return started;
        } catch (RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> able = new ArrayList<>();
        if (gan.can(LatentSampler.class)) {
            able.add(new SamplesEndpoint(gan, queue, server.threads(), settings.maxCount()));
        }
        if (gan.can(TextSampler.class)) {
            able.add(new GenerateEndpoint(gan, queue, server.threads(), settings.maxCount()));
        }
        if (gan.can(Upscaler.class)) {
            able.add(new UpscaleEndpoint(gan, queue, folder, settings.maxPixels()));
        }
        if (gan.can(Translator.class)) {
            able.add(new TranslateEndpoint(gan, queue, folder, settings.maxPixels()));
        }
        if (ClassifyEndpoint.applies(gan)) {
            able.add(new ClassifyEndpoint(gan, queue, folder, settings.maxPixels()));
        }
        if (able.isEmpty()) {
            throw new IllegalArgumentException(
                    "the application " + gan.spec().application().name()
                            + " makes nothing that can be served: choose a run that generates, enlarges, translates or"
                            + " classifies");
        }
        List<Endpoint> all = new ArrayList<>();
        List<Operation> operations = new ArrayList<>();
        all.add(FixedEndpoint.of("/", "Describes this server.", () -> described(operations)));
        all.add(FixedEndpoint.of(
                GanHandler.HEALTH,
                "Says that the server answers.",
                () -> Reply.json(Reply.OK, JsonNodeFactory.instance.objectNode().put("status", "ok"))));
        all.add(FixedEndpoint.of(
                "/openapi.json",
                "Returns this description in OpenAPI 3.0.",
                () -> Reply.json(Reply.OK, new OpenApi(title(), operations).document())));
        all.addAll(able);
        all.forEach(each -> operations.add(each.operation()));
        return all;
    }

    private String title() {
        return "Gan4J: " + gan.spec().application().name() + " after step " + gan.steps();
    }

    private Reply described(List<Operation> operations) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", title());
        json.put("description", "A trained GAN. The document at /openapi.json has the parameters of each operation.");
        ArrayNode all = json.putArray("operations");
        operations.forEach(each -> all.add(each.method() + " " + each.path() + ": " + each.summary()));
        return Reply.json(Reply.OK, json);
    }

    /** Returns the address that the server listens at, such as http://127.0.0.1:8080/. */
    public URI uri() {
        return server.uri();
    }

    /** Returns whether only programs on this machine can reach the server. */
    public boolean isLocal() {
        return server.isLocal();
    }

    /** Returns the requests that wait to be computed. */
    WorkQueue queue() {
        return queue;
    }

    /** Returns the number of requests that are being answered. */
    int running() {
        return server.running();
    }

    /** Returns the number of open connections. */
    int connections() {
        return server.connections();
    }

    /** Returns the bytes that are left for bodies and answers. */
    long memoryLeft() {
        return server.memoryLeft();
    }

    /**
     * Stops: requests that come now are answered with 503, those that run end, and those that have not ended within the
     * {@linkplain ServerSettings#stopTime() time} for it are cut off. The GAN stays open. Closing again has no effect.
     */
    @Override
    public void close() {
        try {
            server.close(queue::close);
        } finally {
            deleteFolder();
        }
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            // a temporary folder, which the system deletes
        }
    }
}
