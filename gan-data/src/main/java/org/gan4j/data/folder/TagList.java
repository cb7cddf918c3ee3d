package org.gan4j.data.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.Tags;
import org.gan4j.data.folder.FolderListing.Found;

/**
 * The tags of the images in a folder.
 *
 * @param source the file or files that list them, for messages
 * @param tags the tags of each image, by its path within the folder, or its name without folders
 * @param names those of these names that stand for an image in a sub-folder
 * @param isSource whether a file of the folder is one of those that list tags, by its path within the folder
 */
record TagList(String source, Map<String, Set<String>> tags, Set<String> names, Predicate<String> isSource) {
    /**
     * Reads the tags of images: from {@code tags.csv}, CelebA's list of attributes, or a text file beside each image.
     *
     * @throws IllegalArgumentException if there are none, or a file has a malformed line
     */
    static TagList in(ImageFiles files) {
        Path file = files.folder().resolve(TagFile.NAME);
        if (Files.isRegularFile(file)) {
            return TagFile.read(file).withNamesOf(files.found());
        }
        Optional<TagList> celeba = CelebaAttributes.in(files.folder());
        return celeba.or(() -> TagTexts.of(files.found()))
                .orElseThrow(() -> new IllegalArgumentException("there are no tags of the images in " + files.folder()
                        + ": write tags.csv, with a file and its tags on each line, or a text file with the tags of"
                        + " each image beside it, such as 1.txt beside 1.png"));
    }

    /** Returns the tags of a text in which each ends where the next character of a separator is. */
    static Set<String> split(String text, String separator) {
        Set<String> tags = new LinkedHashSet<>();
        for (String part : text.split(separator)) {
            String tag = Tags.name(part);
            if (!tag.isEmpty()) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /** Returns a copy in which a name without folders stands for the only image of this name, if it is no path of another. */
    private TagList withNamesOf(List<Found> images) {
        Map<String, Long> counts =
                images.stream().collect(Collectors.groupingBy(TagList::ownName, Collectors.counting()));
        Set<String> alone = tags.keySet().stream()
                .filter(name -> counts.getOrDefault(name, 0L) == 1)
                .collect(Collectors.toSet());
        return new TagList(source, tags, alone, isSource);
    }

    private static String ownName(Found image) {
        return image.name().substring(image.name().lastIndexOf('/') + 1);
    }

    private Optional<Set<String>> of(Found image) {
        Set<String> byPath = tags.get(image.name());
        String own = ownName(image);
        return Optional.ofNullable(byPath == null && names.contains(own) ? tags.get(own) : byPath);
    }

    /** Returns those of these images whose tags are known; the others are skipped. */
    ImageFiles tagged(ImageFiles files) {
        List<Found> known = new ArrayList<>();
        List<SkippedItem> others = new ArrayList<>(files.others());
        others.removeIf(item -> isSource.test(item.what()));
        for (Found image : files.found()) {
            if (of(image).isPresent()) {
                known.add(image);
            } else {
                others.add(new SkippedItem(image.name(), "has no tags in " + source));
            }
        }
        if (known.isEmpty()) {
            throw new IllegalArgumentException("none of the " + files.found().size() + " images in " + files.folder()
                    + " has tags in " + source + ": name the images there as they are named in the folder, such as "
                    + files.found().get(0).name());
        }
        return new ImageFiles(files.folder(), known, others);
    }

    /**
     * Returns the most frequent tags, in the order of their characters. Tags that all images or none have are left out.
     *
     * @throws IllegalArgumentException if no tag remains
     */
    List<String> mostFrequent(int most) {
        List<String> chosen = Tags.mostFrequent(tags.values(), most);
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no tag in " + source
                    + " is one that some images have and others lack: add tags that tell them apart");
        }
        return chosen;
    }

    /** Returns the column of these tags for images that are known. */
    Tags column(List<Found> images, List<String> names) {
        return Tags.of(images.stream().map(image -> of(image).orElseThrow()).toList(), names);
    }
}
