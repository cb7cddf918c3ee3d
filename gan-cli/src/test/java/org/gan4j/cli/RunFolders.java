package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Comparison of run folders. */
final class RunFolders {
    private static final String HISTORY = "history.jsonl";

    private RunFolders() {}

    /** Asserts that two runs have the same files, byte for byte, apart from the history, which has times. */
    static void assertSameFiles(Path expected, Path actual) throws IOException {
        assertThat(files(actual)).isEqualTo(files(expected));
        assertThat(files(expected))
                .contains(Path.of("metrics.jsonl"), Path.of("experiment.yaml"), Path.of(HISTORY))
                .filteredOn(file -> !file.equals(Path.of(HISTORY)))
                .allSatisfy(file -> assertThat(actual.resolve(file)).hasSameBinaryContentAs(expected.resolve(file)));
    }

    private static List<Path> files(Path run) throws IOException {
        try (Stream<Path> all = Files.walk(run)) {
            return all.filter(Files::isRegularFile)
                    .map(run::relativize)
                    .sorted()
                    .toList();
        }
    }
}
