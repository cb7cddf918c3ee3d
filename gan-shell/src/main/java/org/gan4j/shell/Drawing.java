package org.gan4j.shell;

import java.awt.image.BufferedImage;

/**
 * An image as lines of text, no wider than a terminal: in color, each character is the upper half of a block, whose two
 * colors are those of two pixels, one above the other; elsewhere, each is a shade of both.
 */
final class Drawing {
    /** Shades from dark to bright, as seen on a dark terminal. */
    private static final String SHADES = " .:-=+*#%@";

    private static final char UPPER_HALF = '\u2580';
    private static final String RESET = "\u001b[0m";
    private static final int LEVELS = 256;

    private Drawing() {}

    static String of(BufferedImage image, Terminal terminal) {
        int[][] pixels = reduced(image, Math.min(image.getWidth(), terminal.width() - 1));
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < pixels.length; y += 2) {
            int[] upper = pixels[y];
            int[] lower = y + 1 < pixels.length ? pixels[y + 1] : new int[upper.length];
            text.append(terminal.colors() ? halfBlocks(upper, lower) : shades(upper, lower))
                    .append('\n');
        }
        return text.toString();
    }

    private static String halfBlocks(int[] upper, int[] lower) {
        StringBuilder line = new StringBuilder();
        for (int x = 0; x < upper.length; x++) {
            if (x == 0 || upper[x] != upper[x - 1]) {
                line.append(color(38, upper[x]));
            }
            if (x == 0 || lower[x] != lower[x - 1]) {
                line.append(color(48, lower[x]));
            }
            line.append(UPPER_HALF);
        }
        return line.append(RESET).toString();
    }

    private static String color(int place, int rgb) {
        return "\u001b[" + place + ";2;" + (rgb >> 16 & 255) + ";" + (rgb >> 8 & 255) + ";" + (rgb & 255) + "m";
    }

    private static String shades(int[] upper, int[] lower) {
        StringBuilder line = new StringBuilder();
        for (int x = 0; x < upper.length; x++) {
            int light = (luminance(upper[x]) + luminance(lower[x])) / 2;
            line.append(SHADES.charAt(light * SHADES.length() / LEVELS));
        }
        return line.toString().stripTrailing();
    }

    /** Returns the luma of ITU-R BT.601, from 0 to 255. */
    private static int luminance(int rgb) {
        return (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
    }

    /** Returns the pixels of the image, reduced to a width by the mean over areas, row by row. */
    private static int[][] reduced(BufferedImage image, int width) {
        int height = Math.max(1, (int) Math.round((double) image.getHeight() * width / image.getWidth()));
        int[][] pixels = new int[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y][x] = mean(
                        image,
                        x * image.getWidth() / width,
                        y * image.getHeight() / height,
                        (x + 1) * image.getWidth() / width,
                        (y + 1) * image.getHeight() / height);
            }
        }
        return pixels;
    }

    private static int mean(BufferedImage image, int left, int top, int right, int bottom) {
        int[] sums = new int[3];
        int count = 0;
        for (int y = top; y < Math.max(top + 1, bottom); y++) {
            for (int x = left; x < Math.max(left + 1, right); x++) {
                int rgb = rgb(image, x, y);
                sums[0] += rgb >> 16 & 255;
                sums[1] += rgb >> 8 & 255;
                sums[2] += rgb & 255;
                count++;
            }
        }
        return (sums[0] / count) << 16 | (sums[1] / count) << 8 | sums[2] / count;
    }

    /** Reads a gray pixel from the raster, as getRGB would change its gamma. */
    private static int rgb(BufferedImage image, int x, int y) {
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return 0x010101 * image.getRaster().getSample(x, y, 0);
        }
        return image.getRGB(x, y) & 0xFFFFFF;
    }
}
