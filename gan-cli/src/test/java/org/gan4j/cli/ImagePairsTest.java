package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.inference.Weights;
import org.gan4j.apps.superresolution.Tiles;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.data.photos.Finish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePairsTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    /** An upscaler that copies files, and finds those damaged whose names begin so. */
    private record Copying(Listener listener) implements Upscaler {
        @Override
        public int scale() {
            return 1;
        }

        @Override
        public BufferedImage upscale(BufferedImage image) {
            return image;
        }

        @Override
        public void upscale(Path from, Path to) {
            if (from.getFileName().toString().startsWith("damaged")) {
                throw new IllegalArgumentException(from + " is damaged");
            }
            try {
                Files.copy(from, to);
                listener.tile(1, 1);
                listener.warning(to.getFileName() + " has no transparency");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public Upscaler tiles(Tiles tiles) {
            return this;
        }

        @Override
        public Upscaler weights(Weights weights) {
            return this;
        }

        @Override
        public Upscaler finish(Finish finish) {
            return this;
        }

        @Override
        public Upscaler listener(Listener chosen) {
            return new Copying(chosen);
        }
    }

    private int upscaled(ImagePairs pairs) {
        return pairs.each(
                (pair, shown) -> {
                    try (TileProgress progress = new TileProgress(shown, warnings::add)) {
                        new Copying(progress).upscale(pair.from(), pair.to());
                    }
                },
                warnings::add);
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    @Test
    void aFileBecomesAFile() throws IOException {
        Path out = folder.resolve("large.JPG");
        ImagePairs pairs = ImagePairs.of(file("photo.webp"), out, false);
        assertThat(upscaled(pairs)).isEqualTo(1);
        assertThat(out).hasContent("photo.webp");
        assertThat(warnings).containsExactly("large.JPG has no transparency");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImagePairs.of(file("photo.webp"), out, false))
                .withMessage(out + " exists: choose another name, or add --overwrite");
        assertThat(ImagePairs.of(file("photo.webp"), out, true)).isEqualTo(pairs);
    }

    @Test
    void imagesOfAFolderKeepTheirNamesAndOneThatIsDamagedIsLeftOut() throws IOException {
        file("in/b/c.d.jpeg");
        file("in/a.png");
        file("in/notes.txt");
        file("in/damaged.gif");
        Path out = folder.resolve("out");
        ImagePairs pairs = ImagePairs.of(folder.resolve("in"), out, false);
        assertThat(pairs.pairs())
                .extracting(ImagePairs.Pair::to)
                .containsExactly(out.resolve("a.png"), out.resolve("b/c.d.png"), out.resolve("damaged.png"));
        assertThat(upscaled(pairs)).isEqualTo(2);
        assertThat(out.resolve("b/c.d.png")).hasContent("in/b/c.d.jpeg");
        assertThat(warnings)
                .containsExactly(
                        "a.png has no transparency",
                        "c.d.png has no transparency",
                        folder.resolve("in/damaged.gif") + " is damaged");
    }

    @Test
    void theOnlyImageMustBeReadable() throws IOException {
        ImagePairs pairs = ImagePairs.of(file("damaged.png"), folder.resolve("large.png"), false);
        assertThatIllegalArgumentException().isThrownBy(() -> upscaled(pairs)).withMessageEndingWith("is damaged");
    }

    @Test
    void twoImagesOfOneNameAreRefused() throws IOException {
        file("in/a.jpg");
        file("in/a.png");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImagePairs.of(folder.resolve("in"), folder.resolve("out"), false))
                .withMessage("a.jpg and a.png would both become a.png: rename one of them");
    }
}
