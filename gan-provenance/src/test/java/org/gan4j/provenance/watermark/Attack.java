package org.gan4j.provenance.watermark;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Changes that images go through after they were written. */
final class Attack {
    private Attack() {}

    /** Encodes an image as JPEG in its own colors, and decodes it. */
    static BufferedImage jpeg(BufferedImage image, double quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality((float) quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
            out.flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            writer.dispose();
        }
    }

    /** Removes a fifth of an image: at one side, at two opposite ones, or around a window of the same form, by chance. */
    static BufferedImage crop(BufferedImage image, Random random) {
        int width = image.getWidth();
        int height = image.getHeight();
        return switch (random.nextInt(3)) {
            case 0 -> part(image, random, (int) (width * 0.8), height);
            case 1 -> part(image, random, width, (int) (height * 0.8));
            default -> part(image, random, (int) (width * Math.sqrt(0.8)), (int) (height * Math.sqrt(0.8)));
        };
    }

    private static BufferedImage part(BufferedImage image, Random random, int width, int height) {
        int left = random.nextInt(image.getWidth() - width + 1);
        int top = random.nextInt(image.getHeight() - height + 1);
        BufferedImage part = new BufferedImage(width, height, image.getType());
        part.setData(image.getData(new Rectangle(left, top, width, height)).createTranslatedChild(0, 0));
        return part;
    }

    /** Makes all levels brighter by a tenth. */
    static BufferedImage brighter(BufferedImage image) {
        BufferedImage brighter = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        int[] levels = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.min(255, levels[i] * 11 / 10);
        }
        brighter.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), levels);
        return brighter;
    }

    /** Reduces an image to nine tenths of its sides, by bilinear interpolation. */
    static BufferedImage smaller(BufferedImage image) {
        int width = image.getWidth() * 9 / 10;
        int height = image.getHeight() * 9 / 10;
        BufferedImage smaller = new BufferedImage(width, height, image.getType());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double right = Math.min(image.getWidth() - 1.001, (x + 0.5) / 0.9 - 0.5);
                double down = Math.min(image.getHeight() - 1.001, (y + 0.5) / 0.9 - 0.5);
                for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                    smaller.getRaster().setSample(x, y, band, between(image, right, down, band));
                }
            }
        }
        return smaller;
    }

    private static int between(BufferedImage image, double x, double y, int band) {
        int left = (int) x;
        int top = (int) y;
        double across = x - left;
        double down = y - top;
        double upper = (1 - across) * image.getRaster().getSample(left, top, band)
                + across * image.getRaster().getSample(left + 1, top, band);
        double lower = (1 - across) * image.getRaster().getSample(left, top + 1, band)
                + across * image.getRaster().getSample(left + 1, top + 1, band);
        return (int) Math.round((1 - down) * upper + down * lower);
    }
}
