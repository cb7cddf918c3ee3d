package org.gan4j.data.letters;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The images of {@link Letters}. Outlines are filled, not text drawn, so that neither hinting nor the screen's settings
 * change them.
 *
 * @param outlines one of each character, at the origin and of any scale
 */
record LetterDrawing(List<Shape> outlines, int size) {
    private static final float LARGE = 256;
    private static final double MARGIN = 1.0 / 16;
    private static final Set<String> LOGICAL = Set.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");

    /**
     * Finds the outlines.
     *
     * @throws IllegalArgumentException if the machine has no fonts or not this one, or the font lacks a character
     */
    static LetterDrawing of(Letters letters) {
        try {
            Font font = font(letters);
            FontRenderContext context = new FontRenderContext(null, true, true);
            return new LetterDrawing(
                    Letters.CHARACTERS.stream()
                            .map(each -> font.createGlyphVector(context, each).getOutline())
                            .toList(),
                    letters.size());
        } catch (IllegalArgumentException unusable) {
            throw unusable;
        } catch (RuntimeException | LinkageError | InternalError none) {
            // Java throws any of these if it finds no font or no library to read fonts with
            throw new IllegalArgumentException(
                    "Java finds no fonts on this machine to draw letters with (" + none + "): install one, such as the"
                            + " packages fontconfig and fonts-dejavu-core of Debian",
                    none);
        }
    }

    private static Font font(Letters letters) {
        String name = letters.font().strip();
        if (!LOGICAL.contains(name.toLowerCase(Locale.ROOT))) {
            String[] families =
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT);
            if (Stream.of(families).noneMatch(name::equalsIgnoreCase)) {
                // Java would take another font in its place
                throw new IllegalArgumentException(
                        "there is no font " + name + " on this machine: choose Serif, SansSerif,"
                                + " Monospaced, or one of the installed " + String.join(", ", families));
            }
        }
        Font font = new Font(name, letters.style().java(), 1).deriveFont(LARGE);
        String all = String.join("", Letters.CHARACTERS);
        int missing = font.canDisplayUpTo(all);
        if (missing >= 0) {
            throw new IllegalArgumentException(
                    "the font " + name + " has no " + all.charAt(missing) + ": choose one with letters and digits");
        }
        return font;
    }

    /** Returns the gray levels of all characters, one image after the other. */
    byte[] levels() {
        AffineTransform scaling = scaling();
        byte[] levels = new byte[outlines.size() * size * size];
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        int[] pixels = new int[size * size];
        for (int i = 0; i < outlines.size(); i++) {
            draw(outlines.get(i), scaling, image);
            image.getRaster().getPixels(0, 0, size, size, pixels);
            for (int at = 0; at < pixels.length; at++) {
                levels[i * pixels.length + at] = (byte) pixels[at];
            }
        }
        return levels;
    }

    /** Returns the scale at which the largest character fits, and the baseline at which the highest and the lowest do. */
    private AffineTransform scaling() {
        double top = 0;
        double bottom = 0;
        double widest = 0;
        for (Shape outline : outlines) {
            Rectangle2D bounds = outline.getBounds2D();
            top = Math.min(top, bounds.getMinY());
            bottom = Math.max(bottom, bounds.getMaxY());
            widest = Math.max(widest, bounds.getWidth());
        }
        double scale = (1 - 2 * MARGIN) * size / Math.max(bottom - top, widest);
        AffineTransform scaling = AffineTransform.getTranslateInstance(0, (size - scale * (top + bottom)) / 2);
        scaling.scale(scale, scale);
        return scaling;
    }

    private void draw(Shape outline, AffineTransform scaling, BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, size, size);
        graphics.setColor(Color.BLACK);
        Shape scaled = scaling.createTransformedShape(outline);
        graphics.translate(size / 2.0 - scaled.getBounds2D().getCenterX(), 0);
        graphics.fill(scaled);
        graphics.dispose();
    }
}
