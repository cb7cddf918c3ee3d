package org.gan4j.data.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.formats.SampleFiles.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
