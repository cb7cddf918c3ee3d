package org.gan4j.data.photos;

import java.awt.image.RenderedImage;
import org.gan4j.data.images.PngText;

/** The last change of an image before it is written, with the text of its file. */
public interface Finish {
    /** No change, and no text. */
    Finish NONE = new Finish() {};

    /** Returns the image to write in place of this one; the image itself by default. */
    default RenderedImage pixels(RenderedImage image) {
        return image;
    }

    /** Returns the text of a PNG file; none by default. Files of other formats have no text. */
    default PngText text() {
        return PngText.NONE;
    }
}
