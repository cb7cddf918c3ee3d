package org.gan4j.data.emoji;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.gan4j.api.data.images.PixelImage;

/**
 * All emoji in one image, row by row.
 *
 * @param levels the pixels, C×H×W
 * @param width the width in pixels
 * @param height the height in pixels
 */
record EmojiAtlas(byte[] levels, int width, int height) {
    /** The side of a tile in pixels. */
    static final int SIDE = 32;

    private static final String FILE = "noto-32.png";
    private static final int CHANNELS = 3;

    static EmojiAtlas read() {
        try (InputStream in = resource(FILE)) {
            PixelImage image = PixelImage.of(ImageIO.read(in)).colored();
            return new EmojiAtlas(image.levels(), image.width(), image.height());
        } catch (IOException problem) {
            throw new UncheckedIOException(FILE + " cannot be read: " + problem, problem);
        }
    }

    /**
     * Opens a resource beside this class.
     *
     * @throws IllegalArgumentException if it is missing
     */
    static InputStream resource(String file) {
        InputStream in = EmojiAtlas.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalArgumentException(
                    "the resource " + file + " is missing next to Emoji.class: build gan-data with its resources");
        }
        return in;
    }

    /** Returns the pixels of these tiles, [N, C, SIDE, SIDE]. */
    byte[] tiles(int... indices) {
        byte[] tiles = new byte[indices.length * CHANNELS * SIDE * SIDE];
        int columns = width / SIDE;
        int at = 0;
        for (int index : indices) {
            int top = index / columns * SIDE;
            int left = index % columns * SIDE;
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int y = 0; y < SIDE; y++) {
                    System.arraycopy(levels, (channel * height + top + y) * width + left, tiles, at, SIDE);
                    at += SIDE;
                }
            }
        }
        return tiles;
    }
}
