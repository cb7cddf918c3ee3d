package org.gan4j.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.apps.images.ImageMapping;
import org.gan4j.apps.refinement.Refiner;
import org.gan4j.cli.ImagePairs.Pair;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.folder.ImageFile;
import org.gan4j.provenance.Imprint;
import org.gan4j.training.OutputDirectory;

/**
 * A folder whose images are refined into another one, with their labels: the tree of sub-folders stays, and annotation files
 * are copied as they are.
 *
 * @param images the images
 * @param annotations the files to copy
 * @param others the number of all other files, by their extension
 */
record RefinedFolder(List<Pair> images, List<Pair> annotations, Map<String, Integer> others) {
    private static final Set<String> ANNOTATIONS =
            Set.of("csv", "tsv", "json", "jsonl", "txt", "xml", "yaml", "yml", "npy");
    /** As many images are read at a time, or fewer large ones. */
    private static final int AT_A_TIME = 256;

    private static final int PIXELS_AT_A_TIME = 1_000_000;

    /**
     * Returns what is to do.
     *
     * @throws IllegalArgumentException if there is no folder or no image in it, or the output is not a new or empty folder
     *     outside of it
     */
    static RefinedFolder of(Path in, Path out) {
        if (Files.exists(in) && !Files.isDirectory(in)) {
            throw new IllegalArgumentException(in + " is a file: name the folder that it is in");
        }
        List<Pair> images = ImagePairs.of(in, out, true).pairs();
        OutputDirectory.at(out);
        List<Pair> annotations = new ArrayList<>();
        Map<String, Integer> others = new TreeMap<>();
        for (SkippedItem other : FolderListing.of(in).others()) {
            Path file = in.resolve(other.what());
            String extension = extension(other.what());
            if (ANNOTATIONS.contains(extension) && Files.isRegularFile(file)) {
                annotations.add(new Pair(other.what(), file, out.resolve(other.what())));
            } else {
                others.merge(extension.isEmpty() ? "without extension" : "." + extension, 1, Integer::sum);
            }
        }
        return new RefinedFolder(images, annotations, others);
    }

    private static String extension(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.substring(file.lastIndexOf('.') + 1 == 0 ? file.length() : file.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Refines the images and copies the annotations. An image that cannot be read is a warning.
     *
     * @param imprint the marks of the refined images
     * @return the number of images that were refined
     * @throws IllegalArgumentException if the refiner does not allow the size of an image
     * @throws UncheckedIOException if a file cannot be written
     */
    int refine(Refiner refiner, Imprint imprint, Consumer<String> warnings) {
        int done = 0;
        List<Pair> read = new ArrayList<>();
        List<PixelImage> waiting = new ArrayList<>();
        long pixels = 0;
        for (Pair pair : images) {
            try {
                PixelImage image = ImageFile.pixels(pair.from());
                ImageMapping.requireFits(image);
                read.add(pair);
                waiting.add(image);
                pixels += (long) image.width() * image.height();
            } catch (IllegalArgumentException unusable) {
                String why = unusable.getMessage();
                warnings.accept(why.contains(pair.from().toString()) ? why : pair.from() + ": " + why);
            }
            if (waiting.size() == AT_A_TIME || pixels >= PIXELS_AT_A_TIME) {
                done += write(refiner, imprint, read, waiting);
                pixels = 0;
            }
        }
        done += write(refiner, imprint, read, waiting);
        annotations.forEach(RefinedFolder::copy);
        warn(done, warnings);
        return done;
    }

    /** Refines and writes the images that wait, and forgets them. */
    private static int write(Refiner refiner, Imprint imprint, List<Pair> read, List<PixelImage> waiting) {
        int count = waiting.size();
        List<BufferedImage> refined = refiner.refine(waiting);
        for (int i = 0; i < count; i++) {
            imprint.write(read.get(i).to(), refined.get(i));
        }
        read.clear();
        waiting.clear();
        return count;
    }

    private static void copy(Pair file) {
        try {
            Files.createDirectories(file.to().toAbsolutePath().getParent());
            Files.copy(file.from(), file.to());
        } catch (IOException failed) {
            throw new UncheckedIOException(file.from() + " cannot be copied to " + file.to() + ": " + failed, failed);
        }
    }

    private void warn(int done, Consumer<String> warnings) {
        if (done < images.size()) {
            warnings.accept(RefineCommand.counted(images.size() - done, "image") + " of " + images.size()
                    + " could not be read and were left out");
        }
        if (!others.isEmpty()) {
            int sum = others.values().stream().mapToInt(count -> count).sum();
            String kinds = others.entrySet().stream()
                    .map(kind -> kind.getValue() + " " + kind.getKey())
                    .collect(Collectors.joining(", "));
            warnings.accept(RefineCommand.counted(sum, "file")
                    + (sum == 1
                            ? " is neither an image nor an annotation and was"
                            : " are neither images nor" + " annotations and were")
                    + " left out: " + kinds);
        }
        long renamed = images.stream()
                .filter(pair -> !pair.from().getFileName().equals(pair.to().getFileName()))
                .count();
        if (renamed > 0 && !annotations.isEmpty()) {
            warnings.accept(RefineCommand.counted((int) renamed, "image")
                    + " became .png; the copied annotations may name them by their former extension");
        }
    }
}
