package org.gan4j.apps.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.apps.StubNetwork;
import org.gan4j.apps.images.ImageMapping;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.RunAtOnce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeImageTranslatorTest {
    private static final Session SESSION = new ReferenceEngine().open();
    private static final Field COLORS = new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, 8, 8));
    private static final Field GRAY = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 8, 8));

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        SESSION.close();
    }

    private static InferenceRunner runner() {
        Game nobody = new Game(List.of(), List.of());
        Phase phase = Phase.open("none", nobody, SamplePreview.of(1, update -> update.data("image")));
        return new RunAtOnce(SESSION, AveragedVariables.of(PhaseSchedule.of(phase)));
    }

    /** Needs sides in multiples of 8, as a U-Net of three halvings does, and negates. */
    private static Network negating() {
        return new StubNetwork("generator", List.of(), (parameters, x) -> {
            if (x.shape().dim(2) % 8 != 0 || x.shape().dim(3) % 8 != 0) {
                throw new ShapeException("the skips do not fit: " + x.shape());
            }
            return Outputs.of(x.neg());
        });
    }

    private static Translator negative(Field from) {
        ImageMapping mapping = ImageMapping.of(runner(), negating(), from, from);
        return new WholeImageTranslator(Map.of(Direction.A2B, mapping), Direction.A2B, Weights.LATEST);
    }

    private static BufferedImage image(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xFF000000 | x * 37 % 256 << 16 | y * 59 % 256 << 8 | (x + y) * 11 % 256);
            }
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 8", "5, 19", "33, 2", "64, 9"})
    void everySizeIsTranslatedPixelByPixel(int width, int height) {
        BufferedImage given = image(width, height, BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage made = negative(COLORS).translate(given);
        assertThat(made.getWidth()).isEqualTo(width);
        assertThat(made.getHeight()).isEqualTo(height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(made.getRGB(x, y) & 0xFFFFFF).isEqualTo(~given.getRGB(x, y) & 0xFFFFFF);
            }
        }
    }

    /** Trained at 64 pixels, but with three halvings only: 9 pixels become 16, not 64. */
    @Test
    void anImageIsExtendedNoFurtherThanTheNetworkNeeds() {
        List<Shape> seen = new ArrayList<>();
        Network network = new StubNetwork("generator", List.of(), (parameters, x) -> {
            seen.add(x.shape());
            return negating().apply(parameters, ForwardPass.inference(), Inputs.of(x));
        });
        Field large = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 64, 64));
        new WholeImageTranslator(
                        Map.of(Direction.A2B, ImageMapping.of(runner(), network, large, large)),
                        Direction.A2B,
                        Weights.LATEST)
                .translate(new BufferedImage(9, 3, BufferedImage.TYPE_BYTE_GRAY));
        assertThat(seen.get(seen.size() - 1)).isEqualTo(Shape.of(1, 1, 8, 16));
    }

    /** The luma of red is 76, of green 150: their negatives are 179 and 105. */
    @Test
    void colorsBecomeGrayForAGeneratorOfGrayAndTransparentPixelsWhite() {
        BufferedImage given = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        given.setRGB(0, 0, 0xFFFF0000);
        given.setRGB(1, 0, 0xFF00FF00);
        BufferedImage made = negative(GRAY).translate(given);
        assertThat(made.getRaster().getNumBands()).isEqualTo(1);
        assertThat(made.getRaster().getPixels(0, 0, 3, 1, (int[]) null)).containsExactly(179, 105, 0);
    }

    @Test
    void aFileIsTranslatedToPngAndJpeg() throws IOException {
        Path from = folder.resolve("given.png");
        ImageIO.write(image(20, 12, BufferedImage.TYPE_3BYTE_BGR), "png", from.toFile());
        for (String name : List.of("made.png", "made.jpg")) {
            double change = negative(COLORS).translate(from, folder.resolve(name));
            assertThat(change).isBetween(60.0, 255.0);
            BufferedImage made = ImageIO.read(folder.resolve(name).toFile());
            assertThat(made.getWidth()).isEqualTo(20);
        }
        BufferedImage made = ImageIO.read(folder.resolve("made.png").toFile());
        assertThat(made.getRGB(3, 4) & 0xFFFFFF)
                .isEqualTo(~image(20, 12, BufferedImage.TYPE_3BYTE_BGR).getRGB(3, 4) & 0xFFFFFF);
    }

    @Test
    void whatCannotBeTranslatedIsRefusedWithASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "no image");
        Translator translator = negative(COLORS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translator.translate(text, folder.resolve("made.png")))
                .withMessageContaining("text.png is not a PNG");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translator.translate(text, folder.resolve("made.tiff")))
                .withMessageContaining(".png, .jpg or .jpeg");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translator.translate(text, folder.resolve("missing/made.png")))
                .withMessageContaining("create it first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translator.translate(new BufferedImage(2001, 2000, BufferedImage.TYPE_BYTE_GRAY)))
                .withMessageContaining("at most 4 million pixels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translator.translate(new BufferedImage(3_000_000, 1, BufferedImage.TYPE_BYTE_GRAY)))
                .withMessageContaining("as 3000000×8 pixels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> translator.direction(Direction.B2A))
                .withMessage("this GAN translates [A2B], not B2A: leave out the direction, or train cyclegan, which"
                        + " learns both");
    }
}
