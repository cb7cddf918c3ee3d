package org.gan4j.data.folder;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.folder.ImageDecoder.Size;
import org.gan4j.data.formats.StoredImage;
import org.gan4j.data.formats.UnusableException;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/** Decodes the files of a folder, each into its slot. */
record FolderReading(Path folder, ImageDecoder decoder, ColorMode colors, long budget) {
    /** Returns the usable images of these files. The caller closes them, or a data set of them. */
    FolderImages decode(ImageFiles files) {
        int size = decoder.size();
        Size target = size > 0
                ? new Size(size, size)
                : CommonSize.of(files, file -> ImageDecoder.measure(StoredImage.of(file.file())));
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
            return new FolderImages(image, slots, files.found(), used, decoded.skipped());
        } catch (RuntimeException | Error problem) {
            slots.close();
            throw problem;
        }
    }

    /** Decodes a file into its slot, and returns whether it is gray. */
    private boolean isGray(Found file, Size target, Slots slots, int slot) throws UnusableException {
        PixelImage image = decoder.read(file.file());
        if (image.width() != target.width() || image.height() != target.height()) {
            throw new UnusableException("is not " + target + " like the others");
        }
        PixelImage kept = colors == ColorMode.GRAY ? image.gray() : image.colored();
        slots.put(slot, kept.levels());
        return image.channels() == 1;
    }
}
