package org.gan4j.data.crops;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.ColumnDataset;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.plugin.FilePath;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.folder.WholeImages;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Random square crops of photographs at their own resolution, or reduced, for super-resolution: {@code image} is FLOAT
 * C×size×size in [-1, 1]. The photographs are the images of a folder and its sub-folders, of any sizes, or the ones that
 * are included in this library. Smaller images than a crop are listed in {@link Dataset#skipped()}. Gray images of 16 bits
 * keep them.
 *
 * <p>The image, the place and the symmetry of sample i are a pure function of the images, the seed and i, so nothing is stored,
 * and a resumed run sees the same crops as long as the images stay. Opening decodes all images, on all cores.
 *
 * @param path path of the folder; empty means the photographs in this library, which is the default
 * @param size side of a crop in pixels; 96 by default, as in <a href="https://arxiv.org/abs/1609.04802">SRGAN</a>
 * @param reduce whole factor by which the images are reduced first, each pixel becoming the mean of a square; 1 by default.
 *     Large photographs are soft at their own resolution: a generator learns more from them reduced
 * @param perImage number of crops of each image; 1000 by default
 * @param flips whether crops are mirrored at random, which is the default
 * @param rotations whether crops are turned by quarters at random, which is the default
 * @param colors the channels of the images; defaults to {@link ColorMode#AUTO}
 * @param memory megabytes of decoded pixels to keep on the heap; images beyond it are kept in a temporary file. 0, the
 *     default, means a quarter of the maximum heap
 * @param seed the seed that draws the crops; 1 by default
 */
public record ImageCrops(
        @FilePath String path,
        int size,
        int reduce,
        int perImage,
        boolean flips,
        boolean rotations,
        ColorMode colors,
        int memory,
        long seed)
        implements DataSource {
    private static final int SIZE = 96;
    private static final int PER_IMAGE = 1000;
    private static final int LARGEST = 4096;
    private static final int MOST_REDUCED = 64;
    private static final long MEGABYTE = 1_000_000;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the size, the factor, the number of crops, or the memory is out of range, or if the
     *     colors are missing
     */
    public ImageCrops {
        path = path == null ? "" : path.strip();
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("the size of crops must be from 1 to " + LARGEST + ", not " + size);
        }
        if (reduce < 1 || reduce > MOST_REDUCED) {
            throw new IllegalArgumentException(
                    "photographs can be reduced by a factor from 1 to " + MOST_REDUCED + ", not " + reduce);
        }
        if (perImage < 1) {
            throw new IllegalArgumentException("there must be at least 1 crop per image, not " + perImage);
        }
        if (memory < 0) {
            throw new IllegalArgumentException("the memory of image crops must be at least 0 megabytes, not " + memory);
        }
        if (colors == null) {
            throw new IllegalArgumentException("the colors of image crops must be AUTO, GRAY or RGB");
        }
    }

    /** Returns crops of the photographs in this library, with the defaults of all settings. */
    public static ImageCrops embedded() {
        return new ImageCrops("", SIZE, 1, PER_IMAGE, true, true, ColorMode.AUTO, 0, 1);
    }

    /** Returns crops of the images of a folder, with the defaults of all other settings. */
    public static ImageCrops of(Path folder) {
        return embedded().path(folder.toString());
    }

    /** Returns a copy with the images of another folder; empty means the photographs in this library. */
    public ImageCrops path(String folder) {
        return new ImageCrops(folder, size, reduce, perImage, flips, rotations, colors, memory, seed);
    }

    /**
     * Returns a copy with another side of the crops in pixels.
     *
     * @throws IllegalArgumentException if the size is out of range
     */
    public ImageCrops size(int side) {
        return new ImageCrops(path, side, reduce, perImage, flips, rotations, colors, memory, seed);
    }

    /**
     * Returns a copy whose images are reduced by a whole factor first.
     *
     * @throws IllegalArgumentException if the factor is out of range
     */
    public ImageCrops reduce(int factor) {
        return new ImageCrops(path, size, factor, perImage, flips, rotations, colors, memory, seed);
    }

    /**
     * Returns a copy with another number of crops of each image.
     *
     * @throws IllegalArgumentException if there is no crop
     */
    public ImageCrops perImage(int crops) {
        return new ImageCrops(path, size, reduce, crops, flips, rotations, colors, memory, seed);
    }

    /** Returns a copy whose crops are neither mirrored nor turned. */
    public ImageCrops upright() {
        return new ImageCrops(path, size, reduce, perImage, false, false, colors, memory, seed);
    }

    /**
     * Returns a copy with other colors.
     *
     * @throws IllegalArgumentException if the colors are missing
     */
    public ImageCrops colors(ColorMode mode) {
        return new ImageCrops(path, size, reduce, perImage, flips, rotations, mode, memory, seed);
    }

    /** Returns a copy with another seed, which draws other crops. */
    public ImageCrops seed(long number) {
        return new ImageCrops(path, size, reduce, perImage, flips, rotations, colors, memory, number);
    }

    /** Returns the same crops of another folder of images; other kinds of data are returned as they are. */
    @Override
    public DataSource over(DataSource other) {
        if (other instanceof ImageFolder folder) {
            return path(folder.path()).colors(folder.colors() == ColorMode.AUTO ? colors : folder.colors());
        }
        return other;
    }

    @Override
    public String name() {
        return "image-crops";
    }

    @Override
    public Optional<String> license() {
        return path.isEmpty() ? Optional.of("photographs of Ubuntu Touch: CC BY 4.0 and CC0 1.0") : Optional.empty();
    }

    @Override
    public String summary() {
        return "random crops of photographs at their own resolution; some are included";
    }

    /**
     * Opens the images.
     *
     * @throws IllegalArgumentException if there are no usable images, or more crops than can be numbered
     */
    @Override
    public Dataset open() {
        return open(memory == 0 ? Runtime.getRuntime().maxMemory() / 4 : memory * MEGABYTE);
    }

    /**
     * Opens the images.
     *
     * @param budget in bytes; decoded images beyond it are kept in a temporary file
     */
    Dataset open(long budget) {
        WholeImages images =
                path.isEmpty() ? embeddedImages() : WholeImages.in(Path.of(path), size, reduce, colors, budget);
        if ((long) images.size() * perImage > Integer.MAX_VALUE) {
            images.close();
            throw new IllegalArgumentException(perImage + " crops of each of " + images.size()
                    + " images are more than can be numbered: choose fewer per image");
        }
        Field field = new Field(Field.IMAGE, DType.FLOAT, Shape.of(images.channels(), size, size));
        return ColumnDataset.of(List.of(new CropColumn(field, images, this)))
                .withSkipped(images.skipped())
                .withFiles(images.files())
                .withClosing(images::close);
    }

    private WholeImages embeddedImages() {
        List<PixelImage> photographs = EmbeddedPhotographs.read();
        int shortest = photographs.stream()
                .mapToInt(each -> Math.min(each.height(), each.width()))
                .min()
                .orElseThrow();
        if (size > shortest / reduce) {
            throw new IllegalArgumentException("the included photographs have crops of at most " + shortest / reduce
                    + " pixels, not " + size + ": choose a smaller size, or the path of larger images");
        }
        return WholeImages.of(photographs, reduce, colors);
    }
}
