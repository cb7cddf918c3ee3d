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
 * Compares error messages with transcripts: commands that fail, with all their output and their exit codes. DIR in a
 * transcript is the folder of {@link BadThings}. Set GAN4J_WRITE_GOLDEN to rewrite the transcripts, then review the diff.
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
    void messagesMatchTheTranscript(String transcript) throws IOException {
        Path file = TRANSCRIPTS.resolve(transcript);
        StringBuilder printed = new StringBuilder();
        Files.readString(file).lines().filter(line -> line.startsWith(PROMPT)).forEach(line -> {
            printed.append(line).append('\n');
            Ran ran = gan((Object[]) line.substring(PROMPT.length())
                    .replace("DIR", folder.toString())
                    .split(" "));
            assertThat(ran.out()).as(line).isEmpty();
            assertThat(ran.code()).as(line).isNotZero();
            assertThat(ran.err()).as(line).doesNotContain("\tat ", "Exception");
            printed.append(ran.err().replace(folder.toString(), "DIR"));
            printed.append("exit ").append(ran.code()).append("\n\n");
        });
        if (System.getenv("GAN4J_WRITE_GOLDEN") != null) {
            Files.writeString(file, printed);
        }
        assertThat(printed.toString()).isEqualTo(Files.readString(file));
    }

    @Test
    void thereAreTranscriptsOfEachCommandThatCanFail() throws IOException {
        assertThat(transcripts())
                .contains(
                        "train.txt",
                        "sample.txt",
                        "study.txt",
                        "classify.txt",
                        "upscale.txt",
                        "refine.txt",
                        "generate.txt",
                        "shell.txt",
                        "rate.txt",
                        "assess.txt",
                        "augment.txt",
                        "serve.txt",
                        "list.txt",
                        "explain.txt",
                        "data.txt",
                        "experiment.txt");
    }
}
