package org.gan4j.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file the Markdown file
 * @param text its text
 */
public record Page(Path file, String text) {
    /** The root of the repository. */
    public static final Path ROOT = Path.of("..");

    private static final String FENCE = "```";

    /**
     * A block of code.
     *
     * @param line the line in which its code begins
     * @param before the text above it
     */
    public record Block(int line, String language, String code, String before) {}

    /** Returns a page by its path in the repository. */
    public static Page of(String path) {
        return read(ROOT.resolve(path));
    }

    /** Returns all pages: the README and its neighbors, docs, and those of the examples. */
    public static List<Page> all() {
        return Stream.of(".", "docs", "examples")
                .flatMap(folder -> files(ROOT.resolve(folder).normalize(), folder.equals(".") ? 1 : Integer.MAX_VALUE))
                .map(Page::read)
                .toList();
    }

    private static Stream<Path> files(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".md"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the blocks of a language; "" is that of blocks without one, such as commands. */
    public List<Block> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                blocks.add(new Block(
                        i + 2,
                        lines.get(i).substring(FENCE.length()).strip(),
                        String.join("\n", lines.subList(i + 1, end)) + "\n",
                        String.join("\n", lines.subList(0, i))));
                i = end;
            }
        }
        return blocks;
    }

    /** Returns its path in the repository. */
    @Override
    public String toString() {
        return ROOT.normalize().relativize(file.normalize()).toString();
    }
}
