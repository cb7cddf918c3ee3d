package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedRunTest {
    @TempDir
    Path folder;

    private Path root;
    private RunDirectory run;

    @BeforeEach
    void open() {
        root = folder.resolve("run");
        run = new RunDirectory(root);
    }

    private void write(int... steps) throws IOException {
        Files.createDirectories(root);
        Files.writeString(run.experiment(), "");
        for (int step : steps) {
            new Checkpoint(step, Map.of("x", TensorData.scalar((float) step))).write(run.checkpoint(step));
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 2] ^= 4;
        Files.write(file, bytes);
    }

    private static void cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    @Test
    void theNewestWholeCheckpointIsUsedWhateverTheTimesOfTheFiles() throws IOException {
        write(1, 2, 3, 4);
        flip(run.checkpoint(4));
        cut(run.checkpoint(3));
        Files.setLastModifiedTime(run.checkpoint(1), FileTime.from(Instant.now().plusSeconds(9999)));
        Files.setLastModifiedTime(run.checkpoint(2), FileTime.fromMillis(0));
        WholeCheckpoint newest = WholeCheckpoint.newest(run).orElseThrow();
        newest.stored().close();
        assertThat(newest.file()).isEqualTo(run.checkpoint(2));
        assertThat(newest.stored().step()).isEqualTo(2);
        assertThat(newest.warnings())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(run.checkpoint(2) + " is used in place of a damaged checkpoint: "
                                        + run.checkpoint(4) + " differs from its digest"),
                        second -> assertThat(second).contains(run.checkpoint(3) + " cannot be read"));
    }

    @Test
    void aRunWhoseCheckpointsAreAllDamagedListsThem() throws IOException {
        write(1, 2);
        flip(run.checkpoint(1));
        Files.write(run.checkpoint(2), new byte[0]);
        assertThatThrownBy(() -> WholeCheckpoint.newest(run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no checkpoint of " + root + " can be used, since all are damaged: " + run.checkpoint(2)
                        + ", " + run.checkpoint(1) + "; restore one of these files from a copy, or start a new run");
        assertThat(WholeCheckpoint.newestFile(run)).isEmpty();
    }

    @Test
    void damagedCheckpointsAreSetAsideAndNeverOverwritten() throws IOException {
        write(1, 2);
        flip(run.checkpoint(2));
        byte[] first = Files.readAllBytes(run.checkpoint(2));
        LockedRun.resume(root, 1).close();
        new Checkpoint(2, Map.of()).write(run.checkpoint(2));
        cut(run.checkpoint(2));
        try (LockedRun locked = LockedRun.resume(root, 1)) {
            assertThat(locked.notices())
                    .containsExactly("a damaged checkpoint is now called " + run.checkpoint(2) + ".damaged-2");
        }
        assertThat(run.allCheckpoints()).containsExactly(run.checkpoint(1));
        assertThat(Path.of(run.checkpoint(2) + ".damaged")).hasBinaryContent(first);
    }

    @Test
    void aRunThatWasTrainedFurtherMeanwhileIsRefused() throws IOException {
        write(1, 2);
        assertThatThrownBy(() -> LockedRun.resume(root, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "cannot train " + root + " from step 1, since it has step-000002.safetensors by now: another"
                                + " program trained it further, so load it again");
        LockedRun.resume(root, 2).close(); // the lock was given back
    }

    @Test
    void temporaryFilesOfAKilledProgramAreDeleted() throws IOException {
        write(1);
        String end = ".0f8fad5b-d9cb-469f-a165-70867728950e.tmp";
        Path left = Files.writeString(run.checkpoints().resolve(".step-000002.safetensors" + end), "half");
        Path theirs = Files.writeString(root.resolve("mine.tmp"), "");
        LockedRun.resume(root, 1).close();
        assertThat(left).doesNotExist();
        assertThat(theirs).exists();
    }

    @Test
    void aNewRunThatDidNotStartLeavesNothing() throws IOException {
        try (LockedRun locked = LockedRun.create(root)) {
            Files.writeString(run.experiment(), "steps: 3");
            Files.writeString(run.metrics(), "");
            locked.discardIfUnstarted();
        }
        assertThat(root).doesNotExist();
        Files.createDirectory(root);
        try (LockedRun locked = LockedRun.create(root)) {
            locked.discardIfUnstarted();
        }
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aNewRunWithACheckpointStays() {
        try (LockedRun locked = LockedRun.create(root)) {
            new Checkpoint(0, Map.of()).write(run.checkpoint(0));
            locked.discardIfUnstarted();
        }
        assertThat(run.checkpoint(0)).exists();
    }

    @Test
    void whatAKilledProgramLeftBeforeItsFirstCheckpointIsReused() throws IOException {
        LockedRun.create(root).close(); // without discarding anything, as a kill
        Files.writeString(run.experiment(), "steps: 3");
        Files.writeString(run.metrics(), "");
        Path half = run.checkpoints().resolve(".step-000000.safetensors.0f8fad5b-d9cb-469f-a165-70867728950e.tmp");
        Files.writeString(half, "half");
        LockedRun.create(root).close();
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(run.lock());
        }
    }

    @Test
    void aFolderThatAPersonFilledIsNotReused() throws IOException {
        LockedRun.create(root).close();
        for (Path kept : List.of(root.resolve("notes.txt"), run.sample(3))) {
            Files.writeString(kept, "mine");
            assertThatThrownBy(() -> LockedRun.create(root)).hasMessageContaining("is not empty");
            Files.delete(kept);
        }
        Files.delete(run.lock());
        Files.writeString(run.experiment(), "mine");
        assertThatThrownBy(() -> LockedRun.create(root)).hasMessageContaining("is not empty");
    }
}
