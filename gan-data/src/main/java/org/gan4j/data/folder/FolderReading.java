package org.gan4j.data.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.folder.ImageDecoder.Size;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/** Opens an {@link ImageFolder}: lists the files, decodes each into its slot, and makes samples of the usable ones. */
record FolderReading(Path folder, int size, ColorMode colors, long budget) {
    private static final int FEW = 3;

    Dataset open() {
        requireFolder();
        FolderListing listing = FolderListing.of(folder);
        List<Found> files = listing.images();
        List<SkippedItem> skipped = new ArrayList<>(listing.others());
        if (files.isEmpty()) {
            throw nothing(skipped);
        }
        Size target = size > 0 ? new Size(size, size) : commonSize(files);
        int pixels = Math.multiplyExact(target.width(), target.height());
        int channels = colors == ColorMode.GRAY ? 1 : 3;
        Slots slots = Slots.of(files.size(), (long) channels * pixels, budget);
        try {
            List<Decoded> decoded = decode(files, target, slots);
            int[] used = IntStream.range(0, files.size())
                    .filter(i -> decoded.get(i).why() == null)
                    .toArray();
            for (int i = 0; i < files.size(); i++) {
                if (decoded.get(i).why() != null) {
                    skipped.add(
                            new SkippedItem(files.get(i).name(), decoded.get(i).why()));
                }
            }
            skipped.sort(Comparator.comparing(SkippedItem::what));
            if (used.length == 0) {
                throw nothing(skipped);
            }
            boolean allGray = IntStream.of(used).allMatch(i -> decoded.get(i).gray());
            int shown = colors == ColorMode.AUTO && allGray ? 1 : channels;
            slots.seal(shown * pixels);
            Field image = new Field(Field.IMAGE, DType.FLOAT, Shape.of(shown, target.height(), target.width()));
            return labeled(new SlotColumn(image, slots, used), files, used)
                    .withSkipped(skipped)
                    .withClosing(slots::close);
        } catch (RuntimeException | Error problem) {
            slots.close();
            throw problem;
        }
    }

    private void requireFolder() {
        if (!Files.exists(folder)) {
            throw new IllegalArgumentException("there is no folder " + folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    folder + " is a file, not a folder of images: give the folder that contains it");
        }
    }

    /**
     * The outcome for a file.
     *
     * @param why the reason that it was skipped, or null if it was decoded
     */
    private record Decoded(boolean gray, String why) {
        static final Decoded LATER = new Decoded(false, "");
    }

    private List<Decoded> decode(List<Found> files, Size target, Slots slots) {
        List<Decoded> decoded = new ArrayList<>(IntStream.range(0, files.size())
                .parallel()
                .mapToObj(i -> {
                    try {
                        return decode(files.get(i), target, slots, i);
                    } catch (OutOfMemoryError crowded) {
                        return Decoded.LATER;
                    }
                })
                .toList());
        // one at a time, so that the memory left for a file does not depend on the others
        for (int i = 0; i < decoded.size(); i++) {
            if (decoded.get(i).equals(Decoded.LATER)) {
                try {
                    decoded.set(i, decode(files.get(i), target, slots, i));
                } catch (OutOfMemoryError much) {
                    decoded.set(i, new Decoded(false, "needs more memory than Java has"));
                }
            }
        }
        return decoded;
    }

    private Decoded decode(Found file, Size target, Slots slots, int slot) {
        try {
            PixelImage image = new ImageDecoder(size).read(file.file());
            if (image.width() != target.width() || image.height() != target.height()) {
                return new Decoded(false, "is not " + target + " like the others");
            }
            PixelImage kept = colors == ColorMode.GRAY ? image.gray() : image.colored();
            slots.put(slot, kept.levels());
            return new Decoded(image.channels() == 1, null);
        } catch (UnusableException unusable) {
            return new Decoded(false, unusable.getMessage());
        }
    }

    /** Returns the common size of all readable images. */
    private Size commonSize(List<Found> files) {
        ImageDecoder reader = new ImageDecoder(size);
        record Measured(Found file, Size size) {}
        List<Measured> measured = files.parallelStream()
                .map(file -> {
                    try {
                        return new Measured(file, reader.measure(file.file()));
                    } catch (UnusableException unusable) {
                        return null;
                    }
                })
                .filter(Objects::nonNull)
                .toList();
        if (measured.isEmpty()) {
            // decoding reports the reasons
            return new Size(1, 1);
        }
        Measured first = measured.get(0);
        for (Measured other : measured) {
            if (!other.size().equals(first.size())) {
                throw new IllegalArgumentException("the images in " + folder + " have different sizes: "
                        + first.file().name() + " is " + first.size() + " and "
                        + other.file().name() + " is " + other.size()
                        + "; give a size, such as 64, to scale them to");
            }
        }
        return first.size();
    }

    private IllegalArgumentException nothing(List<SkippedItem> skipped) {
        if (skipped.isEmpty()) {
            return new IllegalArgumentException(
                    "the folder " + folder + " is empty: put PNG, JPEG, GIF, BMP or WebP images into it");
        }
        String reasons = skipped.stream()
                .limit(FEW)
                .map(one -> one.what() + ": " + one.why())
                .collect(Collectors.joining("; "));
        return new IllegalArgumentException("none of the " + skipped.size() + " files in " + folder
                + " can be used as an image (" + reasons + (skipped.size() > FEW ? "; ..." : "") + ")");
    }

    /** Returns the data set, with the sub-folders as classes if every image is in one. */
    private static ColumnDataset labeled(Column images, List<Found> files, int[] used) {
        List<String> subFolders = IntStream.of(used)
                .mapToObj(i -> files.get(i).subFolder())
                .distinct()
                .sorted()
                .toList();
        if (subFolders.contains("")) {
            return ColumnDataset.of(List.of(images));
        }
        Map<String, Integer> numbers = new HashMap<>();
        subFolders.forEach(name -> numbers.put(name, numbers.size()));
        int[] labels = IntStream.of(used)
                .map(i -> numbers.get(files.get(i).subFolder()))
                .toArray();
        return ColumnDataset.of(List.of(images, new Labels(labels))).withClasses(subFolders);
    }
}
