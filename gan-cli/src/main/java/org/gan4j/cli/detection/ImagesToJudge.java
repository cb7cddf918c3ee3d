package org.gan4j.cli.detection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Pixels;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.folder.FolderListing;
import org.gan4j.data.folder.FolderListing.Found;
import org.gan4j.data.folder.ImageFile;

/**
 * Image files that are to be called real or generated. They must have the size and the colors of the samples: resizing
 * would blur the traces that tell one from the other.
 *
 * @param names the names of the files
 * @param images the images, as the field {@code image}
 * @param leftOut the files that cannot be judged, with the reasons
 */
public record ImagesToJudge(List<String> names, Dataset images, List<SkippedItem> leftOut) {
    /** Copies the lists. */
    public ImagesToJudge {
        names = List.copyOf(names);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads a file, or all images of a folder.
     *
     * @param form the form of the samples, an image
     * @throws IllegalArgumentException if there is no such file or folder, or no image in it that can be judged
     */
    public static ImagesToJudge in(Path path, Field form) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "there is no file or folder " + path + ": name an image, or a folder of" + " images");
        }
        List<Found> found = Files.isDirectory(path)
                ? FolderListing.of(path).images()
                : List.of(new Found(String.valueOf(path.getFileName()), path));
        List<String> names = new ArrayList<>();
        List<byte[]> levels = new ArrayList<>();
        List<SkippedItem> leftOut = new ArrayList<>();
        for (Found each : found) {
            try {
                levels.add(levels(each.file(), form));
                names.add(each.name());
            } catch (IllegalArgumentException unusable) {
                leftOut.add(new SkippedItem(each.name(), unusable.getMessage().replace(each.file() + " ", "")));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("there is no image to judge in " + path
                    + (leftOut.isEmpty()
                            ? ""
                            : ": " + leftOut.get(0).what() + " "
                                    + leftOut.get(0).why())
                    + "; images must have the size and the colors of the samples, as gan sample writes them");
        }
        return new ImagesToJudge(names, ColumnDataset.of(List.of(new Pixels(form, joined(levels)))), leftOut);
    }

    private static byte[] levels(Path file, Field form) {
        PixelImage image = ImageFile.pixels(file).grayIfItIs();
        int height = form.shape().dim(1);
        int width = form.shape().dim(2);
        if (image.height() != height || image.width() != width) {
            throw new IllegalArgumentException(
                    "is " + image.width() + "×" + image.height() + ", and the samples are " + width + "×" + height);
        }
        boolean isGray = form.shape().dim(0) == 1;
        if (isGray && image.channels() != 1) {
            throw new IllegalArgumentException("is in color, and the samples are gray");
        }
        return (isGray ? image : image.colored()).levels();
    }

    private static byte[] joined(List<byte[]> images) {
        int size = images.get(0).length;
        byte[] all = new byte[Math.multiplyExact(images.size(), size)];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i), 0, all, i * size, size);
        }
        return all;
    }
}
