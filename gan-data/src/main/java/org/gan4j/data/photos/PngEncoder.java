package org.gan4j.data.photos;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Encodes a PNG by Java's writer, which reads the image row by row. */
record PngEncoder(RenderedImage image, Optional<byte[]> profile) {
    private static final String TREE = "javax_imageio_png_1.0";

    void writeTo(ImageOutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try {
            writer.setOutput(out);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            if (profile.isPresent()) {
                addProfile(metadata, profile.get());
            }
            writer.write(null, new IIOImage(image, null, metadata), null);
        } finally {
            writer.dispose();
        }
    }

    private static void addProfile(IIOMetadata metadata, byte[] profile) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed)) {
            deflater.write(profile);
        }
        IIOMetadataNode chunk = new IIOMetadataNode("iCCP");
        chunk.setAttribute("profileName", "ICC profile");
        chunk.setAttribute("compressionMethod", "deflate");
        chunk.setUserObject(compressed.toByteArray());
        IIOMetadataNode tree = new IIOMetadataNode(TREE);
        tree.appendChild(chunk);
        metadata.mergeTree(TREE, tree);
    }
}
