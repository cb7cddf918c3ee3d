package org.gan4j.data.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * <p>The folder may also have the lists of <a href="https://www.image-net.org/challenges/LSVRC/2012/">ImageNet</a>: classes get
 * the words of LOC_synset_mapping.txt or synset_words.txt, and validation images in one folder the classes of LOC_val_solution.csv,
 * or of ILSVRC2012_validation_ground_truth.txt and map_clsloc.txt.
 *
 * <p>If tags are asked for, {@code tags} is FLOAT [T], 1 for each tag that an image has and 0 for the others. They are read from
 * {@code tags.csv}, from CelebA's list_attr_celeba.txt, or from a text file beside each image. Images without an entry are skipped;
 * an empty entry is an image without tags. Names are in lower case, with spaces for underscores.
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
 * @param tags the number of tags that are read, the most frequent ones; 0, the default, reads none
 */
public record ImageFolder(@FilePath String path, int size, ColorMode colors, Split split, boolean enlarge, int tags)
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
        if (tags < 0) {
            throw new IllegalArgumentException("the number of tags must be at least 1, or 0 for none, not " + tags);
        }
        split = split == null ? Split.TRAIN : split;
    }

    /**
     * Creates a folder whose tags are not read.
     *
     * @throws IllegalArgumentException if the path is blank, the size is out of range, or the colors are missing
     */
    public ImageFolder(String path, int size, ColorMode colors, Split split, boolean enlarge) {
        this(path, size, colors, split, enlarge, 0);
    }

    /**
     * Creates a folder whose training images are read, without those that are too small.
     *
     * @throws IllegalArgumentException if the path is blank, the size is out of range, or the colors are missing
     */
    public ImageFolder(String path, int size, ColorMode colors) {
        this(path, size, colors, Split.TRAIN, false, 0);
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
        return new ImageFolder(path, size, colors, part, enlarge, tags);
    }

    /** Returns a copy that enlarges images smaller than the size. */
    public ImageFolder enlarged() {
        return new ImageFolder(path, size, colors, split, true, tags);
    }

    /** Returns a copy with images in gray, in color, or as they are. */
    public ImageFolder colors(ColorMode mode) {
        return new ImageFolder(path, size, mode, split, enlarge, tags);
    }

    /**
     * Returns a copy with the field {@code tags}, of the most frequent tags.
     *
     * @param most the number of tags at most
     * @throws IllegalArgumentException if it is negative
     */
    public ImageFolder withTags(int most) {
        return new ImageFolder(path, size, colors, split, enlarge, most);
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
        ImageFiles all = ImageFiles.in(folder);
        Optional<TagList> list = tags == 0 ? Optional.empty() : Optional.of(TagList.in(all));
        List<String> names = list.map(known -> known.mostFrequent(tags)).orElse(List.of());
        ImageFiles chosen = new FolderLayout(all, split).chosen();
        ImageFiles files = list.map(known -> known.tagged(chosen)).orElse(chosen);
        FolderImages images = new FolderReading(folder, new ImageDecoder(size, enlarge), colors, budget).decode(files);
        List<String> classes = images.classes(images.used());
        List<Column> columns = new ArrayList<>(List.of(images.column(images.used())));
        if (!classes.isEmpty()) {
            columns.add(images.labels(classes, images.used()));
        }
        list.ifPresent(known -> columns.add(known.column(images.used(files.found()), names)));
        return ColumnDataset.of(columns)
                .withClasses(ImageNetLists.in(folder).named(classes))
                .withSkipped(images.skipped())
                .withFiles(images.origins(images.used()))
                .withClosing(images::close);
    }
}
