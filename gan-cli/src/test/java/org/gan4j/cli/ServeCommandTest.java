package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Serves a run by a process of the command, and stops it as a user or a system does. */
class ServeCommandTest {
    private static final Pattern ADDRESS = Pattern.compile(" is served at (http://\\S+/); Ctrl-C stops it");

    @TempDir
    private Path folder;

    @Test
    void theSamplesAreThoseOfTheCommandAndSigtermStopsTheServer() throws Exception {
        Path run = folder.resolve("run");
        assertThat(gan("train", "tiny", "--out", run).code()).isZero();
        Path file = folder.resolve("grid.png");
        assertThat(gan("sample", run, "--count", 5, "--seed", 7, "--out", file).code())
                .isZero();

        GanProcess process = GanProcess.start(folder, List.of(), "serve", run, "--port", 0, "--host", "0.0.0.0");
        try {
            URI address = process.awaitAddress(ADDRESS);
            URI samples = URI.create("http://127.0.0.1:" + address.getPort() + "/samples?count=5&seed=7");
            HttpResponse<byte[]> response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(samples).build(), BodyHandlers.ofByteArray());
            assertThat(response.body()).isEqualTo(Files.readAllBytes(file));
            process.process().destroy(); // SIGTERM
            Ran ended = process.await();
            assertThat(ended.code()).isEqualTo(143);
            assertThat(ended.out())
                    .contains("gan: whoever can reach 0.0.0.0 can use this server, since there is no authentication")
                    .contains(run + " after step 3 is served at")
                    .contains("gan: stopping: running requests end, new ones are refused")
                    .doesNotContain("Exception");
        } finally {
            process.process().destroyForcibly();
        }
    }
}
