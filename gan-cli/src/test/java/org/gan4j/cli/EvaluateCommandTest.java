package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.inference.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private Path run() {
        Path run = folder.resolve("run");
        gan("train", "tiny", "--engine", "nd4j", "--steps", 1, "--out", run);
        return run;
    }

    @Test
    void printsEachNumberWithAllThatBelongsToItAndKeepsIt() {
        Path run = run();
        Ran first = gan("evaluate", run, "--count", 12, "--seed", 7);
        assertThat(first.err()).isEmpty();
        List<String> lines = first.out().lines().toList();
        assertThat(lines.get(0)).startsWith("metric").contains("samples", "data", "baseline");
        assertThat(lines.subList(1, 6))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("precision", "recall", "density", "coverage", "kernel-distance");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("features   mobilenet-v2 block_10_project_BN, mean, at 96×96; weights "))
                .contains(
                        "real       12 fashion-mnist (of 10000, trained on)",
                        "samples    12 samples after step 1, moving average; seed 7",
                        "data       12 other rows of the data, as if they were generated",
                        "note       12 samples are too few for numbers that can be trusted: evaluate 2,000 or more",
                        "appended to " + run + "/evaluations.jsonl");

        assertThat(timeless(gan("evaluate", run, "--count", 12, "--seed", 7).out()))
                .isEqualTo(timeless(first.out()));
        gan("evaluate", run, "--count", 12, "--seed", 7, "--latest");
        assertThat(run.resolve("evaluations.jsonl"))
                .content()
                .hasLineCount(3)
                .startsWith("{\"step\":1,\"parts\":[{\"precision\":")
                .contains("\"samples\":\"samples after step 1, moving average\",\"weights\":\"moving average\"")
                .contains("\"samples\":\"samples after step 1\",\"weights\":\"latest\",\"fake.count\":12,\"seed\":7");
    }

    private static List<String> timeless(String out) {
        return out.lines().filter(line -> !line.startsWith("took")).toList();
    }

    @Test
    void otherDataAreHeldOut() {
        Path run = run();
        Path images = folder.resolve("others");
        new Samples(FashionMnist.embedded()
                        .open()
                        .read(IntStream.range(0, 20).toArray())
                        .get(Field.IMAGE))
                .saveImages(images);
        Ran evaluated = gan("evaluate", run, "--count", 12, "--data", images, "--size", 28, "--gray");
        assertThat(evaluated.err()).isEmpty();
        assertThat(evaluated.out()).contains("(of 20, held out)").doesNotContain("trained on");
        assertThat(run.resolve("evaluations.jsonl")).content().contains("(of 20, held out)");
    }

    @Test
    void theDataOfTrainingAreNotHeldOutEvenIfTheyAreNamed() {
        Ran named = gan("evaluate", run(), "--count", 12, "--data", "fashion-mnist");
        assertThat(named.err()).isEmpty();
        assertThat(named.out()).contains("12 fashion-mnist (of 10000, trained on)");
    }
}
