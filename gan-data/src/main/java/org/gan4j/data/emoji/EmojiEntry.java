package org.gan4j.data.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One row of the table of emoji.
 *
 * @param tile the index of its image in the atlas
 * @param test whether it is kept back
 * @param subgroup its subgroup in Unicode's list
 * @param label its name, such as {@code red heart}
 * @param tags words that describe it; may be empty
 */
record EmojiEntry(int tile, boolean test, String subgroup, String label, List<String> tags) {
    private static final String FILE = "emoji.tsv";

    /** Returns all entries. */
    static List<EmojiEntry> all() {
        try (InputStream in = EmojiAtlas.resource(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> rows = reader.lines().skip(1).toList();
            return IntStream.range(0, rows.size())
                    .mapToObj(tile -> of(tile, rows.get(tile)))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(FILE + " cannot be read: " + problem, problem);
        }
    }

    /** Returns the entry of a row: code points, split, subgroup, label, tags. */
    private static EmojiEntry of(int tile, String row) {
        String[] cells = row.split("\t", -1);
        List<String> tags = cells[4].isEmpty() ? List.of() : List.of(cells[4].split(", "));
        return new EmojiEntry(tile, cells[1].equals("test"), cells[2], cells[3], tags);
    }
}
