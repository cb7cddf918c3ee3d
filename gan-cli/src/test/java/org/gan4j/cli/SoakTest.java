package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed, terminated, damaged and limited at random, for {@code -Dsoak.minutes=N}, each of which must end
 * like an undisturbed one: {@code mvn -Psoak verify -Dsoak.minutes=N -pl gan-cli -am}.
 */
@Tag("soak")
@EnabledIfSystemProperty(named = "soak.minutes", matches = "\\d+")
class SoakTest {
    private static final long SEED = Long.getLong("soak.seed", System.nanoTime() % 1_000_000);
    private static final int STEPS = 60;
    private static final int DISTURBANCES = 4;

    private static final List<String> KINDS = List.of(
            "SIGTERM",
            "SIGKILL and damaged newest checkpoint",
            "SIGKILL and torn line of metrics",
            "SIGKILL and limited file size",
            "SIGKILL");

    @TempDir
    private Path folder;

    private final Map<String, Integer> counts = new TreeMap<>();

    private final Random random = new Random(SEED);

    @Test
    void everyDisturbedRunEqualsTheUndisturbedOne() throws Exception {
        System.out.println("soak.seed is " + SEED);
        Path experiment = TwoPhases.write(folder);
        Path whole = folder.resolve("whole");
        assertThat(gan("train", experiment, "--set", "steps=" + STEPS, "--out", whole)
                        .code())
                .isZero();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.getLong("soak.minutes"));
        int runs = 0;
        do {
            Path run = folder.resolve("run-" + runs++);
            GanProcess process =
                    GanProcess.start(folder, List.of(), "train", experiment, "--set", "steps=" + STEPS, "--out", run);
            process.awaitLines(run, 1);
            for (int i = 0; i < DISTURBANCES; i++) {
                disturb(run, process);
                process = GanProcess.start(folder, List.of(), "train", "--resume", run);
            }
            Ran ended = process.await();
            assertThat(ended.code()).as("run %d: %s", runs, ended.out()).isZero();
            RunComparison.assertSame(run, whole);
        } while (System.nanoTime() < end);
        System.out.println("soak: " + runs + " runs with " + DISTURBANCES + " disturbances each: " + counts);
    }

    private void disturb(Path run, GanProcess process) throws Exception {
        int lines = GanProcess.lines(run.resolve("metrics.jsonl"));
        process.awaitLines(run, Math.min(STEPS - 1, lines + 1 + random.nextInt(STEPS / DISTURBANCES)));
        Thread.sleep(random.nextInt(20));
        int kind = random.nextInt(KINDS.size());
        String what = KINDS.get(kind);
        counts.merge(what, 1, Integer::sum);
        System.out.println("soak: " + what + " after " + lines + " lines");
        if (kind == 0) {
            process.process().destroy();
            process.await();
            return;
        }
        process.kill();
        List<Path> checkpoints = new RunDirectory(run).allCheckpoints();
        Path newest = checkpoints.get(checkpoints.size() - 1);
        switch (kind) {
            case 1 -> damage(run, newest, checkpoints.size() == 1);
            case 2 -> Files.writeString(run.resolve("metrics.jsonl"), "{\"step\":", StandardOpenOption.APPEND);
            case 3 ->
                GanProcess.script(
                                folder,
                                "ulimit -f " + (1 + random.nextInt(16)) + "\n\"$@\" train --resume '" + run + "'")
                        .await();
            default -> {} // killed only
        }
    }

    /** Damages the newest checkpoint. If it is the only one, a resume must refuse, and goes on with a copy of the file. */
    private void damage(Path run, Path newest, boolean only) throws Exception {
        byte[] copy = Files.readAllBytes(newest);
        FaultTest.Damage.values()[random.nextInt(4)].to(newest);
        if (only) {
            Ran refused = gan("train", "--resume", run);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("all are damaged", newest.toString(), "restore one of these files");
            Files.write(newest, copy);
        }
    }
}
