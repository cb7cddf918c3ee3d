package org.gan4j.provenance.watermark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEGs of quality 75, of a whole image and of its parts without a fifth at one side. */
final class SimulatedChanges {
    private static final float QUALITY = 0.75f;
    private static final int FIFTH = 5;

    private SimulatedChanges() {}

    static Stream<Luma> of(Luma luma) {
        int width = luma.width();
        int height = luma.height();
        int across = (width + FIFTH - 1) / FIFTH;
        int down = (height + FIFTH - 1) / FIFTH;
        return Stream.of(
                        luma,
                        luma.part(across, 0, width, height),
                        luma.part(0, 0, width - across, height),
                        luma.part(0, down, width, height),
                        luma.part(0, 0, width, height - down))
                .map(SimulatedChanges::jpeg);
    }

    private static Luma jpeg(Luma luma) {
        BufferedImage image = new BufferedImage(luma.width(), luma.height(), BufferedImage.TYPE_BYTE_GRAY);
        int[] levels = new int[luma.values().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (int) Math.round(luma.values()[i]);
        }
        image.getRaster().setPixels(0, 0, luma.width(), luma.height(), levels);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
            out.flush();
            BufferedImage read =
                    ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            return new Luma(
                    luma.width(),
                    luma.height(),
                    read.getRaster().getPixels(0, 0, luma.width(), luma.height(), (double[]) null));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory has no failures
        } finally {
            writer.dispose();
        }
    }
}
