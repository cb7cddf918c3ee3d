package org.gan4j.cli.rating;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingKeyTest {
    @TempDir
    private Path folder;

    @Test
    void aFileWithoutAKeyIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("study.key.json"), "null");
        assertThatThrownBy(() -> RatingKey.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + " is not the key of a study");
    }

    @Test
    void filesThatAreNoKeysArePassedOver() throws IOException {
        Files.writeString(folder.resolve("a.key.json"), "{");
        Files.writeString(folder.resolve("b.key.json"), "null");
        assertThatThrownBy(() -> RatingKey.find("s1", List.of(folder)))
                .hasMessageStartingWith("the key of the study s1 is not in the folder of its ratings");
    }
}
