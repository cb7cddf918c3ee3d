package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock within one process; KillTest in gan-cli has two. */
class RunLockTest {
    @TempDir
    Path folder;

    private RunDirectory run;

    @BeforeEach
    void open() {
        run = new RunDirectory(folder);
    }

    @Test
    void namesItsOwnerWhileItIsHeldAndIsEmptyAfterwards() {
        try (RunLock lock = RunLock.acquire(run)) {
            assertThat(lock.dead()).isEmpty();
            assertThat(run.lock())
                    .content()
                    .matches("host: \\S+\npid: " + ProcessHandle.current().pid() + "\nsince: \\S+Z\n");
        }
        assertThat(run.lock()).isEmptyFile();
    }

    @Test
    void aSecondOwnerInThisProcessIsRefusedUntilTheFirstGivesItBack() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
        RunLock first = RunLock.acquire(run);
        for (Path path : new Path[] {folder, folder.resolve("."), link}) {
            assertThatThrownBy(() -> RunLock.acquire(new RunDirectory(path)))
                    .isInstanceOf(RunLockedException.class)
                    .hasMessage("this program is training in " + path
                            + " already: wait until that training ends, or choose another folder");
        }
        first.close();
        first.close();
        RunLock.acquire(run).close();
        Files.delete(link);
    }

    @Test
    void theLockOfADeadProcessIsTakenOver() throws IOException {
        Files.writeString(run.lock(), "host: elsewhere\npid: 123456\nsince: 2026-01-02T03:04:05Z\n");
        try (RunLock lock = RunLock.acquire(run)) {
            assertThat(lock.dead().orElseThrow())
                    .hasToString("process 123456 on elsewhere, since 2026-01-02T03:04:05Z");
        }
    }

    @Test
    void anUnreadableOwnerDoesNotMatter() throws IOException {
        Files.writeString(run.lock(), "host: elsewh");
        try (RunLock lock = RunLock.acquire(run)) {
            assertThat(lock.dead()).isEmpty();
        }
    }

    @Test
    void anInterruptedThreadGivesTheLockBack() {
        RunLock lock = RunLock.acquire(run);
        Thread.currentThread().interrupt();
        lock.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.lock()).isEmptyFile();
        RunLock.acquire(run).close();
    }
}
