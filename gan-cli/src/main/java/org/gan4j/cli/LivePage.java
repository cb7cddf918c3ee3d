package org.gan4j.cli;

import java.util.Optional;
import org.gan4j.dsl.Gan;
import org.gan4j.serve.LiveServer;
import org.gan4j.serve.ServerSettings;
import org.gan4j.training.RunDirectory;
import picocli.CommandLine.Option;

/** The option of a training that is shown on a page while it runs. */
final class LivePage {
    @Option(
            names = "--serve",
            paramLabel = "[PORT]",
            preprocessor = OptionalNumber.class,
            converter = NotNegative.class,
            description =
                    "Show the training on a page of this machine, which can pause and stop it. PORT defaults to any"
                            + " free one; the address is printed.")
    private Integer port;

    /** Starts the server of the page, if it is asked for. */
    Optional<LiveServer> start(Gan gan, RunDirectory run) {
        return Optional.ofNullable(port)
                .map(chosen -> LiveServer.controlling(run.root(), gan.controls(), ServerSettings.DEFAULT.port(chosen)));
    }
}
