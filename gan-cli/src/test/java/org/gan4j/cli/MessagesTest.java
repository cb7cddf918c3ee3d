package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.cli.Ran.gan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of messages is a transcript: commands that cannot be done, with all they say and their exit code. They run in
 * {@link BadThings}, which stands as DIR in the transcript. Set GAN4J_WRITE_GOLDEN to write the transcripts anew, then
 * read the difference.
 */
class MessagesTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/org/gan4j/cli/messages");
    private static final String PROMPT = "$ gan ";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void prepare() throws IOException {
        BadThings.in(folder);
    }

    static List<String> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void isSaidInTheseWords(String transcript) throws IOException {
        Path file = TRANSCRIPTS.resolve(transcript);
        StringBuilder said = new StringBuilder();
        Files.readString(file).lines().filter(line -> line.startsWith(PROMPT)).forEach(line -> {
            said.append(line).append('\n');
            Ran ran = gan((Object[]) line.substring(PROMPT.length())
                    .replace("DIR", folder.toString())
                    .split(" "));
            assertThat(ran.out()).as(line).isEmpty();
            assertThat(ran.code()).as(line).isNotZero();
            assertThat(ran.err()).as(line).doesNotContain("\tat ", "Exception");
            said.append(ran.err().replace(folder.toString(), "DIR"));
            said.append("exit ").append(ran.code()).append("\n\n");
        });
        if (System.getenv("GAN4J_WRITE_GOLDEN") != null) {
            Files.writeString(file, said);
        }
        assertThat(said.toString()).isEqualTo(Files.readString(file));
    }

    @Test
    void thereAreTranscriptsOfEachCommandThatCanFail() throws IOException {
        assertThat(transcripts())
                .contains("train.txt", "sample.txt", "classify.txt", "list.txt", "explain.txt", "data.txt", "experiment.txt");
    }
}
