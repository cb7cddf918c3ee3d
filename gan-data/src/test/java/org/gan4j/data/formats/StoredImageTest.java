package org.gan4j.data.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.formats.SampleFiles.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredImageTest {
    private static final Map<String, Sample> SAMPLES = SampleFiles.all();

    static Set<String> names() {
        return SAMPLES.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void showsTheColorsThatPillowShows(String name) throws Exception {
        Sample expected = SAMPLES.get(name);
        StoredImage stored = StoredImage.of(expected.file());
        PixelImage read =
                stored.orientation().turn(PixelImage.of(stored.decodeInSrgb(1))).colored();
        assertThat(read.height()).isEqualTo(expected.height());
        assertThat(read.width()).isEqualTo(expected.width());
        int pixels = read.height() * read.width();
        for (int i = 0; i < 3 * pixels; i++) {
            assertThat(read.levels()[i % 3 * pixels + i / 3] & 0xFF)
                    .as("channel %d of pixel %d", i % 3, i / 3)
                    .isCloseTo(expected.colors()[i] & 0xFF, within(expected.tolerance()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "gif", "tiff"})
    void checkingTakesTheMemoryOfTheFileOnceMore(String format) throws Exception {
        byte[] file = noise(format);
        StoredImage.of(file); // loads the classes
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        StoredImage.of(file);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        // the codes of a GIF are joined first, and then no longer needed
        int times = format.equals("gif") ? 2 : 1;
        assertThat(allocated).isLessThan(times * file.length + 100_000L);
    }

    private static byte[] noise(String format) throws IOException {
        BufferedImage image = new BufferedImage(800, 800, BufferedImage.TYPE_BYTE_GRAY);
        byte[] levels = new byte[800 * 800];
        new Random(1).nextBytes(levels);
        image.getRaster().setDataElements(0, 0, 800, 800, levels);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        assertThat(out.size()).isGreaterThan(300_000);
        return out.toByteArray();
    }

    /** Returns the files without the one whose end its first image does not need. */
    static Stream<String> endingWithTheirImage() {
        return names().stream().filter(name -> !name.equals("two-images.tif"));
    }

    @ParameterizedTest
    @MethodSource("endingWithTheirImage")
    void truncatedFilesAreRefused(String name) {
        byte[] whole = SAMPLES.get(name).file();
        for (int tenths = 1; tenths < 9; tenths++) {
            byte[] part = Arrays.copyOf(whole, whole.length * tenths / 10);
            assertThatThrownBy(() -> StoredImage.of(part).decodeInSrgb(1))
                    .as("%d tenths", tenths)
                    .isInstanceOf(UnusableException.class);
        }
    }
}
