package org.gan4j.dsl.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each NAME.yaml among this test's resources cannot be used, and NAME.txt holds the whole message. Set
 * GAN4J_WRITE_GOLDEN to rewrite the messages, then review the difference.
 */
class BadExperimentsTest {
    private static final Path SOURCES = Path.of("src/test/resources/org/gan4j/dsl/experiment/bad");

    static List<String> names() throws IOException, URISyntaxException {
        Path folder = Path.of(BadExperimentsTest.class.getResource("bad").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isRefusedInTheseWords(String name) throws IOException {
        Path file = SOURCES.resolve(name + ".yaml");
        Throwable refused = catchThrowable(() -> Experiment.read(file));
        assertThat(refused).isInstanceOf(IllegalArgumentException.class);
        String message =
                refused.getMessage().replace(file.toString(), "FILE").replace(System.lineSeparator(), "\n") + "\n";
        Path golden = SOURCES.resolve(name + ".txt");
        if (System.getenv("GAN4J_WRITE_GOLDEN") != null) {
            Files.writeString(golden, message);
        }
        assertThat(message).isEqualTo(Files.readString(golden));
    }

    @Test
    void thereAreManyOfThem() throws IOException, URISyntaxException {
        assertThat(names()).hasSizeGreaterThan(15);
    }
}
