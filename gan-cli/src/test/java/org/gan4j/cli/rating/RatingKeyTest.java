package org.gan4j.cli.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingKeyTest {
    @TempDir
    private Path folder;

    @Test
    void aFileWithoutAKeyIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("study.key.json"), "null");
        assertNoKey(file);
    }

    @Test
    void aKeyWithTwoEqualNamesOrTextBehindItIsNone() throws IOException {
        RatingKey key = new RatingKey("s1", RatingKind.QUALITY.yamlName(), "secret", List.of("run"), Map.of());
        Path file = Files.writeString(folder.resolve("study.key.json"), key.text());
        assertThat(RatingKey.read(file)).isEqualTo(key);
        Files.writeString(file, key.text().replace("{\n", "{\n\"study\": \"s0\",\n"));
        assertNoKey(file);
        Files.writeString(file, key.text() + "{}");
        assertNoKey(file);
    }

    private static void assertNoKey(Path file) {
        assertThatThrownBy(() -> RatingKey.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + " is not the key of a study");
    }

    @Test
    void aFileOfAnotherEncodingIsNamed() throws IOException {
        // begins as UTF-32 does, and goes on with no character
        byte[] foreign = {0, 0, 0, '{', 0x7F, 0, 0, 0};
        Path key = Files.write(folder.resolve("study.key.json"), foreign);
        assertThatThrownBy(() -> RatingKey.read(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key + " is not the key of a study");
        Path ratings = Files.write(folder.resolve("ratings.json"), foreign);
        assertThatThrownBy(() -> RatingFile.read(ratings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(ratings + " is not UTF-8 text");
    }

    @Test
    void filesThatAreNoKeysArePassedOver() throws IOException {
        Files.writeString(folder.resolve("a.key.json"), "{");
        Files.writeString(folder.resolve("b.key.json"), "null");
        assertThatThrownBy(() -> RatingKey.find("s1", List.of(folder)))
                .hasMessageStartingWith("the key of the study s1 is not in the folder of its ratings");
    }
}
