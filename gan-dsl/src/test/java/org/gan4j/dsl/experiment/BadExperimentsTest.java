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
 * Each NAME.yaml beside this test's resources cannot be used, and NAME.txt holds all that is said of it. Set
 * GAN4J_WRITE_GOLDEN to write the texts anew, then read the difference.
 */
class BadExperimentsTest {
    private static final Path SOURCES = Path.of("src/test/resources/org/gan4j/dsl/experiment/bad");

    static List<String> names() throws IOException, URISyntaxException {
        Path folder =
                Path.of(BadExperimentsTest.class.getResource("bad").toURI());
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
        String said =
                refused.getMessage().replace(file.toString(), "FILE").replace(System.lineSeparator(), "\n") + "\n";
        Path golden = SOURCES.resolve(name + ".txt");
        if (System.getenv("GAN4J_WRITE_GOLDEN") != null) {
            Files.writeString(golden, said);
        }
        assertThat(said).isEqualTo(Files.readString(golden));
    }

    @Test
    void thereAreManyOfThem() throws IOException, URISyntaxException {
        assertThat(names()).hasSizeGreaterThan(15);
    }
}
