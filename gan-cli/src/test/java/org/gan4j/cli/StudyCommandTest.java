package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies of points in the plane, with a metric of a plug-in. */
class StudyCommandTest {
    private static final String METRIC = String.join(
            "\n",
            "public class Offsets implements GanPlugin {",
            "  public List<org.gan4j.api.evaluation.Metric> metrics() { return List.of(new Offset(1)); }",
            "  public record Offset(double factor) implements org.gan4j.api.evaluation.Metric {",
            "    public String name() { return \"offset\"; }",
            "    public Given given() { return Given.SAMPLES; }",
            "    public Map<String, Double> measure(org.gan4j.api.evaluation.MetricInput in) {",
            "      return Map.of(\"offset\", factor * Math.abs(mean(in.fake()) - mean(in.real())));",
            "    }",
            "    private static double mean(TensorData all) {",
            "      double sum = 0;",
            "      for (float each : all.toFloats()) sum += each;",
            "      return sum / all.shape().size();",
            "    }",
            "  }",
            "}");

    @TempDir
    private Path folder;

    private Path plugins;
    private Path base;
    private Path out;

    @BeforeEach
    void prepare() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        CompiledJar.of(plugins.resolve("offsets.jar"), "Offsets", METRIC);
        Path points = Files.writeString(
                folder.resolve("points.csv"),
                "x,y\n"
                        + IntStream.range(0, 40)
                                .mapToObj(i -> String.format(Locale.ROOT, "%.3f,%.3f", Math.cos(i), Math.sin(i)))
                                .collect(Collectors.joining("\n")));
        base = Files.writeString(
                folder.resolve("points.yaml"),
                String.join(
                        "\n",
                        "generator: {name: mlp, latent: 2, width: 4}",
                        "critic: {name: mlp, width: 4}",
                        "loss: non-saturating",
                        "data: {name: csv, path: " + points + "}",
                        "batch-size: 4",
                        "engine: reference",
                        "steps: 4",
                        ""));
        out = folder.resolve("study");
    }

    private Ran study(Object... args) {
        List<Object> all = Stream.concat(
                        Stream.of("study", base, "--plugins", plugins, "--metric", "offset", "--count", 10),
                        Stream.of(args))
                .toList();
        return gan(Stream.concat(all.stream(), Stream.of("--out", out)).toArray());
    }

    /** Returns the texts of the runs' files, without those that have times. */
    private static Map<Path, String> contents(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".jsonl"))
                    .filter(file -> !file.endsWith("history.jsonl") && !file.endsWith("timings.jsonl"))
                    .collect(Collectors.toMap(root::relativize, StudyCommandTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void comparesSettingsAndWritesATableAndAFigure() throws IOException {
        Ran ran = study("--vary", "loss=non-saturating,wgan", "--seeds", 2, "--evaluate-every", 2);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .matches("(?s)\\Q"
                        + """
                        cell 1 of 4: loss=non-saturating, seed 1
                          step 4  offset NUMBER
                        cell 2 of 4: loss=wgan, seed 1
                          step 4  offset NUMBER
                        cell 3 of 4: loss=non-saturating, seed 2
                          step 4  offset NUMBER
                        cell 4 of 4: loss=wgan, seed 2
                          step 4  offset NUMBER

                        | arm                 | seeds  | steps | time a stepSPACE | offset, lastSPACE | offset, bestSPACE |
                        | LINE |
                        | *data against data* |        |       | SPACE | NUMBERSPACE | SPACE |
                        | loss=non-saturating | 2 of 2 | 4     | NUMBER ms, 1.00×SPACE | NUMBER ± NUMBERSPACE | NUMBER ± NUMBERSPACE |
                        | loss=wgan           | 2 of 2 | 4     | NUMBER ms, NUMBER×SPACE | NUMBER ± NUMBERSPACE | NUMBER ± NUMBERSPACE |

                        OUT/study.md
                        OUT/study.csv
                        OUT/study.png
                        OUT/study.html
                        """.replace("OUT", out.toString())
                                .replace("NUMBER", "\\E[-.e\\d]+\\Q")
                                .replace("SPACE", "\\E *\\Q")
                                .replace("LINE", "\\E[-| ]+\\Q")
                        + "\\E");
        assertThat(out.resolve("study.md")).content().contains("| loss=wgan ", "Mean ± standard deviation");
        assertThat(Files.readAllLines(out.resolve("study.csv")))
                .hasSize(5)
                .startsWith("arm,seed,outcome,step,seconds-per-step,offset");
        BufferedImage figure = ImageIO.read(out.resolve("study.png").toFile());
        assertThat(figure.getWidth()).isEqualTo(800);
        Path cell = out.resolve("runs/loss=wgan/seed-2");
        assertThat(cell.resolve("experiment.yaml"))
                .content()
                .contains("seed: 2", "name: wasserstein", "evaluate-every: 2");
        assertThat(Files.readAllLines(cell.resolve("evaluations.jsonl"))).hasSize(2);
        Path again = folder.resolve("again");
        assertThat(gan("train", cell.resolve("experiment.yaml"), "--plugins", plugins, "--out", again)
                        .err())
                .isEmpty();
        assertThat(again.resolve("metrics.jsonl")).hasSameBinaryContentAs(cell.resolve("metrics.jsonl"));
    }

    @Test
    void theSameCommandContinuesWhereItStopped() throws IOException {
        Object[] args = {"--vary", "ema=0,0.9", "--set", "checkpoint-every=2", "--seeds", "1,7"};
        study(args);
        Map<Path, String> whole = contents(out);
        assertThat(whole).hasSize(8);
        Path first = out.resolve("runs/ema=0/seed-1");
        Path second = out.resolve("runs/ema=0.9/seed-7");
        Files.delete(first.resolve("result.json")); // as if it was killed at step 3
        Files.delete(first.resolve("checkpoints/step-000004.safetensors"));
        try (Stream<Path> all = Files.walk(second)) { // as if it was killed before its first checkpoint
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(second) && !each.endsWith("metrics.jsonl")) {
                    Files.delete(each);
                }
            }
        }
        Ran ran = study(args);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines().limit(6))
                .containsExactly(
                        "cell 1 of 4: ema=0, seed 1",
                        ran.out().lines().skip(1).findFirst().orElseThrow(),
                        "cell 2 of 4: ema=0.9, seed 1: already done",
                        "cell 3 of 4: ema=0, seed 7: already done",
                        "cell 4 of 4: ema=0.9, seed 7",
                        ran.out().lines().skip(5).findFirst().orElseThrow());
        assertThat(contents(out)).isEqualTo(whole);
    }

    @Test
    void theLastEvaluationsOfAnInterruptedCellAreCompleted() throws IOException {
        Object[] args = {"--steps", 2, "--weights", "both"};
        study(args);
        Path cell = out.resolve("runs/base/seed-1");
        List<String> whole = Files.readAllLines(cell.resolve("evaluations.jsonl"));
        assertThat(whole.get(whole.size() - 1)).contains("\"weights\":\"ema\"");
        for (int left : new int[] {whole.size() - 1, whole.size() - 2}) {
            Files.delete(cell.resolve("result.json")); // as if it was killed between the evaluations
            Files.write(cell.resolve("evaluations.jsonl"), whole.subList(0, left));
            assertThat(study(args).err()).isEmpty();
            assertThat(Files.readAllLines(cell.resolve("evaluations.jsonl"))).isEqualTo(whole);
        }
    }

    @Test
    void anotherStudyInTheSameFolderIsRefusedWithTheDifference() {
        study("--steps", 1);
        assertThat(study("--steps", 2))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "gan: " + out
                                + " is another study: its steps are 1, not 2; choose another folder with --out, or"
                                + " repeat the command of that study to continue it\n"));
        assertThat(study("--steps", 1, "--seeds", 2).err()).contains("its seeds are [1], not [1, 2]");
        assertThat(study("--steps", 1, "--vary", "ema=0,0.5").err()).contains("its arms are [{name:base}], not ");
        assertThat(study("--steps", 1).out()).contains("cell 1 of 1: base, seed 1: already done");
    }

    @Test
    void anArmMaySetSeveralKeysAndAFailureIsRecorded() {
        Ran ran = study(
                "--steps",
                3,
                "--arm",
                "good: ema=0 critic={name: mlp, width: 3}",
                "--arm",
                "a bad one: generator-optimizer={name: adam, learning-rate: 1.0e+30}"
                        + " critic-optimizer={name: adam, learning-rate: 1.0e+30}",
                "--arm",
                "after it: critic-updates=2");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .containsPattern("cell 2 of 3: a bad one, seed 1\n  diverged: step \\d: \\S+ of the player")
                .containsPattern("good +\\| 1 of 1")
                .containsPattern("a bad one +\\| 0 of 1")
                .containsPattern("after it +\\| 1 of 1");
        assertThat(out.resolve("runs/good/seed-1/experiment.yaml")).content().contains("ema: 0", "width: 3");
        assertThat(out.resolve("study.md")).content().contains("- a bad one, seed 1: diverged after step ");
        assertThat(out.resolve("study.csv")).content().contains("a bad one,1,diverged,");
    }

    @Test
    void aFileHoldsAStudyAndTheStudyLeavesSuchAFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("compare.yaml"),
                String.join(
                        "\n",
                        "base: " + base,
                        "set: {evaluate-metrics: [{name: offset, factor: 2}], evaluate-count: 10, evaluate-weights: both}",
                        "vary: {batch-size: [2, 3]}",
                        "arms:",
                        "- {name: small, set: {generator: {name: mlp, latent: 1, width: 2}}}",
                        "seeds: [4]",
                        "steps: 2",
                        ""));
        Ran ran = gan("study", file, "--plugins", plugins, "--out", out);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("cell 1 of 3: batch-size=2, seed 4", "cell 3 of 3: small, seed 4", "offset (ema), last");
        assertThat(out.resolve("study.yaml"))
                .hasContent(String.join(
                        "\n",
                        "base: " + base,
                        "set:",
                        "  evaluate-metrics:",
                        "  - name: offset",
                        "    factor: 2",
                        "  evaluate-count: 10",
                        "  evaluate-weights: both",
                        "arms:",
                        "- name: batch-size=2",
                        "  set:",
                        "    batch-size: 2",
                        "- name: batch-size=3",
                        "  set:",
                        "    batch-size: 3",
                        "- name: small",
                        "  set:",
                        "    generator:",
                        "      name: mlp",
                        "      latent: 1",
                        "      width: 2",
                        "seeds:",
                        "- 4",
                        "steps: 2"));
        assertThat(gan("study", out.resolve("study.yaml"), "--plugins", plugins, "--out", out)
                        .out())
                .contains("cell 3 of 3: small, seed 4: already done");
        assertThat(gan("study", file, "--steps", 3).err())
                .isEqualTo("gan: cannot combine --steps with the file of a study: write it into " + file + "\n");
    }

    @Test
    void invalidSettingsAreReportedBeforeAnythingRuns() {
        Ran ran = study("--arm", "fine: ema=0", "--arm", "large: batch-size=41", "--arm", "other: batch-size=50");
        assertThat(ran).isEqualTo(new Ran(2, "", """
                        gan: the study cannot begin:
                        the arm large: this GAN cannot be built:
                        1) the batch size is 41, but the data have only 40 samples: use a smaller batch or more data
                        the arm other: this GAN cannot be built:
                        1) the batch size is 50, but the data have only 40 samples: use a smaller batch or more data
                        """));
        assertThat(out.resolve("runs")).doesNotExist();
        assertThat(study("--vary", "emma=0,1").err())
                .isEqualTo("gan: " + base + ": there is no key called emma; did you mean ema?\n");
        assertThat(study("--arm", "nothing").err())
                .isEqualTo("gan: cannot read the arm \"nothing\": write \"NAME: key=value key=value\"\n");
        assertThat(study("--vary", "ema=0,0").err()).contains("two arms of the study are called ema=0");
        assertThat(study("--seeds", "few").err()).contains("the seeds must be a number of seeds, such as 3");
        assertThat(study("--time", "soon").err()).contains("the time must be written as 90s, 4m or 2h, not soon");
    }

    @Test
    void aTimeLimitsTrainingAndTheStepsAreRecorded() {
        Ran ran = study("--time", "1s");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).containsPattern("  step \\d+  offset ");
        assertThat(out.resolve("runs/base/seed-1/result.json"))
                .content()
                .contains("\"outcome\":\"FINISHED\"")
                .containsPattern("\"seconds\":1\\.");
    }

    @Test
    void earlyStoppingIsReportedByTrainAndEndsACell() throws IOException {
        String rule = "early-stopping={metric: offset, patience: 1, better: higher}";
        Ran ran = study(
                "--set",
                rule,
                "--set",
                "generator-optimizer={name: sgd, learning-rate: 1.0e-30}",
                "--set",
                "evaluate-every=1",
                "--steps",
                50);
        assertThat(ran.err()).isEmpty();
        Path run = out.resolve("runs/base/seed-1");
        assertThat(ran.out()).contains("step 3  offset"); // it stays as it is, and the step after stops
        assertThat(run.resolve("result.json")).content().contains("\"outcome\":\"STOPPED\"");

        Path again = folder.resolve("again");
        assertThat(gan("train", run.resolve("experiment.yaml"), "--plugins", plugins, "--out", again)
                        .out())
                .containsPattern("\nevaluated  \\Q" + again + "\\E/evaluations.jsonl\n")
                .containsPattern(
                        "\nbest       step 1, offset \\S+: \\Q" + again + "\\E/checkpoints/step-000001.safetensors\n")
                .containsPattern(
                        "\nstopped    early: the last [12] evaluations brought no better offset than step 1\n");
        assertThat(gan("sample", again, "--step", 1, "--plugins", plugins, "--out", folder.resolve("best.npy"))
                        .out())
                .startsWith("16 samples after step 1: ");
    }
}
