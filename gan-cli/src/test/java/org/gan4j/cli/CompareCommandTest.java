package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String PROTOCOL = """
            "metrics":["PrecisionRecall[neighbors=3]"],"protocol":{"features":"a net","features.weights":"0123",\
            "resizing":"none","data":"shirts","split":"trained on","real.count":2000,"samples":"after step 7",\
            "weights":"latest","fake.count":2000,"seed":1}""";

    @TempDir
    private Path folder;

    private Path one;
    private Path other;

    @BeforeEach
    void runs() throws IOException {
        one = run("one");
        other = run("other");
    }

    private Path run(String name) throws IOException {
        Path run = folder.resolve(name);
        Files.createDirectories(run);
        Files.writeString(run.resolve("experiment.yaml"), "data: fashion-mnist\n");
        return run;
    }

    /** Writes an evaluation into a run's log. */
    private static void evaluated(Path run, String values, Map<String, String> changes) throws IOException {
        String line = "{\"step\":7," + values + "," + PROTOCOL + "}\n";
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertThat(line).contains(change.getKey());
            line = line.replace(change.getKey(), change.getValue());
        }
        Path log = run.resolve("evaluations.jsonl");
        Files.writeString(log, (Files.exists(log) ? Files.readString(log) : "") + line);
    }

    @Test
    void runsThatWereMeasuredAlikeStandBesideEachOther() throws IOException {
        evaluated(one, "\"precision\":0.5,\"precision.error\":0.03", Map.of());
        evaluated(other, "\"precision\":0.75,\"precision.error\":0.04,\"recall\":0.5", Map.of("seed\":1", "seed\":2"));
        Ran compared = gan("compare", one, other);
        assertThat(compared.err()).isEmpty();
        assertThat(compared.out())
                .contains(one + ", step 7", other + ", step 7", "difference")
                .containsPattern("precision \\| 0\\.5000 ± 0\\.0300 +\\| 0\\.7500 ± 0\\.0400 +\\| 0\\.2500 ± 0\\.0500")
                .contains("compared   2000 samples of each run, latest, with 2000 shirts")
                .contains("seeds      1, 2")
                .doesNotContain("recall");
    }

    @Test
    void whatAllRunsShareIsSaidOnce() throws IOException {
        String values = "\"share\":0.5,\"share.real\":0.25,\"share.error\":0.125";
        Map<String, String> references = Map.of(
                "\"metrics\"", "\"references\":{\"data\":{\"count\":900,\"values\":{\"share\":0.375}}},\"metrics\"");
        evaluated(one, values, references);
        evaluated(other, values.replace("0.5", "0.75"), references);
        assertThat(gan("compare", one, other).out())
                .contains("0.3750", "data       900 rows of the data in place of samples, as measured for " + one)
                .contains("that of the difference is an upper bound, as equal seeds share their real rows")
                .doesNotContain("share.real", "share.error", "baseline   ");
    }

    @Test
    void aLineThatCannotBeUsedIsNamed() throws IOException {
        evaluated(one, "\"precision\":0.5", Map.of());
        evaluated(other, "\"precision\":0.5", Map.of());
        Files.writeString(
                other.resolve("evaluations.jsonl"),
                "{\"step\":8,\"precision\":0.5,\"protocol\":\"mine\"}\n",
                StandardOpenOption.APPEND);
        assertThat(gan("compare", one, other))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "gan: line 2 of " + other.resolve("evaluations.jsonl") + " cannot be used, so correct it or"
                                + " remove it: its protocol is \"mine\", not an object that says how the numbers were"
                                + " measured\n"));
    }

    @Test
    void unlikeProtocolsAreRefusedByNamingTheDifferences() throws IOException {
        evaluated(one, "\"precision\":0.5", Map.of());
        evaluated(
                other,
                "\"precision\":0.75",
                Map.of("fake.count\":2000", "fake.count\":100", "neighbors=3", "neighbors=5", "a net", "another net"));
        Ran compared = gan("compare", one, other);
        assertThat(compared.code()).isEqualTo(2);
        assertThat(compared.err())
                .contains(
                        "the runs cannot be compared, because they were measured in different ways: evaluate them alike")
                .contains(one + " and " + other + ": the number of generated samples: 2000; 100")
                .contains("the features: a net; another net")
                .contains("the metric: PrecisionRecall[neighbors=3]; PrecisionRecall[neighbors=5]")
                .doesNotContain("seed", "such as");
    }

    @Test
    void anEarlierEvaluationThatIsAlikeIsPreferredToALaterOneThatIsNot() throws IOException {
        evaluated(one, "\"precision\":0.5", Map.of());
        evaluated(other, "\"precision\":0.25", Map.of());
        evaluated(other, "\"precision\":0.75", Map.of("fake.count\":2000", "fake.count\":100"));
        assertThat(gan("compare", one, other).out()).contains("0.2500").doesNotContain("0.7500");
    }

    @Test
    void runsWithoutEvaluationsAreNamed() throws IOException {
        evaluated(one, "\"precision\":0.5", Map.of());
        assertThat(gan("compare", one, other).err())
                .contains("the run " + other + " has no evaluation that says how it was measured: run gan evaluate "
                        + other);
        evaluated(other, "\"recall\":0.5", Map.of());
        assertThat(gan("compare", one, other).err())
                .contains(one + " and " + other + " have no number in common")
                .doesNotContain("such as");
        assertThat(gan("compare", one, one).err()).contains("a run is given twice: name each run once");
        assertThat(gan("compare", one, folder.resolve("./one")).err()).contains("a run is given twice");
    }

    @Test
    void aCommandMakesRunsAlikeAndEachRunThatDiffersIsNamed() throws IOException {
        Path third = run("third");
        evaluated(one, "\"precision\":0.5", Map.of());
        evaluated(other, "\"precision\":0.75", Map.of("fake.count\":2000", "fake.count\":100"));
        evaluated(third, "\"precision\":0.75", Map.of("\"latest\"", "\"moving average\""));
        assertThat(gan("compare", one, other, third).err())
                .contains(one + " and " + other + ": the number of generated samples: 2000; 100")
                .contains(one + " and " + third + ": the weights of the generator: latest; moving average")
                .endsWith("  such as ./gan evaluate " + other + " --latest --count 2000\n  such as ./gan evaluate "
                        + third + " --latest --count 2000\n");
        assertThat(gan("compare", one).err())
                .isEqualTo("gan: a single run, " + one + ", has nothing to be compared with: name two or more, or see"
                        + " its numbers with gan evaluate " + one + "\n");
    }

    @Test
    void aCommandIsGivenOnlyIfItRemediesEveryDifference() throws IOException {
        evaluated(one, "\"precision\":0.5", Map.of("\"latest\"", "\"moving average, truncation 0.5\""));
        Path spaced = run("my run");
        evaluated(spaced, "\"precision\":0.5", Map.of("fake.count\":2000", "fake.count\":100"));
        assertThat(gan("compare", one, spaced).err())
                .endsWith("  such as ./gan evaluate '" + spaced + "' --ema --truncation 0.5 --count 2000\n");

        evaluated(other, "\"precision\":0.5", Map.of("real.count\":2000", "real.count\":90", "shirts", "shoes"));
        assertThat(gan("compare", one, other).err())
                .contains("the data: shirts; shoes")
                .doesNotContain("such as");
    }

    @Test
    void heldOutDataAreNamedInTheCommandThatUsesThem() throws IOException {
        evaluated(one, "\"precision\":0.5", Map.of("trained on", "held out", "shirts", "shoes (all, held out)"));
        evaluated(other, "\"precision\":0.5", Map.of());
        assertThat(gan("compare", one, other).err())
                .endsWith("  such as ./gan evaluate " + other
                        + " --latest --count 2000, with the held-out data of the other, as --data\n");
    }

    @Test
    void allOfTheDataCannotBecomeMoreByACommand() throws IOException {
        evaluated(one, "\"precision\":0.5", Map.of("shirts", "shirts (all, trained on)"));
        evaluated(
                other,
                "\"precision\":0.5",
                Map.of(
                        "shirts",
                        "shirts (all, trained on)",
                        "fake.count\":2000",
                        "fake.count\":90",
                        "real.count\":2000",
                        "real.count\":90"));
        assertThat(gan("compare", one, other).err())
                .contains("the number of samples of the data: 2000; 90")
                .doesNotContain("such as");
    }
}
