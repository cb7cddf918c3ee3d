package org.gan4j.cli.rating;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An image.
 *
 * @param uri a PNG file without metadata, as a data: URI
 */
record StillImage(String uri) implements Medium {
    static StillImage of(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory has no failures
        }
        return new StillImage("data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray()));
    }

    @Override
    public String name() {
        return "image";
    }
}
