package org.gan4j.data.images;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gan4j.tensor.io.AtomicFile;

/**
 * Writes images as an animated <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF</a> that repeats forever. The
 * file is written atomically, and equal images give equal bytes. Grays are exact; of colors, each frame has its own 256.
 */
public final class GifFiles {
    /** The side that small images are enlarged to, at most. */
    private static final int VISIBLE = 256;

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int HUNDREDTH = 10;
    /** Repeats without end: an identifier, then the number of repetitions, 0. */
    private static final byte[] FOREVER = {1, 0, 0};

    private GifFiles() {}

    /**
     * Writes frames. Images of less than 256 pixels a side are enlarged, each pixel to a square of the same size.
     *
     * @param frames the images, all of one size, gray or in color
     * @param delay the time that each is shown, in hundredths of a second; browsers show 20 ms at least
     * @param comment a text that the file holds, ASCII; none if empty
     * @throws IllegalArgumentException if there are no frames, or of different sizes, or the delay is below 10 ms or above
     *     655 s
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, List<BufferedImage> frames, Duration delay, String comment) {
        long hundredths = delay.toMillis() / HUNDREDTH;
        if (hundredths < 1 || hundredths > 0xFFFF) {
            throw new IllegalArgumentException(
                    "a frame of a GIF is shown for 10 ms to 655 s, not " + delay.toMillis() + " ms");
        }
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a GIF needs at least one frame");
        }
        for (BufferedImage frame : frames) {
            if (frame.getWidth() != frames.get(0).getWidth()
                    || frame.getHeight() != frames.get(0).getHeight()) {
                throw new IllegalArgumentException("the frames of a GIF have one size, but there are "
                        + frames.get(0).getWidth() + "×" + frames.get(0).getHeight() + " and " + frame.getWidth() + "×"
                        + frame.getHeight() + " pixels");
            }
        }
        AtomicFile.write(file, channel -> encode(frames, (int) hundredths, comment, Channels.newOutputStream(channel)));
    }

    private static void encode(List<BufferedImage> frames, int hundredths, String comment, OutputStream to)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(to)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames.size(); i++) {
                BufferedImage shown = enlarged(frames.get(i));
                IIOMetadata metadata =
                        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(shown), null);
                metadata.mergeTree(FORMAT, described(hundredths, i == 0, i == 0 ? comment : ""));
                writer.writeToSequence(new IIOImage(shown, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode described(int hundredths, boolean first, String comment) {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        root.appendChild(control);
        if (first) {
            IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
            extension.setAttribute("applicationID", "NETSCAPE");
            extension.setAttribute("authenticationCode", "2.0");
            extension.setUserObject(FOREVER.clone());
            IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
            extensions.appendChild(extension);
            root.appendChild(extensions);
        }
        if (!comment.isEmpty()) {
            IIOMetadataNode text = new IIOMetadataNode("CommentExtension");
            text.setAttribute("value", comment);
            IIOMetadataNode texts = new IIOMetadataNode("CommentExtensions");
            texts.appendChild(text);
            root.appendChild(texts);
        }
        return root;
    }

    /** Enlarges through rasters: a Graphics2D needs a display and changes the gamma of grays. */
    private static BufferedImage enlarged(BufferedImage image) {
        int factor = VISIBLE / Math.max(image.getWidth(), image.getHeight());
        if (factor < 2) {
            return image;
        }
        BufferedImage large = new BufferedImage(image.getWidth() * factor, image.getHeight() * factor, image.getType());
        WritableRaster pixels = large.getRaster();
        int[] pixel = null;
        for (int y = 0; y < large.getHeight(); y++) {
            for (int x = 0; x < large.getWidth(); x++) {
                pixel = image.getRaster().getPixel(x / factor, y / factor, pixel);
                pixels.setPixel(x, y, pixel);
            }
        }
        return large;
    }
}
