package org.gan4j.data.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.PixelScaling;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.folder.PixelStore.Stored;

/**
 * Images of any sizes at their own resolution, or reduced, of which parts are read. Opening a folder decodes all its
 * images, on all cores. Gray images of 16 bits keep them; in color, 16 bits become 8. Only one thread may read at a time.
 */
public final class WholeImages implements AutoCloseable {
    private static final int COLORS = 3;
    private static final float HALF_OF_16_BITS = 32_767.5f;

    private record Kept(Optional<DataFile> file, int channels, int height, int width, int depth, Stored levels) {}

    private final List<Kept> images;
    private final int channels;
    private final List<SkippedItem> skipped;
    private final PixelStore store;

    private WholeImages(List<Kept> images, ColorMode colors, List<SkippedItem> skipped, PixelStore store) {
        boolean allGray = images.stream().allMatch(image -> image.channels() == 1);
        this.images = images;
        this.channels = colors == ColorMode.GRAY || colors == ColorMode.AUTO && allGray ? 1 : COLORS;
        this.skipped = skipped;
        this.store = store;
        store.seal();
    }

    /**
     * Decodes the images of a folder.
     *
     * @param smallest the shortest side that an image may have after it is reduced; smaller ones are skipped
     * @param reduce the whole factor by which height and width are reduced
     * @param budget in bytes; decoded images beyond it are kept in a temporary file
     * @throws IllegalArgumentException if there is no such folder or no usable image in it
     */
    public static WholeImages in(Path folder, int smallest, int reduce, ColorMode colors, long budget) {
        ImageDecoder decoder = new ImageDecoder(smallest * reduce);
        PixelStore store = new PixelStore(budget);
        try {
            ImageFiles.Decoded<Kept> decoded = ImageFiles.in(folder)
                    .decode((file, index) ->
                            kept(Optional.of(file.origin()), decoder.readWhole(file.file()), reduce, colors, store));
            List<Kept> usable =
                    decoded.results().stream().flatMap(Optional::stream).toList();
            return new WholeImages(usable, colors, decoded.skipped(), store);
        } catch (RuntimeException | Error problem) {
            store.close();
            throw problem;
        }
    }

    /** Returns images in memory, reduced by a whole factor. */
    public static WholeImages of(List<PixelImage> images, int reduce, ColorMode colors) {
        PixelStore store = new PixelStore(Long.MAX_VALUE);
        List<Kept> kept = images.stream()
                .map(image -> kept(Optional.empty(), RawImage.of(image), reduce, colors, store))
                .toList();
        return new WholeImages(kept, colors, List.of(), store);
    }

    private static Kept kept(Optional<DataFile> file, RawImage image, int reduce, ColorMode colors, PixelStore store) {
        RawImage own = (colors == ColorMode.GRAY ? image.gray() : image).reduced(reduce);
        return new Kept(file, own.channels(), own.height(), own.width(), own.depth(), store.put(own.levels()));
    }

    /** Returns the number of images. */
    public int size() {
        return images.size();
    }

    /** Returns the number of channels of all images: 1 or 3. */
    public int channels() {
        return channels;
    }

    /** Returns the height of an image in pixels. */
    public int height(int image) {
        return images.get(image).height();
    }

    /** Returns the width of an image in pixels. */
    public int width(int image) {
        return images.get(image).width();
    }

    /** Returns the files in the folder that could not be used. */
    public List<SkippedItem> skipped() {
        return skipped;
    }

    /** Returns the files of the images, in their order; none of images in memory. */
    public List<DataFile> files() {
        return images.stream().flatMap(image -> image.file().stream()).toList();
    }

    /**
     * Reads a square part of an image in [-1, 1].
     *
     * @param side the side of the square, which must lie within the image
     * @param to receives the values, [channels, side, side]
     */
    public void read(int image, int top, int left, int side, float[] to) {
        Kept kept = images.get(image);
        byte[] row = new byte[kept.depth() * side];
        for (int channel = 0; channel < channels; channel++) {
            int own = Math.min(channel, kept.channels() - 1);
            for (int y = 0; y < side; y++) {
                int start = (own * kept.height() + top + y) * kept.width() + left;
                kept.levels().read(kept.depth() * start, row, row.length);
                scale(row, kept.depth(), to, (channel * side + y) * side);
            }
        }
    }

    private static void scale(byte[] levels, int depth, float[] to, int at) {
        for (int i = 0; i < levels.length / depth; i++) {
            to[at + i] = depth == 1
                    ? PixelScaling.scaled(levels[i])
                    : ((levels[2 * i] & 0xFF) << Byte.SIZE | levels[2 * i + 1] & 0xFF) / HALF_OF_16_BITS - 1;
        }
    }

    /** Releases the temporary file, if there is one. */
    @Override
    public void close() {
        store.close();
    }
}
