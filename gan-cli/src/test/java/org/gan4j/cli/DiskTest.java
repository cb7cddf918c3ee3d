package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 256 kB, which is full or read-only; skipped where a test may not mount one. */
class DiskTest {
    private static final int ROOM = 1 << 18;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()), "cannot mount a disk");
    }

    @AfterEach
    void unmount() throws Exception {
        succeeds("umount", disk.toString());
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Fills the disk but for some bytes. */
    private Path fill(int left) throws IOException {
        Path filler = disk.resolve("filler");
        long free = Files.getFileStore(disk).getUsableSpace();
        return Files.write(filler, new byte[(int) Math.max(0, Math.min(ROOM, free - left))]);
    }

    @Test
    void aFullDiskAtTheFirstWriteLeavesNothing() throws Exception {
        Path run = disk.resolve("run");
        Path filler = fill(1 << 14);
        Ran full = gan("train", "tiny", "--out", run);
        assertThat(full.code()).as(full.err()).isEqualTo(3);
        assertThat(full.err())
                .matches("gan: \\Q" + run
                        + "\\E/\\S+ could not be written: the disk of \\S+ is full; free some space there\n");
        assertThat(run).doesNotExist();
        Files.delete(filler);
        Ran again = gan("train", "tiny", "--steps", 1, "--out", run);
        assertThat(again.code()).as(again.err()).isZero();
    }

    @Test
    void aFullDiskLaterLeavesTheRunAsItWas() throws Exception {
        Path run = disk.resolve("run");
        assertThat(gan("train", "tiny", "--steps", 2, "--out", run).code()).isZero();
        Path checkpoint = run.resolve("checkpoints/step-000002.safetensors");
        byte[] before = Files.readAllBytes(checkpoint);
        Path filler = fill(1 << 13);
        Ran full = gan("train", "--resume", run, "--steps", 4);
        assertThat(full.code()).as(full.err()).isEqualTo(3);
        assertThat(full.err())
                .contains("is full; free some space there\n", "The last good checkpoint is " + checkpoint);
        assertThat(checkpoint).hasBinaryContent(before);
        Files.delete(filler);
        Ran resumed = gan("train", "--resume", run, "--steps", 4);
        assertThat(resumed.code()).as(resumed.err()).isZero();
        Path whole = folder.resolve("whole");
        assertThat(gan("train", "tiny", "--steps", 4, "--out", whole).code()).isZero();
        RunComparison.assertSame(run, whole);
    }

    @Test
    void aReadOnlyDiskIsNamedInOneSentence() throws Exception {
        Path run = disk.resolve("run");
        assertThat(gan("train", "tiny", "--steps", 2, "--out", run).code()).isZero();
        assumeTrue(succeeds("mount", "-o", "remount,ro", disk.toString()), "cannot make a disk read-only");
        Ran resumed = gan("train", "--resume", run, "--steps", 4);
        assertThat(resumed.code()).isEqualTo(1);
        assertThat(resumed.err())
                .isEqualTo(
                        "gan: " + run + "/run.lock could not be written: the disk is read-only for this user; choose a"
                                + " folder that may be written, or change its permissions\n");
        Ran begun = gan("train", "tiny", "--out", disk.resolve("new"));
        assertThat(begun.code()).isEqualTo(2);
        assertThat(begun.err()).startsWith("gan: cannot create the folder").hasLineCount(1);
        assertThat(gan("sample", run, "--count", 1, "--out", folder.resolve("one.npy"))
                        .code())
                .isZero();
    }
}
