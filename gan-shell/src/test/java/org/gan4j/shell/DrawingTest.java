package org.gan4j.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final Terminal COLORS = new Terminal(true, 80);
    private static final Terminal PLAIN = new Terminal(false, 80);

    private static BufferedImage image(int[][] rows) {
        BufferedImage image = new BufferedImage(rows[0].length, rows.length, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                image.setRGB(x, y, rows[y][x]);
            }
        }
        return image;
    }

    @Test
    void eachHalfBlockShowsTwoPixels() {
        assertThat(Drawing.of(image(new int[][] {{0xFF0000}, {0x0000FF}}), COLORS))
                .isEqualTo("\u001b[38;2;255;0;0m\u001b[48;2;0;0;255m\u2580\u001b[0m\n");
    }

    @Test
    void equalColorsAreSetOnce() {
        assertThat(Drawing.of(image(new int[][] {{0x010203, 0x010203}, {0x040506, 0x070809}}), COLORS))
                .isEqualTo("\u001b[38;2;1;2;3m\u001b[48;2;4;5;6m\u2580\u001b[48;2;7;8;9m\u2580\u001b[0m\n");
    }

    @Test
    void belowAnOddLastRowIsBlack() {
        assertThat(Drawing.of(image(new int[][] {{0xFFFFFF}}), COLORS))
                .isEqualTo("\u001b[38;2;255;255;255m\u001b[48;2;0;0;0m\u2580\u001b[0m\n");
    }

    @Test
    void withoutColorsItIsDrawnInShadesOfAscii() {
        int[][] rows = {{0, 0x808080, 0xFFFFFF}, {0, 0x808080, 0xFFFFFF}, {0xFFFFFF, 0, 0}, {0xFFFFFF, 0, 0}};
        assertThat(Drawing.of(image(rows), PLAIN)).isEqualTo(" +@\n@\n");
    }

    @Test
    void aWideImageIsReducedToTheWidthOfTheTerminal() {
        BufferedImage wide = image(new int[40][200]);
        for (int x = 100; x < 200; x++) {
            for (int y = 0; y < 40; y++) {
                wide.setRGB(x, y, 0xFFFFFF);
            }
        }
        String text = Drawing.of(wide, new Terminal(false, 41));
        assertThat(text.lines()).hasSize(4).allMatch(line -> line.equals(" ".repeat(20) + "@".repeat(20)));
    }

    @Test
    void grayImagesKeepTheirLevels() {
        BufferedImage gray = new BufferedImage(1, 2, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(0, 0, 0, 100);
        gray.getRaster().setSample(0, 1, 0, 200);
        assertThat(Drawing.of(gray, COLORS)).contains("38;2;100;100;100m", "48;2;200;200;200m");
    }
}
