package org.gan4j.data.folder;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
import org.gan4j.api.data.images.PixelImage;

/** The orientations of EXIF, in their order from 1: the corner that the first row and column begin in. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURN_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURN_LEFT(true, false, true);

    /** Whether rows become columns, before the mirroring. */
    private final boolean swapped;

    private final boolean leftRight;
    private final boolean upDown;

    Orientation(boolean swapped, boolean leftRight, boolean upDown) {
        this.swapped = swapped;
        this.leftRight = leftRight;
        this.upDown = upDown;
    }

    /** Returns the orientation of a JPEG; upright if unknown. The position of the stream does not change. */
    static Orientation of(ImageInputStream jpeg) throws IOException {
        jpeg.mark();
        try {
            List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(jpeg, JPEG.APP1, "Exif");
            // a padding zero follows the identifier
            byte[] exif =
                    segments.isEmpty() ? new byte[0] : segments.get(0).data().readAllBytes();
            if (exif.length < 2) {
                return UPRIGHT;
            }
            Directory tags = new TIFFReader().read(new ByteArrayImageInputStream(exif, 1, exif.length - 1));
            Entry entry = tags.getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null && entry.getValue() instanceof Number number ? of(number.intValue()) : UPRIGHT;
        } catch (IOException | RuntimeException unreadable) {
            // the image itself may still be readable
            return UPRIGHT;
        } finally {
            jpeg.reset();
        }
    }

    private static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
    }

    boolean isSwapped() {
        return swapped;
    }

    /** Returns the image turned upright. */
    PixelImage turn(PixelImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        int height = swapped ? image.width() : image.height();
        int width = swapped ? image.height() : image.width();
        byte[] turned = new byte[image.levels().length];
        int at = 0;
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int down = upDown ? height - 1 - y : y;
                    int across = leftRight ? width - 1 - x : x;
                    int fromY = swapped ? across : down;
                    int fromX = swapped ? down : across;
                    turned[at++] = image.levels()[(channel * image.height() + fromY) * image.width() + fromX];
                }
            }
        }
        return new PixelImage(image.channels(), height, width, turned);
    }
}
