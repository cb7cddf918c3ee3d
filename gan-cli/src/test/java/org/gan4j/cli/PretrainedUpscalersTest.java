package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.gan4j.apps.superresolution.EnlargementScores.Row;
import org.gan4j.apps.superresolution.Enlargements;
import org.gan4j.apps.superresolution.Enlargements.Method;
import org.gan4j.apps.superresolution.Tiles;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.dsl.Gan;
import org.gan4j.metrics.images.ImageColor;
import org.gan4j.metrics.images.PeakSignalToNoise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies the generators that enlarge photographs without a run. */
class PretrainedUpscalersTest {
    private static final Path PHOTOGRAPHS =
            Path.of("../gan-architectures/src/test/resources/org/gan4j/architectures/trunks");

    @TempDir
    private Path folder;

    @Test
    void theDefaultOneIsCloserToThePhotographThanBicubicInterpolation() {
        try (Gan gan = Gan.pretrained("photographs")) {
            Upscaler upscaler = gan.as(Upscaler.class).tiles(Tiles.of(104));
            for (String name : List.of("chelsea_224.png", "china_224.png")) {
                Enlargements images = Enlargements.of(PHOTOGRAPHS.resolve(name), upscaler);
                Row row = Row.of(name, images, List.of(new PeakSignalToNoise(ImageColor.Y, 4, false)));
                double bicubic = row.values().get(Method.BICUBIC).get(0);
                assertThat(row.values().get(Method.GENERATOR).get(0)).isGreaterThan(bicubic + 0.2);
            }
            assertThatThrownBy(() -> gan.train(steps(1))).hasMessageContaining("pretrained");
        }
    }

    @Test
    void theCommandEnlargesWithoutARun() throws IOException {
        Path photograph = PHOTOGRAPHS.resolve("chelsea_224.png");
        Path smooth = folder.resolve("smooth.png");
        Path sharp = folder.resolve("sharp.png");
        Ran ran = gan("upscale", photograph, smooth, "--tile", 104);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("1 image ×4 by photographs: " + smooth + "\n");
        assertThat(gan("upscale", "--sharp", photograph, sharp, "--tile", 104).out())
                .isEqualTo("1 image ×4 by photographs-sharp: " + sharp + "\n");
        BufferedImage large = ImageIO.read(smooth.toFile());
        assertThat(large.getWidth()).isEqualTo(896);
        assertThat(sharp).exists();
        assertThat(smooth.toFile().length()).isNotEqualTo(sharp.toFile().length());
    }

    @Test
    void theyAreListed() {
        assertThat(gan("list", "pretrained").out()).contains("photographs ", "photographs-sharp ");
    }
}
