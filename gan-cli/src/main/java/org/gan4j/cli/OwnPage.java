package org.gan4j.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import org.gan4j.serve.ServerSettings;
import picocli.CommandLine.Option;

/** The option and the waiting of commands that show a page of this machine until a person ends them. */
final class OwnPage {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            converter = NotNegative.class,
            description = "The port. Defaults to any free one.")
    private int port;

    ServerSettings settings() {
        return ServerSettings.DEFAULT.port(port);
    }

    /** Says where the page is, and waits until Ctrl-C, which ends this process, or until this thread is interrupted. */
    static void show(PrintWriter out, String sentence) {
        out.println(sentence + "; Ctrl-C ends it");
        out.flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
