package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged files in the folder of a run, and what the command makes of them. */
class FaultTest {
    enum Damage {
        FLIPPED(bytes -> {
            bytes[bytes.length - 7] ^= 32;
            return bytes;
        }),
        TRUNCATED(bytes -> Arrays.copyOf(bytes, bytes.length - 100)),
        EMPTY(bytes -> new byte[0]),
        ANOTHER_FORMAT(bytes -> "a text of some length".getBytes(StandardCharsets.UTF_8));

        private final UnaryOperator<byte[]> change;

        Damage(UnaryOperator<byte[]> change) {
            this.change = change;
        }

        void to(Path file) throws IOException {
            Files.write(file, change.apply(Files.readAllBytes(file)));
        }
    }

    @TempDir
    private static Path shared;

    private static Path whole;
    private static Path interrupted;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        whole = shared.resolve("whole");
        interrupted = shared.resolve("interrupted");
        assertThat(tiny(whole, 4).code()).isZero();
        assertThat(tiny(interrupted, 3).code()).isZero();
    }

    private static Ran tiny(Path run, int steps) {
        return gan(
                "train",
                "tiny",
                "--steps",
                steps,
                "--out",
                run,
                "--set",
                "checkpoint-every=1",
                "--set",
                "sample-every=1");
    }

    private Path copy() throws IOException {
        return RunComparison.copy(interrupted, folder.resolve("run"));
    }

    private static void assertResumes(Path run, int step) throws IOException {
        Ran resumed = gan("train", "--resume", run, "--steps", 4);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("resumed at step " + step);
        RunComparison.assertSame(run, whole);
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedCheckpointIsSetAsideAndTheOneBeforeItIsUsed(Damage damage) throws IOException {
        Path run = copy();
        Path newest = run.resolve("checkpoints/step-000003.safetensors");
        damage.to(newest);
        byte[] damaged = Files.readAllBytes(newest);
        for (Path file : RunComparison.list(run.resolve("checkpoints"))) { // a clock that was set back
            int step = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000 - 1000L * step));
        }
        Ran sampled = gan("sample", run, "--count", 1, "--out", folder.resolve("one.npy"));
        assertThat(sampled.code()).as(sampled.err()).isZero();
        assertThat(newest).hasBinaryContent(damaged);
        assertResumes(run, 2);
        assertThat(Path.of(newest + ".damaged")).hasBinaryContent(damaged);
    }

    @Test
    void aRunWithoutAWholeCheckpointIsRefusedInOneSentence() throws IOException {
        Path run = copy();
        for (Path file : RunComparison.list(run.resolve("checkpoints"))) {
            Damage.TRUNCATED.to(file);
        }
        Ran ran = gan("train", "--resume", run, "--steps", 4);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("gan: no checkpoint of " + run + " can be used, since all are damaged: ")
                .contains("step-000001", "step-000002", "step-000003")
                .hasLineCount(1);
    }

    @Test
    void aTornLineOfMetricsIsRepeated() throws IOException {
        Path run = copy();
        Files.writeString(run.resolve("metrics.jsonl"), "{\"step\":4,\"loss.cri", StandardOpenOption.APPEND);
        assertResumes(run, 3);
    }

    @Test
    void aRunKilledBetweenItsCheckpointAndItsSamplesMakesThemUp() throws IOException {
        Path run = copy();
        Files.delete(run.resolve("samples/step-000003.png"));
        assertResumes(run, 3);
    }

    @Test
    void aRunThatWasKilledBeforeItsFirstCheckpointStartsOver() throws IOException {
        Path run = folder.resolve("run");
        assertThat(tiny(run, 4).code()).isZero();
        for (String name : new String[] {"checkpoints", "samples"}) {
            for (Path file : RunComparison.list(run.resolve(name))) {
                Files.delete(file);
            }
        }
        Files.write(run.resolve("metrics.jsonl"), new byte[0]);
        Ran resumed = gan("train", "--resume", run);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("resumed at step 0: started over, since there was no checkpoint yet");
        RunComparison.assertSame(run, whole);
    }
}
