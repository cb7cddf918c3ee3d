package org.gan4j.data.degraded;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gan4j.api.data.images.PixelImage;

/** The losses of JPEG: an image is compressed in memory and read back. */
final class Jpeg {
    private static final float BEST = 100;

    private Jpeg() {}

    /**
     * Returns an image after compression.
     *
     * @param quality the quality of the Independent JPEG Group, 1 to 100
     */
    static PixelImage compressed(PixelImage image, int quality) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            write(image, quality, file);
            PixelImage read = PixelImage.of(
                    ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file.toByteArray()))));
            return image.channels() == 1 ? read.gray() : read.colored();
        } catch (IOException problem) {
            throw new UncheckedIOException("an image cannot be compressed as JPEG: " + problem, problem);
        }
    }

    private static void write(PixelImage image, int quality, ByteArrayOutputStream file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / BEST);
            writer.write(null, new IIOImage(buffered(image), null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage buffered(PixelImage image) {
        boolean gray = image.channels() == 1;
        BufferedImage buffered = new BufferedImage(
                image.width(), image.height(), gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        int size = image.height() * image.width();
        // the samples themselves, since Java would convert gray levels
        int[] samples = new int[size];
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int at = 0; at < size; at++) {
                samples[at] = image.levels()[channel * size + at] & 0xFF;
            }
            buffered.getRaster().setSamples(0, 0, image.width(), image.height(), channel, samples);
        }
        return buffered;
    }
}
