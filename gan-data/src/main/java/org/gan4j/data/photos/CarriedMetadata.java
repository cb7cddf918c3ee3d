package org.gan4j.data.photos;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.gan4j.data.folder.ImageFile;
import org.gan4j.data.folder.Orientation;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The metadata of an image file that its pixels need.
 *
 * @param orientation the turn that shows it upright
 * @param profile the ICC profile of its colors, if it has one
 * @param gray whether the file says that its pixels are gray, as a PNG does
 */
record CarriedMetadata(Orientation orientation, Optional<byte[]> profile, boolean gray) {
    private static final int LARGEST_PROFILE = 16_000_000;
    private static final String PNG_TREE = "javax_imageio_png_1.0";
    private static final byte[] EXIF_PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int RIFF_HEADER = 12;

    static CarriedMetadata of(Path file, ImageFile opened) throws IOException {
        return switch (opened.format()) {
            case "png" -> ofPng((Element) opened.reader().getImageMetadata(0).getAsTree(PNG_TREE));
            case "jpeg" -> new CarriedMetadata(opened.orientation(), jpegProfile(file), false);
            case "webp" -> ofWebp(file);
            default -> new CarriedMetadata(Orientation.UPRIGHT, Optional.empty(), false);
        };
    }

    private static CarriedMetadata ofPng(Element tree) {
        Optional<byte[]> profile = Optional.empty();
        Orientation orientation = Orientation.UPRIGHT;
        if (tree.getElementsByTagName("iCCP").item(0) instanceof IIOMetadataNode chunk
                && chunk.getUserObject() instanceof byte[] compressed) {
            profile = inflated(compressed);
        }
        NodeList unknown = tree.getElementsByTagName("UnknownChunk");
        for (int i = 0; i < unknown.getLength(); i++) {
            if (unknown.item(i) instanceof IIOMetadataNode chunk
                    && chunk.getAttribute("type").equals("eXIf")
                    && chunk.getUserObject() instanceof byte[] tags) {
                orientation = Orientation.ofExif(tags);
            }
        }
        Element header = (Element) tree.getElementsByTagName("IHDR").item(0);
        return new CarriedMetadata(
                orientation, profile, header.getAttribute("colorType").startsWith("Gray"));
    }

    /** Returns an inflated profile; nothing if it is damaged or absurdly large, since the pixels are of use without it. */
    private static Optional<byte[]> inflated(byte[] compressed) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            byte[] profile = in.readNBytes(LARGEST_PROFILE + 1);
            return profile.length > LARGEST_PROFILE ? Optional.empty() : Optional.of(profile);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    /** A profile is cut into numbered segments of at most 64 kB. */
    private static Optional<byte[]> jpegProfile(Path file) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            for (JPEGSegment segment : JPEGSegmentUtil.readSegments(in, JPEG.APP2, "ICC_PROFILE")) {
                parts.add(segment.data().readAllBytes());
            }
        }
        parts.removeIf(part -> part.length < 2);
        parts.sort(Comparator.comparingInt(part -> part[0] & 0xFF));
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.forEach(part -> joined.write(part, 2, part.length - 2));
        return Optional.of(joined.toByteArray()).filter(bytes -> bytes.length > 0);
    }

    /** Walks over the chunks of the RIFF container, which the reader does not show. */
    private static CarriedMetadata ofWebp(Path file) throws IOException {
        Optional<byte[]> profile = Optional.empty();
        Orientation orientation = Orientation.UPRIGHT;
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
            byte[] name = new byte[4];
            long end = in.length();
            for (long at = RIFF_HEADER; at + 8 <= end; ) {
                in.seek(at);
                in.readFully(name);
                long size = in.readUnsignedInt();
                String chunk = new String(name, StandardCharsets.US_ASCII);
                if (at + 8 + size <= end && chunk.equals("ICCP")) {
                    profile = Optional.of(bytes(in, size));
                } else if (at + 8 + size <= end && chunk.equals("EXIF")) {
                    orientation = Orientation.ofExif(withoutPrefix(bytes(in, size)));
                }
                at += 8 + size + size % 2;
            }
        }
        return new CarriedMetadata(orientation, profile, false);
    }

    private static byte[] bytes(ImageInputStream in, long size) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(size)];
        in.readFully(bytes);
        return bytes;
    }

    private static byte[] withoutPrefix(byte[] exif) {
        boolean prefixed = exif.length >= EXIF_PREFIX.length
                && Arrays.equals(exif, 0, EXIF_PREFIX.length, EXIF_PREFIX, 0, EXIF_PREFIX.length);
        return prefixed ? Arrays.copyOfRange(exif, EXIF_PREFIX.length, exif.length) : exif;
    }
}
