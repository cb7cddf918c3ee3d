package org.gan4j.data.photos;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.Node;

/** Encodes a JPEG by Java's writer, which reads the one tile of the image that it is given row by row. */
record JpegEncoder(RenderedImage image, Optional<byte[]> profile) {
    private static final String TREE = "javax_imageio_jpeg_image_1.0";
    private static final float QUALITY = 0.95f;
    /** The limit of libjpeg. */
    private static final int LONGEST_SIDE = 65_500;

    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APP2 = 0xE2;
    /** The rest of a segment of 64 kB after its length, {@link #PROFILE}, and the part's number and count. */
    private static final int LONGEST_PART = 0xFFFF - 2 - 12 - 2;

    static void check(Path file, RenderedImage image, Consumer<String> warnings) {
        if (Math.max(image.getWidth(), image.getHeight()) > LONGEST_SIDE) {
            throw new IllegalArgumentException(file + " cannot hold " + image.getWidth() + "×" + image.getHeight()
                    + " pixels, since a JPEG has at most " + LONGEST_SIDE + " a side: write a .png");
        }
        PixelLayout layout = BandedImage.layout(image);
        if (layout.alpha()) {
            warnings.accept(
                    file + " has no transparency, as a JPEG: it is blended with white; write a .png to keep it");
        }
        if (layout.bits() > Byte.SIZE) {
            warnings.accept(file + " has 8 of the 16 bits, as a JPEG: write a .png to keep them");
        }
    }

    void writeTo(ImageOutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            writer.setOutput(out);
            RenderedImage opaque = OpaqueRows.of(image);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(opaque), param);
            if (profile.isPresent()) {
                addProfile(metadata, profile.get());
            }
            writer.write(null, new IIOImage(opaque, null, metadata), param);
        } finally {
            writer.dispose();
        }
    }

    private static void addProfile(IIOMetadata metadata, byte[] profile) throws IOException {
        Node tree = metadata.getAsTree(TREE);
        Node segments = tree.getLastChild();
        Node first = segments.getFirstChild();
        int parts = (profile.length + LONGEST_PART - 1) / LONGEST_PART;
        for (int part = 0; part < parts; part++) {
            int from = part * LONGEST_PART;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(PROFILE);
            bytes.write(part + 1);
            bytes.write(parts);
            bytes.write(profile, from, Math.min(LONGEST_PART, profile.length - from));
            IIOMetadataNode segment = new IIOMetadataNode("unknown");
            segment.setAttribute("MarkerTag", Integer.toString(APP2));
            segment.setUserObject(bytes.toByteArray());
            segments.insertBefore(segment, first);
        }
        metadata.setFromTree(TREE, tree);
    }
}
