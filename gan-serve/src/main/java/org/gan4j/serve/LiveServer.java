package org.gan4j.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.gan4j.dsl.TrainingControls;
import org.gan4j.report.ReportJson;
import org.gan4j.report.ReportPage;
import org.gan4j.report.RunReport;
import org.gan4j.report.SampleImage;
import org.gan4j.tensor.io.Uninterrupted;
import org.gan4j.training.RunDirectory;

/**
 * An HTTP server of the page of one run, which shows the run while it is trained: new numbers and samples come without a
 * reload. With the controls of the training, the page can pause and stop it. Only pages of this server are answered, so no
 * other site that the user visits can read or control the training.
 *
 * <pre>{@code
 * try (LiveServer live = LiveServer.controlling(run, gan.controls(), ServerSettings.DEFAULT.port(8080))) {
 *     gan.train();
 * }
 * }</pre>
 */
public final class LiveServer implements AutoCloseable {
    private static final String STEP = "step";
    private static final int TOKEN_BYTES = 16;

    private final EndpointServer server;
    private final RunDirectory run;
    private final Optional<TrainingControls> controls;
    private final RunWatch watch;

    private LiveServer(RunDirectory run, Optional<TrainingControls> controls, ServerSettings settings) {
        this.run = run;
        this.controls = controls;
        this.watch = new RunWatch(run, controls);
        this.server = new EndpointServer(settings);
    }

    /**
     * Starts a server whose page shows a run that this or another program trains, or whose training has ended.
     *
     * @param run the folder of the run, which need not be there yet
     * @throws IllegalArgumentException if the address is not loopback or cannot be used
     */
    public static LiveServer watching(Path run, ServerSettings settings) {
        return started(new LiveServer(new RunDirectory(run), Optional.empty(), settings));
    }

    /**
     * Starts a server whose page shows a run and controls its training.
     *
     * @param run the folder of the run, which need not be there yet
     * @throws IllegalArgumentException if the address is not loopback or cannot be used
     */
    public static LiveServer controlling(Path run, TrainingControls controls, ServerSettings settings) {
        return started(new LiveServer(new RunDirectory(run), Optional.of(controls), settings));
    }

    private static LiveServer started(LiveServer live) {
        try {
            Optional<String> token = live.controls.map(any -> newToken());
            live.server.listenToOwnPages(live.endpoints(token), token);
            return live;
        } catch (RuntimeException failed) {
            live.close();
            throw failed;
        }
    }

    private static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private List<Endpoint> endpoints(Optional<String> token) {
        List<Endpoint> all = new ArrayList<>();
        all.add(FixedEndpoint.of("/", "Shows the run.", Reply.HTML, () -> Reply.page(ReportPage.live(token))));
        all.add(FixedEndpoint.of("/state", "Returns what the page shows.", Reply.JSON, this::state));
        all.add(FixedEndpoint.of(
                "/events", "Sends an event when something is new.", Reply.EVENTS, () -> Reply.events(watch::tell)));
        all.add(new SampleFileEndpoint());
        controls.ifPresent(each -> {
            all.add(post("/pause", "Pauses training after its step.", "pausing after this step", each::pause));
            all.add(post("/resume", "Continues a paused training.", "training again", each::resume));
            all.add(post("/stop", "Stops training after its step.", "stopping after this step", each::stop));
            all.add(post(
                    "/save",
                    "Writes a checkpoint after the step.",
                    "writing a checkpoint after this step",
                    each::save));
            all.add(post("/sample", "Writes samples after the step.", "writing samples after this step", each::sample));
        });
        return all;
    }

    private Endpoint post(String path, String summary, String message, Runnable action) {
        Operation operation = new Operation("POST", path, summary, List.of(), Optional.empty(), List.of(Reply.JSON));
        return new FixedEndpoint(operation, () -> {
            boolean trains = controls.orElseThrow().isTraining();
            if (trains) {
                action.run();
            }
            String answer = trains ? message : "the training has ended";
            return Reply.json(Reply.OK, JsonNodeFactory.instance.objectNode().put("message", answer));
        });
    }

    private Reply state() {
        RunReport report = watch.read();
        String json = ReportJson.of(
                        report, report.samples(), each -> "image?step=" + each.step() + "&version=" + version(each))
                .toString();
        return Reply.ok(Reply.JSON, json.getBytes(StandardCharsets.UTF_8)).with(Map.of("Cache-Control", "no-store"));
    }

    /** Returns a number that changes with the file, since a training that went back writes it again. */
    private static long version(SampleImage image) {
        try {
            return Files.getLastModifiedTime(image.file()).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Returns the address of the page, such as http://127.0.0.1:8080/. */
    public URI uri() {
        return server.uri();
    }

    /** Stops, and ends the streams of the pages that are open. Closing again has no effect. */
    @Override
    public void close() {
        watch.close(); // or the streams of the pages would be waited for
        server.close(() -> {});
    }

    /** {@code GET /image?step=100}. */
    private final class SampleFileEndpoint implements Endpoint {
        private static final int LARGEST_STEP = 999_999_999;

        private final Operation operation = Operation.get(
                "/image",
                "Returns the samples after a step.",
                List.of(
                        Parameter.whole(STEP, "The number of completed steps.", 0, LARGEST_STEP, Optional.empty()),
                        Parameter.whole("version", "Any number.", 0, Long.MAX_VALUE, Optional.empty())),
                List.of(Reply.PNG));

        @Override
        public Operation operation() {
            return operation;
        }

        @Override
        public CompletableFuture<Reply> answer(Query query, byte[] body, MemoryBudget.Share memory) {
            int step = query.whole(STEP)
                    .orElseThrow(() -> new ProblemException(
                            Status.BAD_REQUEST, "the parameter step is missing: add one, such as ?step=100"))
                    .intValue();
            try {
                byte[] image = Uninterrupted.get(() -> Files.readAllBytes(run.sample(step)));
                return CompletableFuture.completedFuture(
                        Reply.ok(Reply.PNG, image).with(Map.of("Cache-Control", "no-cache")));
            } catch (IOException absent) {
                throw new ProblemException(Status.NOT_FOUND, "there are no samples of step " + step);
            }
        }
    }
}
