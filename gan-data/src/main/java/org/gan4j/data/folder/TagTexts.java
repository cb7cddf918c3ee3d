package org.gan4j.data.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.data.folder.FolderListing.Found;

/**
 * Text files with the tags of one image each, beside it: {@code 1.txt}, or {@code 1.png.txt}, is for {@code 1.png}. Tags
 * are separated by commas or lines; or, if no file has one of these within, by spaces, as those of Danbooru are.
 */
final class TagTexts {
    private static final String ENDING = ".txt";

    private TagTexts() {}

    /**
     * Reads the files of these images; empty if no image has one.
     *
     * @throws IllegalArgumentException if a file is not UTF-8 text
     */
    static Optional<TagList> of(List<Found> images) {
        Map<String, String> texts = new HashMap<>();
        for (Found image : images) {
            beside(image).ifPresent(file -> texts.put(image.name(), read(file)));
        }
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        boolean spaced = texts.values().stream().noneMatch(text -> text.strip().matches("(?s).*[,\n\r].*"));
        Map<String, Set<String>> tags = texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> TagList.split(each.getValue(), spaced ? "\\s+" : "[,\\n\\r]")));
        Set<String> sources = images.stream()
                .filter(image -> texts.containsKey(image.name()))
                .flatMap(image -> Stream.of(image.stem() + ENDING, image.name() + ENDING))
                .collect(Collectors.toSet());
        return Optional.of(new TagList("a text file beside the image", tags, Set.of(), sources::contains));
    }

    private static Optional<Path> beside(Found image) {
        Path own = image.file();
        String name = own.getFileName().toString();
        String stem = image.stem().substring(image.stem().lastIndexOf('/') + 1);
        return List.of(stem, name).stream()
                .map(each -> own.resolveSibling(each + ENDING))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replaceFirst("^\\uFEFF", "");
        } catch (CharacterCodingException foreign) {
            throw new IllegalArgumentException(file + " is not UTF-8 text: save it in this encoding", foreign);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }
}
