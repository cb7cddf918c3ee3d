package org.gan4j.tensor.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageExceptionTest {
    @TempDir
    Path folder;

    @Test
    void namesTheFileAndTheFullDisk() {
        Path file = folder.resolve("x");
        String sentence = file + " could not be written: the disk of " + folder + " is full; free some space there";
        assertThat(StorageException.of(file, new IOException("No space left on device")))
                .isInstanceOf(StorageException.class)
                .hasMessage(sentence);
        assertThat(StorageException.of(file, new FileSystemException("x", null, "No space left on device")))
                .isInstanceOf(StorageException.class)
                .hasMessage(sentence);
        assertThat(StorageException.of(file, new IOException("There is not enough space on the disk")))
                .hasMessage(sentence);
    }

    @Test
    void tellsLimitsFromAFullDisk() {
        Path file = folder.resolve("x");
        assertThat(StorageException.of(file, new IOException("Disk quota exceeded")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("quota of " + folder);
        assertThat(StorageException.of(file, new IOException("File too large")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("ulimit -f");
    }

    @Test
    void otherProblemsAreNoLackOfRoom() {
        Path file = folder.resolve("x");
        UncheckedIOException denied = StorageException.of(file, new AccessDeniedException("x"));
        assertThat(denied)
                .isNotInstanceOf(StorageException.class)
                .hasMessage(
                        file + " could not be written: its folder is read-only for this user; choose a folder that may"
                                + " be written, or change its permissions");
        assertThat(StorageException.of(file, new FileSystemException("x", null, "Read-only file system")))
                .hasMessageContaining("the disk is read-only");
        assertThat(StorageException.of(file, new IOException("Input/output error")))
                .isNotInstanceOf(StorageException.class)
                .hasMessage(file + " could not be written: Input/output error");
    }
}
