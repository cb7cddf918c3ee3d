package org.gan4j.data.degraded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.PixelScaling;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.LevelsOracle;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.data.crops.ImageCrops;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.resampling.Bicubic;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected numbers: {@code src/test/oracle/make_degraded_oracle.py}. */
class DegradedTest {
    private static final int COPIES = 3;
    private static final TensorData PHOTO = LevelsOracle.image("photo");

    /** Returns several copies of an image as data. */
    private static DataSource copies(TensorData image) {
        return DataSource.of(
                IntStream.range(0, COPIES).mapToObj(i -> image.toFloats()).toArray(float[][]::new),
                image.shape().dim(1),
                image.shape().dim(2),
                image.shape().dim(3));
    }

    private static TensorData low(Degraded degraded) {
        try (Dataset data = degraded.open()) {
            return data.read(IntStream.range(0, COPIES).toArray()).get(Degraded.LOW_RESOLUTION);
        }
    }

    @Test
    void imagesAreDownscaledAsByPillowExceptAtTheBorder() {
        TensorData low = low(Degraded.of(copies(PHOTO), 4).levels(0));
        TensorData expected = LevelsOracle.image("bicubic-8x6");
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 2; y < 6; y++) {
                for (int x = 2; x < 4; x++) {
                    int at = (channel * 8 + y) * 6 + x;
                    assertThat(low.get(at)).isEqualTo(expected.get(at), within(2e-6));
                }
            }
        }
    }

    @Test
    void withoutRoundingImagesAreBicubic() {
        TensorData low = low(Degraded.of(copies(PHOTO), 2).levels(0));
        assertThat(low.rows(1, 2)).isEqualTo(Bicubic.resized(PHOTO, 16, 12));
    }

    @Test
    void imagesAreRoundedToLevelsOfStoredImages() {
        float[] exact = Bicubic.resized(PHOTO, 8, 6).toFloats();
        float[] low = low(Degraded.of(copies(PHOTO))).rows(0, 1).toFloats();
        for (int i = 0; i < low.length; i++) {
            int level = (int) Math.max(0, Math.min(255, Math.round((exact[i] + 1.0) * 127.5)));
            assertThat(low[i]).isEqualTo(PixelScaling.scaled((byte) level));
        }
        for (float value : low(Degraded.of(copies(PHOTO)).levels(3)).toFloats()) {
            assertThat(value).isIn(-1f, 0f, 1f);
        }
    }

    @Test
    void theOtherFieldsStayAsTheyAre() {
        try (Dataset whole = FashionMnist.embedded().open();
                Dataset data = Degraded.of(FashionMnist.embedded(), 4).open()) {
            assertThat(data.size()).isEqualTo(whole.size());
            assertThat(data.classes()).isEqualTo(whole.classes());
            assertThat(data.fields()).hasSize(3).containsAll(whole.fields());
            assertThat(data.field(Degraded.LOW_RESOLUTION))
                    .isEqualTo(new Field("low-resolution", DType.FLOAT, Shape.of(1, 7, 7)));
            assertThat(data.read(5, 1)).containsAllEntriesOf(whole.read(5, 1));
            assertThat(data.transformed()).isEmpty();
        }
    }

    @Test
    void noiseHasItsDeviationInLevels() {
        TensorData gray = TensorData.of(new float[64 * 64], Shape.of(1, 1, 64, 64));
        float[] low = low(Degraded.of(copies(gray), 1).noise(10, 10).levels(0)).toFloats();
        double squares = 0;
        for (float value : low) {
            squares += value * value;
        }
        assertThat(Math.sqrt(squares / low.length) * 127.5).isEqualTo(10, within(0.2));
    }

    @Test
    void blurLowersContrast() {
        double sharp = deviation(low(Degraded.of(copies(PHOTO), 2)));
        double blurred = deviation(low(Degraded.of(copies(PHOTO), 2).blur(3, 3)));
        assertThat(blurred).isLessThan(0.9 * sharp);
    }

    private static double deviation(TensorData images) {
        double sum = 0;
        double squares = 0;
        for (double value : images.toDoubles()) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / images.shape().size();
        return Math.sqrt(squares / images.shape().size() - mean * mean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gray-"})
    void imagesAreCompressedAsByPillow(String kind) {
        TensorData expected = LevelsOracle.image(kind + "jpeg-30");
        TensorData photo = kind.isEmpty() ? PHOTO : green();
        TensorData low = low(Degraded.of(copies(photo), 1).jpeg(30, 30)).rows(0, 1);
        double sum = 0;
        for (int i = 0; i < expected.shape().size(); i++) {
            double difference = Math.abs(low.get(i) - expected.get(i)) * 127.5;
            assertThat(difference).isLessThan(kind.isEmpty() ? 20 : 2.5);
            sum += difference;
        }
        assertThat(sum / expected.shape().size()).isLessThan(kind.isEmpty() ? 2 : 0.1);
        assertThat(low).isNotEqualTo(photo);
    }

    private static TensorData green() {
        int size = 32 * 24;
        float[] green = new float[size];
        for (int i = 0; i < size; i++) {
            green[i] = (float) PHOTO.get(size + i);
        }
        return TensorData.of(green, Shape.of(1, 1, 32, 24));
    }

    @Test
    void randomDegradationsDependOnTheSampleAndTheSeedOnly() {
        Degraded twice = Degraded.of(copies(PHOTO), 4)
                .blur(0.2, 3)
                .noise(1, 30)
                .jpeg(30, 95)
                .twice();
        TensorData low = low(twice);
        assertThat(low.shape()).isEqualTo(Shape.of(3, 3, 8, 6));
        assertThat(low(twice)).isEqualTo(low);
        assertThat(low.rows(0, 1)).isNotEqualTo(low.rows(1, 2));
        try (Dataset data = twice.open()) {
            assertThat(data.read(2, 2).get("low-resolution").rows(1, 2)).isEqualTo(low.rows(2, 3));
        }
        assertThat(low(twice.seed(2))).isNotEqualTo(low);
        assertThat(low(Degraded.of(copies(PHOTO), 4).blur(0.2, 3).noise(1, 30).jpeg(30, 95)))
                .isNotEqualTo(low);
    }

    @Test
    void otherDataAreDegradedInTheSameWay() {
        Degraded degraded = Degraded.of(ImageCrops.embedded(), 2);
        assertThat(degraded.over(new ImageFolder("photos", 64, ColorMode.AUTO)))
                .isEqualTo(Degraded.of(ImageCrops.embedded().path("photos"), 2));
        assertThat(degraded.over(FashionMnist.embedded())).isEqualTo(Degraded.of(FashionMnist.embedded(), 2));
        assertThat(degraded.over(Degraded.of(FashionMnist.embedded(), 7)))
                .isEqualTo(Degraded.of(FashionMnist.embedded(), 7));
    }

    @Test
    void dataThatCannotBeDegradedAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Degraded.of(FashionMnist.embedded(), 3).open())
                .withMessage("the images of fashion-mnist, FLOAT [1, 28, 28], cannot be downscaled by 3: choose a size"
                        + " in multiples of it, or another scale");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Degraded.of(DataSource.of(new float[2][3], 3), 1).open())
                .withMessage("the images of array, FLOAT [3], cannot be degraded: choose data with images, FLOAT"
                        + " [C,H,W]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Degraded.of(DataSource.of(new float[2][8], 2, 2, 2), 1)
                        .jpeg(10, 20)
                        .open())
                .withMessageEndingWith("cannot be compressed as JPEG, which needs 1 or 3 channels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Degraded.of(PartlyLabeled.of(FashionMnist.embedded(), 10), 4)
                        .open())
                .withMessageContaining("have several partitions: degrade one of them");
    }

    @Test
    void settingsOutOfRangeAreRejected() {
        Degraded degraded = Degraded.of(FashionMnist.embedded());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> degraded.scale(0))
                .withMessage("the scale of degraded images must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> degraded.blur(3, 2))
                .withMessage("the range of blur must be the least and the greatest value, from 0 to 50, or empty, not"
                        + " [3.0, 2.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> degraded.jpeg(0, 50))
                .withMessageContaining("the range of jpeg must be")
                .withMessageContaining("from 1 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> degraded.levels(1))
                .withMessage("degraded images are rounded to 2 to 65536 levels, or to none if 0, not to 1");
    }
}
