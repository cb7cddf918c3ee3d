package org.gan4j.data.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lists that come with <a href="https://www.image-net.org/challenges/LSVRC/2012/">ImageNet</a>, if they are in the folder
 * above its parts: words for the IDs of the classes, such as {@code n01440764}, and the classes of validation images that are in
 * one folder.
 *
 * @param words the words of each class, by its ID; empty if there is no list of them
 * @param answers the name of the file with the classes of validation images; empty if there is none
 * @param classes the ID of each validation image, by its name without extension
 */
record ImageNetLists(Map<String, String> words, Optional<String> answers, Map<String, String> classes) {
    private static final List<String> WORDS = List.of("LOC_synset_mapping.txt", "synset_words.txt");
    private static final String SOLUTION = "LOC_val_solution.csv";
    private static final String GROUND_TRUTH = "ILSVRC2012_validation_ground_truth.txt";
    private static final String NUMBERS = "map_clsloc.txt";
    private static final List<String> OTHERS = List.of(SOLUTION, GROUND_TRUTH, NUMBERS);
    private static final Pattern NAMED = Pattern.compile("(n\\d{8})\\s+(\\S.*)");
    private static final Pattern NUMBERED = Pattern.compile("(n\\d{8})\\s+(\\d{1,9})\\s+(\\S+)\\s*");
    private static final Pattern SOLVED = Pattern.compile("([^,]+),(n\\d{8})\\b.*|ImageId,.*");
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,9})\\s*");
    private static final String IMAGE = "ILSVRC2012_val_%08d";

    /**
     * Reads the lists in a folder; all empty if there are none.
     *
     * @throws IllegalArgumentException if a line is malformed, or the numbers of classes have no list
     */
    static ImageNetLists in(Path folder) {
        Map<String, String> words = words(folder);
        Path solution = folder.resolve(SOLUTION);
        Path truth = folder.resolve(GROUND_TRUTH);
        if (Files.isRegularFile(solution)) {
            Map<String, String> classes = new HashMap<>();
            lines(solution, SOLVED, "an image, a comma and the ID of its class").stream()
                    .filter(line -> line.group(1) != null)
                    .forEach(line -> classes.put(line.group(1), line.group(2)));
            return new ImageNetLists(words, Optional.of(SOLUTION), classes);
        }
        return Files.isRegularFile(truth)
                ? new ImageNetLists(words, Optional.of(GROUND_TRUTH), numbered(truth, folder.resolve(NUMBERS)))
                : new ImageNetLists(words, Optional.empty(), Map.of());
    }

    private static Map<String, String> words(Path folder) {
        Map<String, String> words = new HashMap<>();
        WORDS.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .ifPresent(file -> lines(file, NAMED, "the ID of a class and its words")
                        .forEach(line -> words.put(line.group(1), line.group(2).strip())));
        return words;
    }

    private static Map<String, String> numbered(Path truth, Path numbers) {
        if (!Files.isRegularFile(numbers)) {
            throw new IllegalArgumentException(truth + " has the numbers of classes, whose IDs are in " + NUMBERS
                    + " of ImageNet's development kit: put this file beside it");
        }
        Map<Integer, String> ids = new HashMap<>();
        lines(numbers, NUMBERED, "the ID of a class, its number and its name")
                .forEach(line -> ids.put(Integer.valueOf(line.group(2)), line.group(1)));
        Map<String, String> classes = new HashMap<>();
        for (Matcher line : lines(truth, NUMBER, "the number of a class")) {
            String id = ids.get(Integer.valueOf(line.group(1)));
            if (id == null) {
                throw new IllegalArgumentException(truth + " has the class " + line.group(1) + ", which " + numbers
                        + " lacks: take both files from the same development kit");
            }
            classes.put(String.format(IMAGE, classes.size() + 1), id);
        }
        return classes;
    }

    private static List<Matcher> lines(Path file, Pattern form, String content) {
        List<Matcher> matched = new ArrayList<>();
        int number = 0;
        for (String line : CelebaParts.lines(file)) {
            number++;
            Matcher match = form.matcher(line);
            if (match.matches()) {
                matched.add(match);
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException(
                        file + ", line " + number + ", is not " + content + ": download the file again");
            }
        }
        return matched;
    }

    /** Returns the class of a validation image; empty if it is not listed. */
    Optional<String> label(FolderListing.Found image) {
        String stem = image.stem();
        return Optional.ofNullable(classes.get(stem.substring(stem.lastIndexOf('/') + 1)));
    }

    /**
     * Returns the names of classes: the words up to the first comma, such as {@code tench} for {@code n01440764}, with the ID if
     * several classes have the same, such as {@code crane (n02012849)}. A class without words keeps its name.
     */
    List<String> named(List<String> ids) {
        Map<String, Long> counts = new HashMap<>();
        words.values().forEach(each -> counts.merge(first(each), 1L, Long::sum));
        return ids.stream().map(id -> name(id, counts)).toList();
    }

    private String name(String id, Map<String, Long> counts) {
        if (!words.containsKey(id)) {
            return id;
        }
        String name = first(words.get(id));
        return counts.get(name) > 1 ? name + " (" + id + ")" : name;
    }

    private static String first(String words) {
        return words.replaceFirst(",.*", "");
    }

    /** Returns whether a file of the folder is one of the lists. */
    static boolean isList(String name) {
        return WORDS.contains(name) || OTHERS.contains(name);
    }
}
