package org.gan4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Component;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.plugin.Suggestions;
import org.gan4j.data.DataSources;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import picocli.CommandLine.Option;

/** Which data a command shall use. */
final class DataChoice {
    private static final int SIZE = 64;

    @Option(
            names = "--data",
            paramLabel = "PATH|NAME",
            description = "A folder of pictures, a file, or a data set by name, see gan list datasets.")
    private String data;

    @Option(
            names = "--size",
            paramLabel = "N",
            converter = NotNegative.class,
            description = "Pictures of a folder are made N pixels high and wide, 0 leaves them as they are; 64 unless"
                    + " said otherwise.")
    private Integer size;

    @Option(
            names = {"--gray", "--grey"},
            description = "Pictures of a folder are read without their colors.")
    private boolean gray;

    /**
     * A data set by its name, or what lies at a path: a name wins.
     *
     * @throws IllegalArgumentException if there is neither; it says which was meant, or which there are
     */
    Optional<DataSource> asked() {
        if (data == null && (size != null || gray)) {
            throw new IllegalArgumentException(
                    "--size and --gray say how to read a folder of pictures: name it with --data");
        }
        return Optional.ofNullable(data).map(this::found);
    }

    private DataSource found(String typed) {
        DataSource source = source(typed);
        if (!(source instanceof ImageFolder) && (size != null || gray)) {
            throw new IllegalArgumentException(
                    "--size and --gray say how to read a folder of pictures, and " + typed + " is none");
        }
        return source;
    }

    private static DataSource at(Path path, Integer size, boolean gray) {
        return DataSources.at(path, size == null ? SIZE : size, gray);
    }

    private DataSource source(String typed) {
        ComponentRegistry components = ComponentRegistry.onClassPath();
        Path path = Path.of(typed);
        if (components.has(ComponentKind.DATA, typed)) {
            DataSource named = components.named(ComponentKind.DATA, typed);
            if (!DataSources.needsPath(named)) {
                return named;
            }
            if (!Files.exists(path)) {
                throw new IllegalArgumentException(
                        "data of the kind " + typed + " lie at a path: name that, as in --data photos");
            }
        }
        if (Files.exists(path)) {
            return at(path, size, gray);
        }
        List<String> names =
                components.all(ComponentKind.DATA).stream().map(Component::name).toList();
        throw new IllegalArgumentException("there is no file, folder or data set " + typed
                + Suggestions.ending(typed, names, ": name a folder of pictures, a file, or one of gan list datasets"));
    }
}
