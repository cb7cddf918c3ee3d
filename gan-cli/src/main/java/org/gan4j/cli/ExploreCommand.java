package org.gan4j.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gan4j.dsl.Gan;
import org.gan4j.serve.ExploreServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan explore}: shows on a page what a generator of images has learned. */
@Command(
        name = "explore",
        description =
                "Opens a page of this machine, until Ctrl-C, on which one explores a generator of images: seeds, ways"
                        + " between two of them, directions in which images change most, classes, and samples like a chosen one.",
        footer = {"", "Examples:", "  ./gan explore runs/dcgan-001", "  ./gan explore runs/dcgan-001 --port 9000"})
final class ExploreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "The folder of a run, as written by gan train.")
    private Path run;

    @Mixin
    private OwnPage page;

    @Mixin
    private CheckpointChoice checkpoint;

    @Override
    public Integer call() {
        try (Gan gan = checkpoint.load(run);
                ExploreServer server = ExploreServer.start(gan, TrainReport.quoted(run), page.settings())) {
            OwnPage.show(
                    spec.commandLine().getOut(),
                    run + " after step " + gan.steps() + " is explored at " + server.uri());
        }
        return 0;
    }
}
