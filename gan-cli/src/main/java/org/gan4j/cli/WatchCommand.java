package org.gan4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.gan4j.serve.LiveServer;
import org.gan4j.serve.ServerSettings;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan watch}: shows a run on a page that follows its training. */
@Command(
        name = "watch",
        description =
                "Shows a run on a page of this machine until Ctrl-C. While another program trains the run, the page"
                        + " follows it. To control a training too, start it with gan train --serve.",
        footer = {"", "Examples:", "  ./gan watch runs/dcgan-001", "  ./gan watch runs/dcgan-001 --port 9000"})
final class WatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            converter = NotNegative.class,
            description = "The port. Defaults to any free one.")
    private int port;

    @Override
    public Integer call() {
        try (LiveServer live = LiveServer.watching(RunDirectory.open(run).root(), ServerSettings.DEFAULT.port(port))) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(run + " is shown at " + live.uri() + "; Ctrl-C ends it");
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
