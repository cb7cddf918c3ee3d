package org.gan4j.provenance.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gan4j.data.photos.Photo;
import org.gan4j.data.photos.PixelLayout;
import org.junit.jupiter.api.Test;

class WatermarkTest {
    private static final double VISIBLE = 36;

    private final Watermark secret = Watermark.of("secret");

    @Test
    void itSurvivesJpegAndCropsInImagesThatAreLargeEnough() {
        Random random = new Random(1);
        for (ImageSet set :
                List.of(ImageSet.photographs(96, 12), ImageSet.photographs(128, 8), ImageSet.grids(64, 4))) {
            for (BufferedImage image : set.images()) {
                MarkedImage marked = secret.embed(image);
                assertThat(marked.robust()).as(set.name()).isTrue();
                assertThat(marked.psnr()).isEqualTo(psnr(image, marked.image())).isGreaterThan(VISIBLE);
                BufferedImage cropped = Attack.crop(marked.image(), random);
                assertFound(set, marked.image());
                assertFound(set, Attack.jpeg(marked.image(), 0.75));
                assertFound(set, cropped);
                assertFound(set, Attack.jpeg(cropped, 0.75));
                assertFound(set, Attack.crop(Attack.jpeg(marked.image(), 0.75), random));
            }
        }
    }

    private void assertFound(ImageSet set, BufferedImage image) {
        assertThat(secret.detect(image).present()).as(set.name()).isTrue();
        assertThat(Watermark.of("Secret").detect(image).present())
                .as(set.name() + ", another key")
                .isFalse();
    }

    @Test
    void itIsNotFoundWhereItIsNot() {
        for (ImageSet set : List.of(
                ImageSet.clothes(150),
                ImageSet.emoji(150),
                ImageSet.photographs(64, 100),
                ImageSet.synthetic(99),
                ImageSet.grids(64, 10))) {
            for (BufferedImage image : set.images()) {
                assertThat(secret.detect(image).present()).as(set.name()).isFalse();
            }
        }
    }

    @Test
    void theFalsePositiveRateOfRandomKeysIsAtMostWhatItSays() {
        BufferedImage image = ImageSet.photographs(64, 1).images().get(0);
        int keys = 2000;
        int tenths = 0;
        int hundredths = 0;
        for (int i = 0; i < keys; i++) {
            double rate = Watermark.of("key " + i).detect(image).falsePositiveRate();
            tenths += rate <= 0.1 ? 1 : 0;
            hundredths += rate <= 0.01 ? 1 : 0;
        }
        // binomial distribution: three standard deviations are 40 and 13
        assertThat(tenths).isBetween(20, 240);
        assertThat(hundredths).isLessThan(33);
    }

    @Test
    void anImageThatIsTooSmallForAStrongMarkSaysSo() {
        List<MarkedImage> told = new ArrayList<>();
        Watermark listening = secret.listening(told::add);
        MarkedImage marked = listening.embed(ImageSet.clothes(1).images().get(0));
        assertThat(marked.robust()).isFalse();
        assertThat(marked.psnr()).isGreaterThan(VISIBLE);
        assertThat(told).containsExactly(marked);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> secret.embed(new BufferedImage(15, 64, BufferedImage.TYPE_BYTE_GRAY)))
                .withMessage("an image of 15×64 pixels is too small for a watermark: it needs 16×16, and 64×64 to be"
                        + " found in a cropped JPEG; mark a grid of images, or leave the watermark out");
    }

    @Test
    void equalImagesGetEqualMarksAndStayAsTheyWere() {
        BufferedImage image = ImageSet.photographs(64, 1).images().get(0);
        int[] before = levels(image);
        int[] once = levels(secret.embed(image).image());
        assertThat(levels(secret.embed(image).image())).containsExactly(once);
        assertThat(levels(image)).containsExactly(before).isNotEqualTo(once);
    }

    @Test
    void aSecondKeyLeavesTheFirstOneInPlace() {
        for (BufferedImage image : ImageSet.photographs(128, 8).images()) {
            BufferedImage both =
                    Watermark.of("second").embed(secret.embed(image).image()).image();
            assertThat(secret.detect(both).present()).isTrue();
            assertThat(Watermark.of("second").detect(both).present()).isTrue();
        }
    }

    @Test
    void sixteenBitsAndAlphaStay() {
        PixelLayout layout = new PixelLayout(3, true, 16);
        BufferedImage image = new BufferedImage(
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        true,
                        false,
                        Transparency.TRANSLUCENT,
                        DataBuffer.TYPE_USHORT),
                layout.raster(80, 70),
                false,
                null);
        for (int y = 0; y < 70; y++) {
            for (int x = 0; x < 80; x++) {
                image.getRaster().setPixel(x, y, new int[] {300 * x, 65535 - 400 * y, 30000, 700 * y});
            }
        }
        BufferedImage marked = secret.embed(image).image();
        assertThat(Photo.of(marked).layout()).isEqualTo(layout);
        assertThat(samples(marked, 3)).containsExactly(samples(image, 3));
        assertThat(secret.detect(marked).present()).isTrue();
    }

    @Test
    void aPaletteBecomesColors() {
        BufferedImage palette = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_INDEXED);
        for (int i = 0; i < 64 * 64; i++) {
            palette.setRGB(i % 64, i / 64, i < 2048 ? 0xFF336699 : 0xFFCC9966);
        }
        assertThat(secret.detect(secret.embed(palette).image()).present()).isTrue();
    }

    @Test
    void aKeyIsASecretAndNotBlank() {
        assertThat(secret.toString()).doesNotContain("secret key secret").isEqualTo("watermark of a secret key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Watermark.of(" "))
                .withMessage("the key of a watermark is blank: give a secret text");
    }

    @Test
    void anEmptyImageHasNoWatermark() {
        assertThat(secret.detect(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))
                .isEqualTo(new WatermarkMatch(0, 1));
    }

    private static double psnr(BufferedImage one, BufferedImage other) {
        int[] before = levels(one);
        int[] after = levels(other);
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            squares += Math.pow(before[i] - after[i], 2);
        }
        return 10 * StrictMath.log10(255 * 255 / (squares / before.length));
    }

    private static int[] levels(BufferedImage image) {
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    private static int[] samples(BufferedImage image, int band) {
        Raster raster = image.getRaster();
        return raster.getSamples(0, 0, image.getWidth(), image.getHeight(), band, (int[]) null);
    }
}
