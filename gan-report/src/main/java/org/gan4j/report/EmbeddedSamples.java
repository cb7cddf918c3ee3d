package org.gan4j.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gan4j.data.images.PngFiles;
import org.gan4j.tensor.io.Uninterrupted;

/**
 * Images of samples that are part of a page. Of a long run, these are evenly spaced ones, always with the first and the
 * last, as many as fit into a budget; a single image that is too large is made smaller.
 */
final class EmbeddedSamples {
    private static final int MOST = 60;
    private static final int SMALLER = 800;
    private static final int SMALLEST = 50;

    private final int budget;

    /**
     * @param budget the most bytes of all images together
     */
    EmbeddedSamples(int budget) {
        this.budget = budget;
    }

    /** Returns the images that fit, each as a data: address, in the order of their steps. */
    Map<SampleImage, String> of(List<SampleImage> all) {
        Map<SampleImage, String> embedded = new LinkedHashMap<>();
        for (SampleImage image : chosen(all)) {
            embedded.put(image, "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes(image)));
        }
        return embedded;
    }

    private List<SampleImage> chosen(List<SampleImage> all) {
        for (int count = Math.min(MOST, all.size()); count > 1; count--) {
            List<SampleImage> some = evenly(all, count);
            if (some.stream().mapToLong(EmbeddedSamples::size).sum() <= budget) {
                return some;
            }
        }
        return all.isEmpty() ? all : all.subList(all.size() - 1, all.size());
    }

    private static List<SampleImage> evenly(List<SampleImage> all, int count) {
        List<SampleImage> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(all.get((int) ((long) i * (all.size() - 1) / (count - 1))));
        }
        return some;
    }

    private static long size(SampleImage image) {
        try {
            return Files.size(image.file());
        } catch (IOException failed) {
            throw unreadable(image, failed);
        }
    }

    private byte[] bytes(SampleImage image) {
        try {
            byte[] bytes = Uninterrupted.get(() -> Files.readAllBytes(image.file()));
            if (bytes.length <= budget) {
                return bytes;
            }
            BufferedImage large = ImageIO.read(new ByteArrayInputStream(bytes));
            if (large == null) {
                throw new IOException("it is not an image");
            }
            int side = Math.min(SMALLER, Math.max(large.getWidth(), large.getHeight()));
            while (bytes.length > budget && side >= SMALLEST) {
                bytes = PngFiles.bytes(scaled(large, (double) side / Math.max(large.getWidth(), large.getHeight())));
                side /= 2;
            }
            return bytes;
        } catch (IOException failed) {
            throw unreadable(image, failed);
        }
    }

    private static BufferedImage scaled(BufferedImage large, double factor) {
        int width = Math.max(1, (int) Math.round(large.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(large.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(large, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static UncheckedIOException unreadable(SampleImage image, IOException failed) {
        return new UncheckedIOException("cannot read " + image.file() + ": " + failed, failed);
    }
}
