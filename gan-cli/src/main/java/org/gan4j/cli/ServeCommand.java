package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gan4j.dsl.Gan;
import org.gan4j.serve.GanServer;
import org.gan4j.serve.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan serve}: answers HTTP requests with a trained GAN. */
@Command(
        name = "serve",
        description =
                "Answers HTTP requests with a trained GAN until Ctrl-C: samples, images of a text, enlarged, translated"
                        + " or classified images, whichever the run can do. /openapi.json describes the requests.",
        footer = {
            "",
            "Examples:",
            "  ./gan serve runs/dcgan-001",
            "  curl -o grid.png 'http://127.0.0.1:8080/samples?count=16&seed=7'",
            "  ./gan serve runs/conditional-001 --port 9000 --max-count 64 --rate 5"
        })
final class ServeCommand implements Callable<Integer> {
    private static final int MEGABYTE = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            converter = NotNegative.class,
            description = "The port. Defaults to ${DEFAULT-VALUE}; 0 takes any free one.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen at. Defaults to ${DEFAULT-VALUE}, which this machine alone can reach."
                    + " There is no authentication.")
    private String host;

    @Mixin
    private CheckpointChoice checkpoint;

    @Mixin
    private WatermarkChoice watermark;

    @Option(
            names = "--max-count",
            paramLabel = "N",
            defaultValue = "256",
            converter = Count.class,
            description = "The most samples of one request. Defaults to ${DEFAULT-VALUE}.")
    private int maxCount;

    @Option(
            names = "--max-body",
            paramLabel = "MB",
            defaultValue = "16",
            converter = Count.class,
            description = "The most megabytes of an image that is sent. Defaults to ${DEFAULT-VALUE}.")
    private int maxBody;

    @Option(
            names = "--max-pixels",
            paramLabel = "N",
            defaultValue = "1000000",
            converter = Count.class,
            description = "The most pixels of an image that is sent. Defaults to ${DEFAULT-VALUE}.")
    private int maxPixels;

    @Option(
            names = "--queue",
            paramLabel = "N",
            defaultValue = "64",
            converter = Count.class,
            description = "The most requests that wait; further ones get 503. Defaults to ${DEFAULT-VALUE}.")
    private int queue;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "256",
            converter = Count.class,
            description = "The most connections. Defaults to ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--rate",
            paramLabel = "N",
            converter = Count.class,
            description = "The most requests per second from one address; further ones get 429. Defaults to no limit.")
    private Integer rate;

    @Override
    public Integer call() {
        ServerSettings settings = settings();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Gan gan = served();
                GanServer server = GanServer.start(gan, settings)) {
            if (!server.isLocal()) {
                err.println("gan: whoever can reach " + host + " can use this server, since there is no authentication:"
                        + " put it behind a proxy that has one, or leave out --host");
            }
            out.println(run + " after step " + gan.steps() + " is served at " + server.uri() + "; Ctrl-C stops it");
            out.flush();
            untilInterrupted(server, err);
        }
        return 0;
    }

    private Gan served() {
        Gan gan = checkpoint.load(run);
        try {
            watermark.applyTo(gan);
            return gan;
        } catch (RuntimeException failed) {
            gan.close();
            throw failed;
        }
    }

    private ServerSettings settings() {
        ServerSettings settings = ServerSettings.DEFAULT
                .host(host)
                .port(port)
                .maxCount(maxCount)
                .maxImage((long) maxBody * MEGABYTE, maxPixels)
                .room(queue, connections);
        return rate == null ? settings : settings.rate(rate);
    }

    /** Waits until Ctrl-C or SIGTERM, which end this process after the hook, or until this thread is interrupted. */
    private static void untilInterrupted(GanServer server, PrintWriter err) {
        Thread hook = new Thread(
                () -> {
                    err.println("gan: stopping: running requests end, new ones are refused");
                    err.flush();
                    server.close();
                },
                "serve-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
