package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.training.RunDirectory;

/** The comparison of a run that was disturbed with one that was not. */
final class RunComparison {
    private RunComparison() {}

    /** Checks that all that a run promises is the same, byte for byte, and that nothing is left of the disturbances. */
    static void assertSame(Path disturbed, Path undisturbed) throws IOException {
        RunDirectory expected = new RunDirectory(undisturbed);
        List<Path> checkpoints = expected.allCheckpoints();
        List<Path> files = Stream.of(
                        Stream.of(expected.experiment(), expected.metrics(), checkpoints.get(checkpoints.size() - 1)),
                        list(expected.samples()).stream())
                .flatMap(each -> each)
                .map(undisturbed::relativize)
                .toList();
        assertThat(files).hasSizeGreaterThan(3).allSatisfy(file -> assertThat(disturbed.resolve(file))
                .hasSameBinaryContentAs(undisturbed.resolve(file)));
        assertThat(disturbed.resolve("run.lock")).isEmptyFile();
        try (Stream<Path> all = Files.walk(disturbed)) {
            assertThat(all.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /** Copies a folder. */
    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }
}
