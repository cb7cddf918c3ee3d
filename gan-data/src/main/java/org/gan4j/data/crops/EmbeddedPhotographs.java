package org.gan4j.data.crops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.gan4j.api.data.images.PixelImage;

/** The photographs that are included in this library; THIRD-PARTY.md names their authors and licenses. */
final class EmbeddedPhotographs {
    private static final List<String> NAMES =
            List.of("brook", "brushes", "dandelion", "dogs", "drum", "fig", "forest", "mountains");

    private EmbeddedPhotographs() {}

    static List<PixelImage> read() {
        return NAMES.parallelStream().map(EmbeddedPhotographs::read).toList();
    }

    private static PixelImage read(String name) {
        String file = "photographs/" + name + ".jpg";
        try (InputStream in = EmbeddedPhotographs.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("the resource " + file
                        + " is missing next to EmbeddedPhotographs.class: build gan-data with its resources");
            }
            return PixelImage.of(ImageIO.read(in));
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }
}
