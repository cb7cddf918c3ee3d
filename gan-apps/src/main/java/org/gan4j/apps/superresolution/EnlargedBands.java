package org.gan4j.apps.superresolution;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.data.photos.BandedImage;
import org.gan4j.data.photos.Photo;
import org.gan4j.data.photos.PixelLayout;
import org.gan4j.data.resampling.Bicubic;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** An enlarged photo, computed in bands: each is a row of tiles. */
final class EnlargedBands {
    private final Photo photo;
    private final Tiles tiles;
    private final int scale;
    private final Progress progress;
    private final PixelLayout layout;

    /** An enlarger of the colors of a tile, plane by plane in [-1, 1]. */
    @FunctionalInterface
    interface TileEnlarger {
        float[] enlarge(float[] planes, int colors);
    }

    /** Receives the number of tiles until now and in all. */
    @FunctionalInterface
    interface Progress {
        void tile(int done, int all);
    }

    EnlargedBands(Photo photo, Tiles tiles, int scale, Progress progress) {
        this.photo = photo;
        this.tiles = tiles;
        this.scale = scale;
        this.progress = progress;
        this.layout = photo.layout();
    }

    /**
     * Returns the enlarged photo.
     *
     * @throws IllegalArgumentException if a row of tiles would have too many samples for an array
     */
    BandedImage image(TileEnlarger enlarger) {
        long samples = (long) photo.width() * scale * tiles.core() * scale * layout.channels();
        if (samples > Integer.MAX_VALUE - 8 || (long) photo.height() * scale > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a photograph of " + photo.width() + "×" + photo.height()
                    + " is too large to be enlarged " + scale + " times: cut it into parts");
        }
        return new BandedImage(
                layout,
                photo.space(),
                Math.multiplyExact(photo.width(), scale),
                Math.multiplyExact(photo.height(), scale),
                Math.multiplyExact(tiles.core(), scale),
                band -> band(band, enlarger));
    }

    private Raster band(int row, TileEnlarger enlarger) {
        int columns = tiles.count(photo.width());
        int top = row * tiles.core();
        int height = Math.min(tiles.core(), photo.height() - top) * scale;
        WritableRaster band = layout.raster(photo.width() * scale, height);
        for (int column = 0; column < columns; column++) {
            int left = column * tiles.core();
            int width = Math.min(tiles.core(), photo.width() - left) * scale;
            float[] planes = read(left - tiles.margin(), top - tiles.margin());
            int plane = tiles.side() * tiles.side();
            float[] colors = Arrays.copyOf(planes, layout.colors() * plane);
            int[] samples = new int[width * height * layout.channels()];
            keepCore(enlarger.enlarge(colors, layout.colors()), layout.colors(), 0, width, samples);
            if (layout.alpha()) {
                float[] alpha = Arrays.copyOfRange(planes, colors.length, planes.length);
                keepCore(bicubic(alpha), 1, layout.colors(), width, samples);
            }
            band.setPixels(left * scale, 0, width, height, samples);
            progress.tile(row * columns + column + 1, columns * tiles.count(photo.height()));
        }
        return band;
    }

    private float[] bicubic(float[] tile) {
        int side = tiles.side();
        TensorData image = TensorData.of(tile, Shape.of(1, 1, side, side));
        return Bicubic.resized(image, side * scale, side * scale).toFloats();
    }

    /** Reads a tile as planes in [-1, 1]. Beyond its borders, the photo is reflected: c b a | a b c | c b a. */
    private float[] read(int left, int top) {
        int side = tiles.side();
        int channels = layout.channels();
        Raster samples = photo.samples();
        float[] planes = new float[channels * side * side];
        int[] columns = IntStream.range(left, left + side)
                .map(x -> reflected(x, photo.width()))
                .toArray();
        int first = Arrays.stream(columns).min().orElseThrow();
        int count = Arrays.stream(columns).max().orElseThrow() - first + 1;
        int[] row = new int[count * channels];
        for (int y = 0; y < side; y++) {
            samples.getPixels(first, reflected(top + y, photo.height()), count, 1, row);
            for (int x = 0; x < side; x++) {
                int from = (columns[x] - first) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    planes[(channel * side + y) * side + x] = 2f * row[from + channel] / layout.largest() - 1;
                }
            }
        }
        return planes;
    }

    private static int reflected(int at, int size) {
        int within = Math.floorMod(at, 2 * size);
        return within < size ? within : 2 * size - 1 - within;
    }

    /** Copies the core of an enlarged tile into interleaved samples, from this channel on. */
    private void keepCore(float[] enlarged, int planes, int channel, int width, int[] samples) {
        int side = tiles.side() * scale;
        int margin = tiles.margin() * scale;
        int channels = layout.channels();
        int pixels = samples.length / channels;
        for (int plane = 0; plane < planes; plane++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                int y = margin + pixel / width;
                int x = margin + pixel % width;
                samples[pixel * channels + channel + plane] = sample(enlarged[(plane * side + y) * side + x]);
            }
        }
    }

    /** Returns a sample, the inverse of {@code 2 v / largest - 1}. NaN becomes black. */
    private int sample(float value) {
        return (int) Math.max(0, Math.min(layout.largest(), Math.round((value + 1.0) / 2 * layout.largest())));
    }
}
