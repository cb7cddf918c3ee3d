package org.gan4j.data.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoFormatTest {
    /** A profile whose colors differ much from sRGB's, so that an image which it was applied to is noticed. */
    private static final byte[] LINEAR = profile(ColorSpace.CS_LINEAR_RGB);

    private static final byte[] GRAY = profile(ColorSpace.CS_GRAY);

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private static byte[] profile(int space) {
        return ICC_Profile.getInstance(space).getData();
    }

    static Stream<PixelLayout> layouts() {
        return Stream.of(1, 3).flatMap(colors -> Stream.of(false, true)
                .flatMap(alpha -> Stream.of(8, 16).map(bits -> new PixelLayout(colors, alpha, bits))));
    }

    private static Raster noise(PixelLayout layout, int width, int height) {
        WritableRaster raster = layout.raster(width, height);
        int[] samples = new Random(3)
                .ints((long) width * height * layout.channels(), 0, layout.largest() + 1)
                .toArray();
        raster.setPixels(0, 0, width, height, samples);
        return raster;
    }

    private static BandedImage image(PixelLayout layout, Raster raster) {
        return new BandedImage(
                layout, layout.usualSpace(), raster.getWidth(), raster.getHeight(), raster.getHeight(), i -> raster);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void pngKeepsEverything(PixelLayout layout) throws IOException {
        Path file = folder.resolve("a.PNG");
        Raster noise = noise(layout, 7, 5);
        byte[] profile = layout.colors() == 1 ? GRAY : LINEAR;
        PhotoFormat.of(file).write(file, image(layout, noise), Optional.of(profile), warnings::add);
        Photo read = Photo.read(file);
        assertThat(read.layout()).isEqualTo(layout);
        assertThat(PhotoTest.samples(read.samples())).containsExactly(PhotoTest.samples(noise));
        assertThat(read.profile()).get().isEqualTo(profile);
        assertThat(PhotoTest.samples(ImageIO.read(file.toFile()).getRaster()))
                .containsExactly(PhotoTest.samples(noise));
        assertThat(warnings).isEmpty();
    }

    @Test
    void jpegKeepsALongProfileAndDoesNotApplyIt() {
        PixelLayout layout = new PixelLayout(3, false, 8);
        Raster noise = noise(layout, 16, 16);
        byte[] longer = Arrays.copyOf(LINEAR, 150_000);
        Path bare = folder.resolve("bare.jpg");
        Path profiled = folder.resolve("profiled.jpeg");
        PhotoFormat.of(bare).write(bare, image(layout, noise), Optional.empty(), warnings::add);
        PhotoFormat.of(profiled).write(profiled, image(layout, noise), Optional.of(longer), warnings::add);
        assertThat(Photo.read(bare).profile()).isEmpty();
        assertThat(Photo.read(profiled).profile()).get().isEqualTo(longer);
        assertThat(PhotoTest.samples(Photo.read(profiled).samples()))
                .containsExactly(PhotoTest.samples(Photo.read(bare).samples()));
        assertThat(warnings).isEmpty();
    }

    @Test
    void grayJpegStaysGray() {
        PixelLayout layout = new PixelLayout(1, false, 8);
        WritableRaster flat = layout.raster(8, 8);
        flat.setPixels(0, 0, 8, 8, IntStream.generate(() -> 77).limit(64).toArray());
        Path file = folder.resolve("gray.jpg");
        PhotoFormat.JPEG.write(file, image(layout, flat), Optional.of(GRAY), warnings::add);
        Photo read = Photo.read(file);
        assertThat(read.layout()).isEqualTo(layout);
        assertThat(PhotoTest.samples(read.samples())).containsOnly(77);
        assertThat(read.profile()).get().isEqualTo(GRAY);
    }

    @Test
    void jpegBlendsWithWhiteAndReducesToEightBitsWithWarnings() {
        PixelLayout layout = new PixelLayout(3, true, 16);
        WritableRaster flat = layout.raster(8, 8);
        for (int i = 0; i < 64; i++) { // half transparent black
            flat.setPixel(i / 8, i % 8, new int[] {0, 0, 0, 32_768});
        }
        Path file = folder.resolve("flat.jpg");
        PhotoFormat.JPEG.write(file, image(layout, flat), Optional.empty(), warnings::add);
        assertThat(PhotoTest.samples(Photo.read(file).samples())).containsOnly(127);
        assertThat(warnings)
                .containsExactly(
                        file + " has no transparency, as a JPEG: it is blended with white; write a .png to keep it",
                        file + " has 8 of the 16 bits, as a JPEG: write a .png to keep them");
    }

    @ParameterizedTest
    @EnumSource
    void bandsAreComputedOnceInOrderWhileTheyAreWritten(PhotoFormat format) {
        PixelLayout layout = new PixelLayout(3, false, 8);
        Raster noise = noise(layout, 9, 50);
        List<Integer> asked = new ArrayList<>();
        BandedImage banded = new BandedImage(layout, layout.usualSpace(), 9, 50, 8, band -> {
            asked.add(band);
            int height = Math.min(8, 50 - 8 * band);
            return noise.createChild(0, 8 * band, 9, height, 0, 0, null);
        });
        Path inBands = folder.resolve("bands");
        Path whole = folder.resolve("whole");
        format.write(inBands, banded, Optional.empty(), warnings::add);
        assertThat(asked).containsExactly(0, 1, 2, 3, 4, 5, 6);
        format.write(whole, image(layout, noise), Optional.empty(), warnings::add);
        assertThat(inBands).hasSameBinaryContentAs(whole);
        assertThat(PhotoTest.samples(banded.whole().getRaster())).containsExactly(PhotoTest.samples(noise));
    }

    @ParameterizedTest
    @EnumSource
    void aFailureBetweenBandsLeavesNoFile(PhotoFormat format) throws IOException {
        PixelLayout layout = new PixelLayout(3, false, 8);
        BandedImage failing = new BandedImage(layout, layout.usualSpace(), 9, 50, 8, band -> {
            if (band == 3) {
                throw new IllegalStateException("no more bands");
            }
            return noise(layout, 9, 8);
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> format.write(folder.resolve("failed"), failing, Optional.empty(), warnings::add))
                .withMessage("no more bands");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void otherFormatsAndSizesAreRefused() {
        for (String name : List.of("a.tif", "png", "a.")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PhotoFormat.of(Path.of(name)))
                    .withMessage(name + " cannot be written as an image: name a file that ends in .png, .jpg or .jpeg");
        }
        PixelLayout layout = new PixelLayout(1, false, 8);
        BandedImage wide = new BandedImage(layout, layout.usualSpace(), 70_000, 1, 1, band -> null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoFormat.JPEG.write(Path.of("a.jpg"), wide, Optional.empty(), warnings::add))
                .withMessage("a.jpg cannot hold 70000×1 pixels, since a JPEG has at most 65500 a side: write a .png");
    }
}
