package org.gan4j.data.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.formats.ImageFormat;
import org.gan4j.data.formats.UnusableException;

/**
 * The image files of a folder, to be decoded on all cores.
 *
 * @param found at least one file with the extension of an image
 * @param others everything else in the folder
 */
record ImageFiles(Path folder, List<Found> found, List<SkippedItem> others) {
    private static final int FEW = 3;

    /**
     * Lists the files.
     *
     * @throws IllegalArgumentException if there is no such folder, or no image in it
     */
    static ImageFiles in(Path folder) {
        if (!Files.exists(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + " is a file, not a folder of images: give the folder that contains it");
        }
        FolderListing listing = FolderListing.of(folder);
        if (listing.images().isEmpty()) {
            throw nothing(folder, listing.others());
        }
        return new ImageFiles(folder, listing.images(), listing.others());
    }

    /** Decodes a file; called on several threads. */
    interface Decoding<T> {
        T decode(Found file, int index) throws UnusableException;
    }

    /**
     * The results of decoding.
     *
     * @param results one per file; empty if it cannot be used
     * @param skipped all that is in the folder but cannot be used
     */
    record Decoded<T>(List<Optional<T>> results, List<SkippedItem> skipped) {}

    /**
     * The outcome for a file.
     *
     * @param result null if the file is skipped
     * @param why the reason that it was skipped
     */
    private record Outcome<T>(T result, String why) {
        static final String LATER = "";
    }

    /**
     * Decodes all files.
     *
     * @throws IllegalArgumentException if none can be used
     */
    <T> Decoded<T> decode(Decoding<T> decoding) {
        List<Outcome<T>> outcomes = new ArrayList<>(IntStream.range(0, found.size())
                .parallel()
                .mapToObj(i -> decode(decoding, i, Outcome.LATER))
                .toList());
        List<SkippedItem> skipped = new ArrayList<>(others);
        for (int i = 0; i < outcomes.size(); i++) {
            if (Outcome.LATER.equals(outcomes.get(i).why())) {
                // one at a time, so that the memory left for a file does not depend on the others
                outcomes.set(i, decode(decoding, i, "needs more memory than Java has"));
            }
            if (outcomes.get(i).why() != null) {
                skipped.add(new SkippedItem(found.get(i).name(), outcomes.get(i).why()));
            }
        }
        skipped.sort(Comparator.comparing(SkippedItem::what));
        if (outcomes.stream().allMatch(each -> each.why() != null)) {
            throw nothing(folder, skipped);
        }
        return new Decoded<>(
                outcomes.stream()
                        .map(each -> Optional.ofNullable(each.result()))
                        .toList(),
                List.copyOf(skipped));
    }

    private <T> Outcome<T> decode(Decoding<T> decoding, int index, String crowded) {
        try {
            return new Outcome<>(decoding.decode(found.get(index), index), null);
        } catch (UnusableException unusable) {
            return new Outcome<>(null, unusable.getMessage());
        } catch (OutOfMemoryError much) {
            return new Outcome<>(null, crowded);
        }
    }

    private static IllegalArgumentException nothing(Path folder, List<SkippedItem> skipped) {
        if (skipped.isEmpty()) {
            return new IllegalArgumentException(
                    "the folder " + folder + " is empty: put " + ImageFormat.NAMES + " images into it");
        }
        String reasons = skipped.stream()
                .limit(FEW)
                .map(one -> one.what() + ": " + one.why())
                .collect(Collectors.joining("; "));
        return new IllegalArgumentException("none of the " + skipped.size() + " files in " + folder
                + " can be used as an image (" + reasons + (skipped.size() > FEW ? "; ..." : "") + ")");
    }
}
