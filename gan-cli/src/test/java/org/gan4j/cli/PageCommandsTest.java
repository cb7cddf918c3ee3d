package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.toy.GaussianRing;
import org.gan4j.dsl.Gan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that show runs on pages; gan-browser opens these pages. */
class PageCommandsTest {
    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/)");

    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void train() {
        run = folder.resolve("run");
        assertThat(gan("train", "tiny", "--out", run).code()).isZero();
    }

    @Test
    void trainingLeavesAReportWhichCanBeWrittenAgain() throws IOException {
        Path report = run.resolve("report.html");
        assertThat(report).content().contains("\"state\":\"complete\",\"step\":3,\"steps\":3");
        Files.delete(report);
        Ran again = gan("report", run);
        assertThat(again.out()).isEqualTo("written to " + report + "\n");
        assertThat(report).exists();
        Path other = folder.resolve("pages/other.html");
        assertThat(gan("report", run, "--out", other).code()).isZero();
        assertThat(other).hasSameBinaryContentAs(report);
    }

    @Test
    void anEvaluationIsInTheReportAndInTheModelCard() throws IOException {
        Path card = run.resolve("model-card.md");
        String before = Files.readString(card);
        assertThat(before).contains("None yet: `gan evaluate` makes one.");
        Files.writeString(card, before.replace("## Data", "## Data\n\nBy Anna."));
        assertThat(gan("evaluate", run, "--count", 20, "--metric", "precision-recall", "--extractor", "pixels")
                        .code())
                .isZero();
        assertThat(run.resolve("report.html")).content().contains("[\"precision\",[");
        assertThat(card)
                .content()
                .containsPattern("\\| precision \\| [\\d.]+ ± [\\d.]+ \\|")
                .contains("By Anna.", "## Evaluation\n\nAfter step 3,", "\n\n## To repeat it\n")
                .doesNotContain("None yet");
    }

    @Test
    void aReportNeedsARunAndAFile() {
        Ran none = gan("report", folder.resolve("nothing"));
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("there is no folder " + folder.resolve("nothing"));
        Ran place = gan("report", run, "--out", folder);
        assertThat(place.code()).isEqualTo(2);
        assertThat(place.err()).contains(folder + " is a folder: pass a file name, such as report.html");
    }

    @Test
    void runsAreComparedOnAPageAlsoWithoutEvaluations() throws IOException {
        Path other = folder.resolve("other");
        assertThat(gan("train", "tiny", "--out", other, "--seed", 5).code()).isZero();
        Path page = folder.resolve("compare.html");
        Ran compared = gan("compare", run, other, "--out", page);
        assertThat(compared.err()).isEmpty();
        assertThat(compared.out()).isEqualTo("written to " + page + "\n");
        assertThat(page).content().contains("\"name\":\"" + run + ", " + other + "\"", "\"seed\":\"5\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--serve", "--serve=0", "--serve 0"})
    void aTrainingIsShownOnAPageWithAPortOrWithout(String option) {
        Object[] words = ("train " + option + " tiny --out " + folder.resolve("served")).split(" ");
        Ran trained = gan(words);
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out())
                .containsPattern(
                        "page       http://127\\.0\\.0\\.1:\\d+/ shows this training, and can pause and stop it");
    }

    @Test
    void aResumedTrainingIsShownToo() {
        Ran resumed = gan("train", "--resume", run, "--steps", 4, "--serve");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("shows this training");
    }

    @Test
    void aPortThatIsNoneOrTakenIsNamed() throws IOException {
        Path out = folder.resolve("served");
        assertThat(gan("train", "tiny", "--out", out, "--serve=soon").err())
                .contains("Invalid value for option '--serve': it must be a whole number, 0 or more, not soon");
        assertThat(gan("train", "tiny", "--out", out, "--serve", 99999).err())
                .contains("a port is a number up to 65535, not 99999");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ran refused = gan("train", "tiny", "--out", out, "--serve", taken.getLocalPort());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("port " + taken.getLocalPort(), "choose another port");
        }
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch", "explore"})
    void aRunIsShownUntilThePersonEndsIt(String command) throws Exception {
        GanProcess process = GanProcess.start(folder, List.of(), command, run);
        try {
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(process.awaitAddress(ADDRESS)).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Made by Gan4J");
            process.process().destroy(); // SIGTERM
            assertThat(process.await().out()).contains("Ctrl-C ends it").doesNotContain("Exception");
        } finally {
            process.process().destroyForcibly();
        }
    }

    @Test
    void vectorsAreNotExplored() {
        Path vectors = folder.resolve("vectors");
        try (Gan gan = Gan.builder()
                .generator(Mlp.generator().latent(2).width(4).layers(1))
                .critic(Mlp.critic().width(4).layers(1))
                .loss(NON_SATURATING)
                .data(GaussianRing.standard())
                .engine("reference")
                .runDirectory(vectors)
                .build()) {
            gan.train(steps(1));
        }
        assertThat(gan("explore", vectors))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "gan: the samples of this run are not images, but of the shape [2], so there is nothing to see:"
                                + " choose a run that generates images\n"));
    }
}
