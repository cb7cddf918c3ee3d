package org.gan4j.data.folder;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.data.Tags;

/**
 * The attributes of <a href="https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html">CelebA</a>, as list_attr_celeba.txt lists them:
 * the number of images, the names of the 40 attributes, then for each image its name and 1 or -1 for each attribute. The
 * .csv of the same name has no first line, and commas.
 */
record CelebaAttributes(Path file, List<String> names, Map<String, Set<String>> images) {
    private static final List<String> FILES = List.of("list_attr_celeba.txt", "list_attr_celeba.csv");
    private static final String IMAGE = "image_id";

    /**
     * Returns the attributes of the images in a folder, if it is CelebA's.
     *
     * @throws IllegalArgumentException if the file has a malformed line
     */
    static Optional<TagList> in(Path folder) {
        return CelebaParts.file(folder, FILES)
                .map(CelebaAttributes::read)
                .map(read -> new TagList(
                        read.file.getFileName().toString(), read.images, read.images.keySet(), FILES::contains));
    }

    private static CelebaAttributes read(Path file) {
        List<String> lines = CelebaParts.lines(file);
        int header = lines.get(0).matches("\\s*\\d+\\s*") ? 1 : 0;
        if (lines.size() < header + 2) {
            throw new IllegalArgumentException(file + " lists no image: download it again");
        }
        List<String> names = List.of(cells(lines.get(header).replaceFirst("^" + IMAGE + "[\\s,]+", "")));
        CelebaAttributes read = new CelebaAttributes(file, names, new HashMap<>());
        for (int i = header + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read.add(i + 1, cells(lines.get(i)));
            }
        }
        if (header == 1 && Integer.parseInt(lines.get(0).strip()) != read.images.size()) {
            throw new IllegalArgumentException(file + " is for " + lines.get(0).strip() + " images, but lists "
                    + read.images.size() + ": download it again");
        }
        return read;
    }

    private static String[] cells(String line) {
        return line.strip().split("[\\s,]+");
    }

    private void add(int line, String... cells) {
        Set<String> tags = new HashSet<>();
        if (cells.length != names.size() + 1) {
            throw new IllegalArgumentException(file + ", line " + line + ", has " + (cells.length - 1)
                    + " attributes, not " + names.size() + ": download the file again");
        }
        for (int i = 1; i < cells.length; i++) {
            if (!cells[i].matches("-?1")) {
                throw new IllegalArgumentException(file + ", line " + line + ", has " + cells[i] + " for "
                        + names.get(i - 1) + ", not 1 or -1: download the file again");
            }
            if (cells[i].equals("1")) {
                tags.add(Tags.name(names.get(i - 1)));
            }
        }
        images.put(cells[0], tags);
    }
}
