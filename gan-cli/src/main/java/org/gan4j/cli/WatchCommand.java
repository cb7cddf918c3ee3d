package org.gan4j.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gan4j.serve.LiveServer;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private OwnPage page;

    @Override
    public Integer call() {
        try (LiveServer live = LiveServer.watching(RunDirectory.open(run).root(), page.settings())) {
            OwnPage.show(spec.commandLine().getOut(), run + " is shown at " + live.uri());
        }
        return 0;
    }
}
