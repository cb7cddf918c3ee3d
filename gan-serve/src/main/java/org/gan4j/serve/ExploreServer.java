package org.gan4j.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.TagSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.data.images.ImageGrid;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.LatentDirections;
import org.gan4j.report.PageTemplate;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;

/**
 * An HTTP server of a page on which a person explores what a generator of images has learned: seeds, ways between them,
 * {@linkplain LatentDirections directions} along which images change most, classes, and samples that are like a chosen one.
 * It is for this machine alone.
 */
public final class ExploreServer implements AutoCloseable {
    private static final String LABEL = "label";
    private static final int DIRECTIONS = 8;

    private final Gan gan;
    private final Weights weights;
    private final LatentSampler sampler;
    private final CompletableFuture<LatentDirections> directions = new CompletableFuture<>();
    private final ExploredLatents latents;
    private final EndpointServer server;
    private final WorkQueue queue;

    private ExploreServer(Gan gan, Weights weights, LatentSampler sampler, ServerSettings settings) {
        this.gan = gan;
        this.weights = weights;
        this.sampler = sampler;
        this.latents = new ExploredLatents(sampler, directions);
        this.queue = new WorkQueue(gan, settings.queue());
        this.server = new EndpointServer(settings);
    }

    /**
     * Starts a server, and begins to look for directions. The GAN must stay open until the server is closed.
     *
     * @param name the folder of the run, quoted for a shell where needed, for its page and the commands there
     * @throws IllegalArgumentException if the GAN does not generate images from latents, or the address is not loopback or
     *     cannot be used
     */
    public static ExploreServer start(Gan gan, String name, ServerSettings settings) {
        if (!gan.can(LatentSampler.class)) {
            throw new IllegalArgumentException(
                    "the application "
                            + gan.spec().application().name()
                            + " does not generate samples from latents alone, so there is nothing to explore: choose another run");
        }
        LatentSampler sampler =
                gan.can(TagSampler.class) ? gan.as(TagSampler.class).ofOne(List.of()) : gan.as(LatentSampler.class);
        requireImages(sampler.sample());
        Weights weights = gan.spec().components().movingAverage().isPresent() ? Weights.EMA : Weights.LATEST;
        ExploreServer started = new ExploreServer(gan, weights, sampler, settings);
        try {
            started.server.listenToOwnPages(started.endpoints(name), Optional.empty());
            Thread looking = new Thread(started::look, "gan-explore-directions");
            looking.setDaemon(true);
            looking.start();
            return started;
        } catch (RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    private void look() {
        try {
            directions.complete(LatentDirections.of(sampler, weights, gan.spec().seed(), DIRECTIONS));
        } catch (RuntimeException failed) { // as when the GAN is closed meanwhile
            directions.completeExceptionally(failed);
        }
    }

    private static void requireImages(Shape sample) {
        if (!new Field(Field.IMAGE, DType.FLOAT, sample).isImage()) {
            throw new IllegalArgumentException("the samples of this run are not images, but of the shape " + sample
                    + ", so there is nothing to see: choose a run that generates images");
        }
    }

    private List<Endpoint> endpoints(String name) {
        List<Endpoint> all = new ArrayList<>();
        String page = page(name);
        all.add(FixedEndpoint.of("/", "Shows the page.", Reply.HTML, () -> Reply.page(page)));
        all.add(FixedEndpoint.of(
                "/directions",
                "Returns the number of directions, once they are found.",
                () -> Reply.json(
                        Reply.OK, JsonNodeFactory.instance.objectNode().put("directions", latents.directionCount()))));
        all.add(new Chosen("/image", "Generates a sample as an image.", Reply.PNG));
        all.add(new Chosen("/latents", "Returns the latents of a sample as a NumPy array.", Reply.NPY));
        return all;
    }

    private String page(String name) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("name", name);
        data.put("step", gan.steps());
        data.put("seed", Long.toString(gan.spec().seed())); // JavaScript has no such large numbers
        data.put("latents", sampler.latents().size());
        data.put("truncation", sampler.latents().distribution() instanceof NormalLatents);
        var labels = data.putArray("labels");
        labels().forEach(labels::add);
        return PageTemplate.filled(ExploreServer.class, "explore.html", data);
    }

    private List<String> labels() {
        return gan.can(ConditionalSampler.class)
                ? gan.as(ConditionalSampler.class).labels()
                : List.of();
    }

    /** A sample that the page chooses, as an image or as its latents. */
    private final class Chosen implements Endpoint {
        private final Operation operation;

        private Chosen(String path, String summary, String type) {
            List<Parameter> parameters = new ArrayList<>(latents.parameters());
            if (!labels().isEmpty()) {
                parameters.add(Parameter.text(LABEL, "The class of the sample."));
            }
            this.operation = Operation.get(path, summary, parameters, List.of(type));
        }

        @Override
        public Operation operation() {
            return operation;
        }

        @Override
        public CompletableFuture<Reply> answer(Query query, byte[] body, MemoryBudget.Share memory) {
            TensorData row = TensorData.of(
                    latents.of(query), Shape.of(1, sampler.latents().size()));
            if (operation.produces().contains(Reply.NPY)) {
                return CompletableFuture.completedFuture(Reply.ok(Reply.NPY, Npy.bytes(row)));
            }
            LatentSampler chosen = query.text(LABEL)
                    .map(label -> gan.as(ConditionalSampler.class).of(label))
                    .orElse(sampler);
            LatentSampler truncated =
                    latents.truncation(query).flatMap(chosen::truncated).orElse(chosen);
            return queue.alone(() -> truncated.samples(row, weights))
                    .thenApplyAsync(
                            images -> Reply.ok(Reply.PNG, gan.imprint().bytes(ImageGrid.single(images, 0))),
                            server.threads());
        }
    }

    /** Returns the address of the page, such as http://127.0.0.1:8080/. */
    public URI uri() {
        return server.uri();
    }

    /** Stops. The GAN stays open. Closing again has no effect. */
    @Override
    public void close() {
        server.close(queue::close);
    }
}
