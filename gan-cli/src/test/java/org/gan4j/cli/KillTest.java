package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.WholeCheckpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed, and resumed to the same bytes. {@code -Dkill.seed=N} repeats the steps of the kills, though
 * not their moments within the steps.
 */
class KillTest {
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime() % 1_000_000);
    private static final int STEPS = TwoPhases.STEPS;

    @TempDir
    private static Path shared;

    private static Path experiment;
    private static Path whole;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainUndisturbed() throws IOException {
        System.out.println("kill.seed is " + SEED);
        experiment = TwoPhases.write(shared);
        whole = shared.resolve("whole");
        assertThat(gan("train", experiment, "--out", whole).code()).isZero();
    }

    private void resumesAfter(int kills, int steps, Path undisturbed) throws Exception {
        Random random = new Random(SEED);
        Path run = folder.resolve("run");
        GanProcess process =
                GanProcess.start(folder, List.of(), "train", experiment, "--set", "steps=" + steps, "--out", run);
        int last = 0;
        for (int i = 0; i < kills; i++) {
            last += 1 + random.nextInt((steps - 2 - last) / (kills - i)); // at least one step per kill is left
            process.awaitLines(run, last);
            String output = process.kill();
            assertThat(process.process().exitValue()).as(output).isEqualTo(137);
            if (i > 0) {
                assertThat(output).containsPattern("resumed at step \\d+").contains("took over the lock of " + run);
            }
            last = Math.max(last, GanProcess.lines(run.resolve("metrics.jsonl")));
            if (i < kills - 1) {
                process = GanProcess.start(folder, List.of(), "train", "--resume", run);
            }
        }
        int newest = WholeCheckpoint.newest(new RunDirectory(run))
                .orElseThrow()
                .stored()
                .step();
        Ran resumed = gan("train", "--resume", run);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("resumed at step " + newest);
        RunComparison.assertSame(run, undisturbed);
    }

    @Test
    void aRunThatIsKilledAtThreeRandomStepsEqualsOneThatIsNot() throws Exception {
        resumesAfter(3, STEPS, whole);
    }

    @Test
    @Tag("long")
    void aRunThatIsKilledAtTwentyRandomStepsEqualsOneThatIsNot() throws Exception {
        Path longer = folder.resolve("longer");
        assertThat(gan("train", experiment, "--set", "steps=200", "--out", longer)
                        .code())
                .isZero();
        resumesAfter(20, 200, longer);
    }

    @Test
    void aSecondProgramIsRefusedAndATerminatedRunIsResumed() throws Exception {
        Path run = folder.resolve("run");
        GanProcess first = GanProcess.start(
                folder, List.of("-Duser.language=de", "-Duser.country=DE"), "train", experiment, "--out", run);
        first.awaitLines(run, 2);
        first.signal("STOP"); // or it might be done too soon
        Ran second = gan("train", "--resume", run);
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err())
                .matches("gan: another program is training in \\Q" + run + "\\E, process "
                        + first.process().pid()
                        + " on \\S+, since \\S+: wait until it finishes, or choose another folder\n");
        Ran read = gan("upscale", run, shared.resolve("photographs/noise.png"), folder.resolve("meanwhile.png"));
        assertThat(read.code()).as(read.err()).isZero();
        first.signal("CONT");
        first.process().destroy(); // SIGTERM
        Ran ended = first.await();
        assertThat(ended.code()).isEqualTo(143);
        assertThat(ended.out()).contains("interrupted; finishing the step");
        Ran resumed = gan("train", "--resume", run);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).containsPattern("resumed at step \\d+");
        assertThat(resumed.err()).isEmpty();
        RunComparison.assertSame(run, whole);
    }

    @Test
    void namesOfAnyLettersAndADecimalCommaChangeNothing() throws Exception {
        Path data = Files.createDirectory(folder.resolve("written"));
        Ran ran = GanProcess.script(folder, """
                        export LC_ALL=C.UTF-8
                        main="${!#}"; set -- "${@:1:$#-1}"
                        cd '%s'
                        "$@" -Duser.language=de -Duser.country=DE "$main" train '%s' --out 'Пробный запуск 実行'
                        mv 'Пробный запуск 実行' plain
                        """.formatted(data, experiment)).await();
        assertThat(ran.code()).as(ran.out()).isZero();
        RunComparison.assertSame(data.resolve("plain"), whole);
    }

    @Test
    void aLimitOfTheSizeOfFilesLeavesTheRunAsItWas() throws Exception {
        Path run = folder.resolve("run");
        assertThat(gan("train", experiment, "--out", run, "--set", "steps=3").code())
                .isZero();
        byte[] before = Files.readAllBytes(run.resolve("checkpoints/step-000003.safetensors"));
        Ran limited = GanProcess.script(
                        folder, "ulimit -f 8\n\"$@\" train --resume '%s' --steps %d".formatted(run, STEPS))
                .await();
        assertThat(limited.code()).as(limited.out()).isEqualTo(3);
        assertThat(limited.out())
                .containsPattern(
                        "gan: \\Q" + run + "\\E\\S+ could not be written: it would be larger than the system allows"
                                + " this program's files to be; raise the limit \\(ulimit -f\\)")
                .contains("The last good checkpoint is " + run
                        + "/checkpoints/step-000003.safetensors; once there is room,"
                        + " continue with ./gan train --resume " + run);
        assertThat(run.resolve("checkpoints/step-000003.safetensors")).hasBinaryContent(before);
        Ran resumed = gan("train", "--resume", run, "--steps", STEPS);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        RunComparison.assertSame(run, whole);
    }

    @Test
    void aLimitAtTheFirstWriteLeavesNothing() throws Exception {
        Path run = folder.resolve("run");
        Ran limited = GanProcess.script(folder, "ulimit -f 8\n\"$@\" train '%s' --out '%s'".formatted(experiment, run))
                .await();
        assertThat(limited.code()).as(limited.out()).isEqualTo(3);
        assertThat(run).doesNotExist();
    }
}
