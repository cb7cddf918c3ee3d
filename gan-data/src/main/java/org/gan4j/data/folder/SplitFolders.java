package org.gan4j.data.folder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.data.Split;
import org.gan4j.data.folder.FolderListing.Found;

/**
 * The sub-folders {@code train}, {@code test} and {@code val} (also {@code valid}, {@code validation}) of a folder that has no
 * others with images.
 *
 * @param names the names of the sub-folders, as they are written, by these words
 */
record SplitFolders(Map<String, String> names) {
    private static final String TRAIN = "train";
    private static final String TEST = "test";
    private static final List<String> KEPT_BACK = List.of(TEST, "val", "valid", "validation");

    /** Returns the split of these images; without any sub-folder if they are in classes or in no sub-folders. */
    static SplitFolders of(List<Found> images) {
        Set<String> subFolders = images.stream()
                .map(Found::subFolder)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        Set<String> known = subFolders.stream().map(SplitFolders::word).collect(Collectors.toSet());
        boolean split = known.size() == subFolders.size()
                && known.stream().allMatch(word -> word.equals(TRAIN) || KEPT_BACK.contains(word));
        return new SplitFolders(
                split ? subFolders.stream().collect(Collectors.toMap(SplitFolders::word, name -> name)) : Map.of());
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean isPresent() {
        return !names.isEmpty();
    }

    /**
     * Returns the sub-folders of a part.
     *
     * @throws IllegalArgumentException if there are none
     */
    Set<String> of(Split part, Object folder) {
        if (part == Split.ALL) {
            return Set.copyOf(names.values());
        }
        List<String> wanted = part == Split.TRAIN ? List.of(TRAIN) : KEPT_BACK;
        return wanted.stream()
                .filter(names::containsKey)
                .findFirst()
                .map(word -> Set.of(names.get(word)))
                .orElseThrow(() -> new IllegalArgumentException("there is no sub-folder "
                        + (part == Split.TRAIN ? TRAIN : "test or val") + " with images in " + folder + ", which has "
                        + String.join(", ", names.values().stream().sorted().toList())
                        + ": set split to another part, or to ALL, or give one of these folders"));
    }
}
