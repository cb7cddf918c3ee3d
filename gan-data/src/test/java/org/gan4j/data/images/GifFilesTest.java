package org.gan4j.data.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifFilesTest {
    @TempDir
    private Path folder;

    /** Returns an image of two grays, or a color with red 255. */
    private static BufferedImage image(int channels, int height, int width) {
        float[] values = new float[channels * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = channels == 3 ? (i < height * width ? 1 : -1) : i % 2 == 0 ? -1 : 0.5f;
        }
        return ImageGrid.single(TensorData.of(values, Shape.of(1, channels, height, width)), 0);
    }

    private static List<BufferedImage> read(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            BufferedImage[] frames = new BufferedImage[reader.getNumImages(true)];
            for (int i = 0; i < frames.length; i++) {
                frames[i] = reader.read(i);
            }
            return List.of(frames);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void smallGraysAreEnlargedAndExact() throws IOException {
        Path file = folder.resolve("walk.gif");
        BufferedImage frame = image(1, 28, 28);
        GifFiles.write(file, List.of(frame, frame, frame), Duration.ofMillis(80), "");
        List<BufferedImage> frames = read(file);
        assertThat(frames).hasSize(3);
        assertThat(frames.get(2).getWidth()).isEqualTo(9 * 28);
        for (int x : new int[] {0, 8, 9, 17, 18}) {
            int level = frames.get(2).getRGB(x, 0) & 0xFF;
            assertThat(level).isEqualTo(x / 9 % 2 == 0 ? 0 : 191);
        }
    }

    @Test
    void colorsAndLargeImagesKeepTheirForm() throws IOException {
        Path file = folder.resolve("color.gif");
        GifFiles.write(file, List.of(image(3, 200, 300)), Duration.ofMillis(80), "");
        BufferedImage frame = read(file).get(0);
        assertThat(frame.getWidth()).isEqualTo(300);
        assertThat(frame.getRGB(5, 5)).isEqualTo(0xFFFF0000);
    }

    @Test
    void theFileRepeatsWithItsDelayAndHoldsItsComment() throws IOException {
        Path file = folder.resolve("walk.gif");
        GifFiles.write(file, List.of(image(1, 8, 8)), Duration.ofMillis(80), "made by a test");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).startsWith("GIF89a").contains("NETSCAPE2.0\u0003\u0001\u0000\u0000", "made by a test");
        // of the extension 21 F9: 4 bytes follow, flags of no disposal and no transparency, 8 hundredths
        assertThat(bytes).containsPattern("!\u00f9\u0004[\\x00\\x04]\\x08\\x00\\x00\\x00");
    }

    @Test
    void whatNoGifHoldsIsRefused() {
        Path file = folder.resolve("walk.gif");
        assertThatThrownBy(
                        () -> GifFiles.write(file, List.of(image(1, 8, 8), image(1, 8, 9)), Duration.ofMillis(80), ""))
                .hasMessage("the frames of a GIF have one size, but there are 8×8 and 9×8 pixels");
        assertThatThrownBy(() -> GifFiles.write(file, List.of(image(1, 8, 8)), Duration.ofMillis(5), ""))
                .hasMessage("a frame of a GIF is shown for 10 ms to 655 s, not 5 ms");
        assertThatThrownBy(() -> GifFiles.write(file, List.of(), Duration.ofMillis(50), ""))
                .hasMessage("a GIF needs at least one frame");
    }
}
