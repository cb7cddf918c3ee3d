package org.gan4j.data.formats;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * An <a href="https://www.color.org/specification/ICC.1-2022-05.pdf">ICC profile</a> in a file.
 *
 * @param bytes the profile
 */
record ColorProfile(byte[] bytes) {
    private static final int HEADER = 132;
    private static final int CLASS = 12;
    private static final int SPACE = 16;
    private static final int NAME = 4;
    /** Profiles of scanners, of displays, of printers, and of color spaces. */
    private static final Set<String> OF_COLORS = Set.of("scnr", "mntr", "prtr", "spac");
    /** Rows that are converted at a time. */
    private static final int ROWS = 16;

    /**
     * Converts an image to sRGB, by the rendering intent that the profile states.
     *
     * @param gray whether the pixels are gray, for which only a profile of gray has a meaning
     * @throws UnusableException if the profile is damaged or of other colors
     */
    BufferedImage convert(BufferedImage image, boolean gray) throws UnusableException {
        String wanted = gray ? "GRAY" : "RGB ";
        if (bytes.length < HEADER || !OF_COLORS.contains(name(CLASS))) {
            throw new UnusableException("has a damaged color profile");
        }
        if (!name(SPACE).equals(wanted)) {
            throw new UnusableException("has a color profile of " + name(SPACE).strip() + " and pixels in "
                    + wanted.strip() + ", so that its colors are unknown; save it without the profile, or in sRGB");
        }
        try {
            ICC_Profile from = ICC_Profile.getInstance(bytes);
            ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            return convert(image, gray ? 1 : 3, new ColorConvertOp(new ICC_Profile[] {from, srgb}, null));
        } catch (IllegalArgumentException | CMMException damaged) {
            throw new UnusableException("has a damaged color profile", damaged);
        }
    }

    private String name(int at) {
        return new String(bytes, at, NAME, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage convert(BufferedImage image, int bands, ColorConvertOp conversion) {
        int width = image.getWidth();
        BufferedImage converted = Pixels.empty(image, image.getColorModel().hasAlpha());
        WritableRaster stored = Raster.createInterleavedRaster(0, width, ROWS, bands, null);
        WritableRaster srgb = Raster.createInterleavedRaster(0, width, ROWS, 3, null);
        int[] pixels = new int[width];
        int[][] alphas = new int[ROWS][width];
        int[] from = new int[width * bands];
        int[] to = new int[width * 3];
        for (int top = 0; top < image.getHeight(); top += ROWS) {
            int rows = Math.min(ROWS, image.getHeight() - top);
            for (int y = 0; y < rows; y++) {
                Pixels.read(image, top + y, pixels);
                for (int x = 0; x < width; x++) {
                    alphas[y][x] = pixels[x] & 0xFF000000;
                    for (int band = 0; band < bands; band++) {
                        from[x * bands + band] = pixels[x] >> 16 - 8 * band & 0xFF;
                    }
                }
                stored.setPixels(0, y, width, 1, from);
            }
            conversion.filter(stored, srgb);
            for (int y = 0; y < rows; y++) {
                srgb.getPixels(0, y, width, 1, to);
                for (int x = 0; x < width; x++) {
                    pixels[x] = alphas[y][x] | to[3 * x] << 16 | to[3 * x + 1] << 8 | to[3 * x + 2];
                }
                converted.setRGB(0, top + y, width, 1, pixels, 0, width);
            }
        }
        return converted;
    }
}
