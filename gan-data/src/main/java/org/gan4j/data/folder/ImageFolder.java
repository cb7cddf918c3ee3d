package org.gan4j.data.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.Column;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Split;
import org.gan4j.api.plugin.FilePath;

/**
 * The images in a folder and its sub-folders: PNG, JPEG, GIF (the first frame), BMP, WebP and TIFF. {@code image} is
 * FLOAT C×size×size in [-1, 1]: the center square of each image, where every pixel is the average of the area that it covers.
 * Very large images are subsampled while decoding; EXIF orientation is applied; transparent areas become white.
 *
 * <p>The top-level sub-folders are the classes: {@code label} is the index of the sub-folder in sorted order, which is that of
 * numbers if all are numbers. Images beside at least two of them are skipped if they are fewer than those within; else no
 * image has a class. If all sub-folders are named {@code train}, {@code test}, {@code val}, {@code valid} or {@code
 * validation}, they are splits, and classes are the sub-folders of these. The images of <a
 * href="https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html">CelebA</a> are split by its list_eval_partition.txt. Samples are
 * sorted by path, in the same order on every platform. Unreadable files are listed in {@link Dataset#skipped()}; hidden files
 * are ignored.
 *
 * <p>Opening decodes all images, on all cores. Images that need more than a quarter of the maximum heap together are
 * kept in a temporary file.
 *
 * @param path path of the folder
 * @param size side in pixels; images with a shorter side are skipped. 0 keeps the size of the images, which must all be
 *     equal. Defaults to 64
 * @param colors the channels of the images; defaults to {@link ColorMode#AUTO}
 * @param split the part of a folder with splits: {@code train}, {@code test} (without it, {@code val}), or all; of no effect on
 *     other folders. Defaults to {@link Split#TRAIN}
 * @param enlarge whether images smaller than the size are enlarged by bicubic interpolation instead of skipped; false by
 *     default
 */
public record ImageFolder(@FilePath String path, int size, ColorMode colors, Split split, boolean enlarge)
        implements DataSource {
    private static final int LARGEST = 4096;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the path is blank, the size is out of range, or the colors are missing
     */
    public ImageFolder {
        if (path == null || path.isBlank()) {
            throw new IllegalArgumentException("an image folder needs the path of a folder");
        }
        if (size < 0 || size > LARGEST) {
            throw new IllegalArgumentException(
                    "the size of images must be from 1 to " + LARGEST + ", or 0 to keep their own size, not " + size);
        }
        if (colors == null) {
            throw new IllegalArgumentException("the colors of an image folder must be AUTO, GRAY or RGB");
        }
        split = split == null ? Split.TRAIN : split;
    }

    /**
     * Creates a folder whose training images are read, without those that are too small.
     *
     * @throws IllegalArgumentException if the path is blank, the size is out of range, or the colors are missing
     */
    public ImageFolder(String path, int size, ColorMode colors) {
        this(path, size, colors, Split.TRAIN, false);
    }

    /**
     * Returns the images of a folder as squares of this side, in color unless all are gray.
     *
     * @throws IllegalArgumentException if the size is out of range
     */
    public static ImageFolder of(Path path, int size) {
        return new ImageFolder(path.toString(), size, ColorMode.AUTO);
    }

    /** Returns a copy that reads another part of a folder with splits. */
    public ImageFolder split(Split part) {
        return new ImageFolder(path, size, colors, part, enlarge);
    }

    /** Returns a copy that enlarges images smaller than the size. */
    public ImageFolder enlarged() {
        return new ImageFolder(path, size, colors, split, true);
    }

    @Override
    public String name() {
        return "image-folder";
    }

    @Override
    public String summary() {
        return "PNG, JPEG, GIF, BMP, WebP and TIFF images in a folder; sub-folders are classes";
    }

    /**
     * Opens the folder.
     *
     * @throws IllegalArgumentException if there is no such folder, no such split or no usable image in it, or if the images
     *     keep their size and have different ones
     */
    @Override
    public Dataset open() {
        return open(Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * Opens the folder.
     *
     * @param budget in bytes; decoded images that need more are kept in a temporary file
     */
    Dataset open(long budget) {
        Path folder = Path.of(path);
        ImageFiles files = new FolderLayout(ImageFiles.in(folder), split).chosen();
        FolderImages images = new FolderReading(folder, new ImageDecoder(size, enlarge), colors, budget).decode(files);
        List<String> classes = images.classes(images.used());
        List<Column> columns = new ArrayList<>(List.of(images.column(images.used())));
        if (!classes.isEmpty()) {
            columns.add(images.labels(classes, images.used()));
        }
        return ColumnDataset.of(columns)
                .withClasses(classes)
                .withSkipped(images.skipped())
                .withFiles(images.origins(images.used()))
                .withClosing(images::close);
    }
}
