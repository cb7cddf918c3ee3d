package org.gan4j.cli.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The key of a study, which says where each item comes from. Raters must not see it.
 *
 * @param study the name of the study
 * @param kind the name of its question
 * @param secret the secret of the ids
 * @param runs the runs, in the order in which they were named
 * @param items the origin of each item, by its id
 */
public record RatingKey(String study, String kind, String secret, List<String> runs, Map<String, Origin> items) {
    /** The end of the names of key files. */
    public static final String EXTENSION = ".key.json";

    /**
     * Copies the items.
     *
     * @throws NullPointerException if a part is missing
     */
    public RatingKey {
        Objects.requireNonNull(study);
        Objects.requireNonNull(secret);
        Objects.requireNonNull(kind);
        runs = List.copyOf(runs);
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    /** Returns the file of the key of a page, next to it. */
    public static Path fileOf(Path page) {
        String name = page.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return page.resolveSibling(name + EXTENSION);
    }

    /**
     * Finds the key of a study among the key files of folders.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RatingKey find(String study, List<Path> folders) {
        for (Path folder : folders) {
            for (Path file : keys(folder)) {
                Optional<RatingKey> key =
                        readable(file).filter(each -> each.study().equals(study));
                if (key.isPresent()) {
                    return key.get();
                }
            }
        }
        throw new IllegalArgumentException(
                "the key of the study " + study + " is not in the folder of its ratings, and not"
                        + " in the current one: name the file NAME" + EXTENSION + " that gan rate wrote, with --key");
    }

    /** Reads a file that may be the key of another study, or none. */
    private static Optional<RatingKey> readable(Path file) {
        try {
            return Optional.of(read(file));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static List<Path> keys(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder + ": " + failed, failed);
        }
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException if there is no such file, or it is no key
     * @throws UncheckedIOException if it cannot be read
     */
    public static RatingKey read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file + ": name the file NAME" + EXTENSION
                    + " that gan rate wrote next to its page");
        }
        try {
            RatingKey key = RatingFile.JSON.readValue(Files.readAllBytes(file), RatingKey.class);
            if (key == null) {
                throw new IllegalArgumentException("the file is empty: null");
            }
            key.question();
            return key;
        } catch (JsonProcessingException | CharConversionException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    file + " is not the key of a study: name the file NAME" + EXTENSION
                            + " that gan rate wrote next to its page",
                    wrong);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    /** Returns the key as JSON. */
    public String text() {
        try {
            return RatingFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a key can be written as JSON", impossible);
        }
    }

    /** Returns the question. */
    RatingKind question() {
        return RatingKind.named(kind);
    }
}
