package org.gan4j.tensor.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void makesFoldersAndReplaces() throws IOException {
        Path file = folder.resolve("a/b/file");
        AtomicFile.write(file, channel -> channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3})));
        AtomicFile.write(file, channel -> channel.write(ByteBuffer.wrap(new byte[] {4})));
        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(names(file.getParent())).containsExactly("file");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, new byte[] {7});
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("disk full");
        assertThat(file).hasBinaryContent(new byte[] {7});
        assertThat(names(folder)).containsExactly("file");
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
