package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Comparison of run folders. */
final class RunFolders {
    /** What has times, which differ from run to run. */
    private static final Set<Path> TIMED =
            Set.of(Path.of("history.jsonl"), Path.of("timings.jsonl"), Path.of("report.html"));

    private RunFolders() {}

    /** Asserts that two runs have the same files, byte for byte, apart from those with times. */
    static void assertSameFiles(Path expected, Path actual) throws IOException {
        assertThat(files(actual)).isEqualTo(files(expected));
        assertThat(files(expected))
                .contains(Path.of("metrics.jsonl"), Path.of("experiment.yaml"))
                .containsAll(TIMED)
                .filteredOn(file -> !TIMED.contains(file))
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
