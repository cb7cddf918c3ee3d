package org.gan4j.data.folder;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Labels;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.folder.ImageDecoder.Size;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/** Opens an {@link ImageFolder}: decodes each file into its slot, and makes samples of the usable ones. */
record FolderReading(Path folder, int size, ColorMode colors, long budget) {
    Dataset open() {
        ImageFiles files = ImageFiles.in(folder);
        Size target = size > 0
                ? new Size(size, size)
                : CommonSize.of(files, file -> new ImageDecoder(0).measure(file.file()));
        int pixels = Math.multiplyExact(target.width(), target.height());
        int channels = colors == ColorMode.GRAY ? 1 : 3;
        Slots slots = Slots.of(files.found().size(), (long) channels * pixels, budget);
        try {
            ImageFiles.Decoded<Boolean> decoded = files.decode((file, i) -> isGray(file, target, slots, i));
            int[] used = IntStream.range(0, files.found().size())
                    .filter(i -> decoded.results().get(i).isPresent())
                    .toArray();
            boolean allGray =
                    decoded.results().stream().flatMap(Optional::stream).allMatch(gray -> gray);
            int shown = colors == ColorMode.AUTO && allGray ? 1 : channels;
            slots.seal(shown * pixels);
            Field image = new Field(Field.IMAGE, DType.FLOAT, Shape.of(shown, target.height(), target.width()));
            return labeled(new SlotColumn(image, slots, used), files.found(), used)
                    .withSkipped(decoded.skipped())
                    .withClosing(slots::close);
        } catch (RuntimeException | Error problem) {
            slots.close();
            throw problem;
        }
    }

    /** Decodes a file into its slot, and returns whether it is gray. */
    private boolean isGray(Found file, Size target, Slots slots, int slot) throws UnusableException {
        PixelImage image = new ImageDecoder(size).read(file.file());
        if (image.width() != target.width() || image.height() != target.height()) {
            throw new UnusableException("is not " + target + " like the others");
        }
        PixelImage kept = colors == ColorMode.GRAY ? image.gray() : image.colored();
        slots.put(slot, kept.levels());
        return image.channels() == 1;
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
