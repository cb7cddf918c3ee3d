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
import org.gan4j.api.data.Split;

/**
 * The parts of <a href="https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html">CelebA</a>, which a file lists: 0 is for training, 1 for
 * validation, and 2 for testing.
 *
 * @param file the file
 * @param parts the part of each image, by its name without folders
 * @param keptBack the part that stands for the test: the one for validation if there is no other
 */
record CelebaParts(Path file, Map<String, Integer> parts, int keptBack) {
    private static final String IMAGES = "img_align_celeba";
    private static final List<String> FILES = List.of("list_eval_partition.txt", "list_eval_partition.csv");
    private static final int VALIDATION = 1;
    private static final int TEST = 2;

    /**
     * Returns the parts of the images in a folder, if it is CelebA's folder of images or one above, and their file is in it or,
     * for the folder of images, beside it.
     *
     * @throws IllegalArgumentException if the file has a malformed line
     */
    static Optional<CelebaParts> in(Path folder) {
        return file(folder, FILES).map(CelebaParts::read);
    }

    /** Returns the first of these files for the images in a folder, if it is CelebA's. */
    static Optional<Path> file(Path folder, List<String> names) {
        Path absolute = folder.toAbsolutePath().normalize();
        boolean isImages = absolute.getFileName() != null && absolute.endsWith(IMAGES);
        if (!isImages && !Files.isDirectory(folder.resolve(IMAGES))) {
            return Optional.empty();
        }
        return (isImages && absolute.getParent() != null ? List.of(folder, absolute.getParent()) : List.of(folder))
                .stream()
                        .flatMap(place -> names.stream().map(place::resolve))
                        .filter(Files::isRegularFile)
                        .findFirst();
    }

    private static CelebaParts read(Path file) {
        Map<String, Integer> parts = new HashMap<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String[] cells = line.strip().split("[\\s,]+");
            boolean header = number == 1 && cells[0].equals("image_id");
            if (line.isBlank() || header) {
                continue;
            }
            if (cells.length != 2 || !cells[1].matches("[012]")) {
                throw new IllegalArgumentException(file + ", line " + number
                        + ", is not the name of an image and its part, 0, 1 or 2: download the file again");
            }
            parts.put(cells[0], Integer.valueOf(cells[1]));
        }
        return new CelebaParts(file, parts, parts.containsValue(TEST) ? TEST : VALIDATION);
    }

    /**
     * Returns the lines of a list; at least one, which may be blank.
     *
     * @throws IllegalArgumentException if it is not UTF-8 text
     */
    static List<String> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? List.of("") : lines;
        } catch (CharacterCodingException foreign) {
            throw new IllegalArgumentException(file + " is not UTF-8 text: download it again", foreign);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }

    boolean lists(String path) {
        return parts.containsKey(name(path));
    }

    /** Returns whether an image belongs to a part. */
    boolean has(String path, Split part) {
        int own = parts.get(name(path));
        return part == Split.ALL || own == (part == Split.TRAIN ? 0 : keptBack);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
