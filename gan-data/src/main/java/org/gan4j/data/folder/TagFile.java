package org.gan4j.data.folder;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gan4j.data.numbers.Header;
import org.gan4j.data.numbers.Table;

/** The file {@code tags.csv} of a folder: a header, then the path of an image and its tags, with commas between them. */
final class TagFile {
    static final String NAME = "tags.csv";

    private static final String FILE = "file";
    private static final String TAGS = "tags";

    private TagFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it has not the columns file and tags, or lists an image twice
     */
    static TagList read(Path file) {
        Table table = Table.read(file, ',', Header.PRESENT);
        int image = table.place(FILE);
        int tags = table.place(TAGS);
        Map<String, Set<String>> all = new HashMap<>();
        for (Table.Row row : table.rows()) {
            String path = row.cells()[image].replaceFirst("^(\\./)+", "");
            if (all.put(path, TagList.split(row.cells()[tags], ",")) != null) {
                throw new IllegalArgumentException(
                        file + ", line " + row.line() + ", lists " + path + " again: remove one of its lines");
            }
        }
        return new TagList(NAME, all, Set.of(), NAME::equals);
    }
}
