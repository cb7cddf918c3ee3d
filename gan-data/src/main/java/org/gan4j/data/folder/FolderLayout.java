package org.gan4j.data.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.Split;
import org.gan4j.data.folder.FolderListing.Found;

/**
 * The images of a part of a folder, each with its class. Sub-folders are splits if all of them are named so, and else the classes.
 * A few images beside at least two classes are no samples; if they are as many as those in classes, there are no classes.
 */
record FolderLayout(ImageFiles all, Split split) {
    /**
     * Returns the images of the part.
     *
     * @throws IllegalArgumentException if the folder has parts and not this one
     */
    ImageFiles chosen() {
        Optional<CelebaParts> celeba = CelebaParts.in(all.folder());
        if (celeba.isPresent()) {
            return celeba(celeba.get());
        }
        ImageNetLists lists = ImageNetLists.in(all.folder());
        SplitFolders folders = SplitFolders.of(all.found());
        if (!folders.isPresent()) {
            return labeled(all.found(), new ArrayList<>(all.others()));
        }
        Set<String> wanted = folders.of(split, all.folder());
        List<Found> inside = new ArrayList<>();
        List<SkippedItem> others = new ArrayList<>(all.others());
        others.removeIf(item -> ImageNetLists.isList(item.what()));
        Set<String> answered = all.found().stream()
                .filter(file -> lists.label(file).isPresent())
                .map(Found::subFolder)
                .collect(Collectors.toSet());
        for (Found file : all.found()) {
            String subFolder = file.subFolder();
            if (subFolder.isEmpty()) {
                others.add(new SkippedItem(file.name(), "is beside the sub-folders of splits, so it is in none"));
            } else if (wanted.contains(subFolder)) {
                String below = file.name().substring(subFolder.length() + 1);
                String label = Found.top(below).isEmpty() ? lists.label(file).orElse("") : Found.top(below);
                if (label.isEmpty() && answered.contains(subFolder)) {
                    others.add(new SkippedItem(
                            file.name(), "has no class in " + lists.answers().orElseThrow()));
                } else {
                    inside.add(file.of(label));
                }
            }
        }
        return labeled(inside, others);
    }

    private ImageFiles celeba(CelebaParts parts) {
        List<Found> chosen = new ArrayList<>();
        List<SkippedItem> others = new ArrayList<>(all.others());
        others.removeIf(item -> item.what().startsWith("list_"));
        for (Found file : all.found()) {
            if (!parts.lists(file.name())) {
                others.add(
                        new SkippedItem(file.name(), "is not in " + parts.file().getFileName()));
            } else if (parts.has(file.name(), split)) {
                chosen.add(file.of(""));
            }
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no image in " + all.folder() + " is of the part " + split + " in "
                    + parts.file() + ": set split to another part, or to ALL");
        }
        return new ImageFiles(all.folder(), chosen, others);
    }

    private ImageFiles labeled(List<Found> files, List<SkippedItem> others) {
        long outside = files.stream().filter(file -> file.label().isEmpty()).count();
        long classes = files.stream()
                .map(Found::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .count();
        if (outside == 0 || classes < 2 || 2 * outside >= files.size()) {
            return new ImageFiles(all.folder(), files, others);
        }
        List<Found> inside = new ArrayList<>();
        for (Found file : files) {
            if (file.label().isEmpty()) {
                others.add(new SkippedItem(file.name(), "is beside the sub-folders of classes, so it has no class"));
            } else {
                inside.add(file);
            }
        }
        return new ImageFiles(all.folder(), inside, others);
    }
}
