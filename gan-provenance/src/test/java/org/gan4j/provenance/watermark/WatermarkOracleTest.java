package org.gan4j.provenance.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Compares the detector with src/test/oracle/watermark_oracle.py, which is another implementation in numpy. */
class WatermarkOracleTest {
    private static final double ROUNDING = 1e-8;

    private final KeyTile secret = KeyTile.of("secret");

    @Test
    void theNumbersOfAKeyAreThoseOfHmac() {
        KeyStream stream = new KeyStream("secret");
        assertThat(stream.nextNormal()).isCloseTo(-1.44432923, within(ROUNDING));
        assertThat(stream.nextNormal()).isCloseTo(-1.11494112, within(ROUNDING));
        assertThat(stream.nextNormal()).isCloseTo(-0.19669114, within(ROUNDING));
    }

    @Test
    void thePatternHasTheFrequenciesOfTheBandAlone() {
        assertThat(Tile.dimensions()).isEqualTo(292);
        assertThat(secret.at(0, 0)).isCloseTo(-1.335989520235021, within(ROUNDING));
        assertThat(secret.at(5, 3)).isCloseTo(-1.3562136945063192, within(ROUNDING));
        assertThat(secret.at(17 + Tile.SIDE, 31)).isCloseTo(-0.31535064985021727, within(ROUNDING));
    }

    @Test
    void scoresAndRatesAreThoseOfTheOtherImplementation() {
        BufferedImage plain = image((x, y) -> (7 * x + 13 * y + x * y) % 256);
        BufferedImage marked = image((x, y) -> (int) Math.rint(128 + 4 * secret.at(x, y)));
        assertMatch(Watermark.of("secret").detect(plain), 0.2009861572545359, 0.27553826263990716, false);
        assertMatch(Watermark.of("secret").detect(marked), 0.8789994119097996, 6.860756068008076e-93, true);
        assertMatch(Watermark.of("other").detect(marked), 0.1668395069284179, 1, false);
    }

    private static void assertMatch(WatermarkMatch match, double score, double rate, boolean present) {
        assertThat(match.score()).isCloseTo(score, within(ROUNDING));
        assertThat(match.falsePositiveRate()).isCloseTo(rate, Percentage.withPercentage(0.01));
        assertThat(match.present()).isEqualTo(present);
    }

    private static BufferedImage image(IntBinaryOperator level) {
        BufferedImage image = new BufferedImage(36, 40, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, Math.max(0, Math.min(255, level.applyAsInt(x, y))));
            }
        }
        return image;
    }
}
