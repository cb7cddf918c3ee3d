package org.gan4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheNextFreeNumberAtOnce() throws IOException {
        Path runs = folder.resolve("runs");
        assertThat(OutputDirectory.numbered(runs, "dcgan").path()).isEqualTo(runs.resolve("dcgan-001"));
        OutputDirectory second = OutputDirectory.numbered(runs, "dcgan");
        assertThat(second.path()).isEqualTo(runs.resolve("dcgan-002")).isEmptyDirectory();
        assertThat(OutputDirectory.numbered(runs, "wgan-gp").path()).isEqualTo(runs.resolve("wgan-gp-001"));
    }

    @Test
    void isDeletedUnlessItWasUsed() throws IOException {
        OutputDirectory unused = OutputDirectory.numbered(folder, "a");
        unused.deleteIfUnused();
        assertThat(unused.path()).doesNotExist();
        OutputDirectory used = OutputDirectory.numbered(folder, "a");
        Files.createFile(used.path().resolve("file"));
        used.deleteIfUnused();
        assertThat(used.path()).isDirectory();
    }
}
