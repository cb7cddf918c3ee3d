package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyFolderTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheNextFreeNumberAtOnce() throws IOException {
        Path runs = folder.resolve("runs");
        assertThat(EmptyFolder.numbered(runs, "dcgan").path()).isEqualTo(runs.resolve("dcgan-001"));
        EmptyFolder second = EmptyFolder.numbered(runs, "dcgan");
        assertThat(second.path()).isEqualTo(runs.resolve("dcgan-002")).isEmptyDirectory();
        assertThat(EmptyFolder.numbered(runs, "wgan-gp").path()).isEqualTo(runs.resolve("wgan-gp-001"));
    }

    @Test
    void goesAwayUnlessItWasUsed() throws IOException {
        EmptyFolder unused = EmptyFolder.numbered(folder, "a");
        unused.deleteIfUnused();
        assertThat(unused.path()).doesNotExist();
        EmptyFolder used = EmptyFolder.numbered(folder, "a");
        Files.createFile(used.path().resolve("file"));
        used.deleteIfUnused();
        assertThat(used.path()).isDirectory();
    }
}
