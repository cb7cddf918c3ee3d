package org.gan4j.apps.superresolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.game.Game;
import org.gan4j.api.game.Phase;
import org.gan4j.api.game.PhaseSchedule;
import org.gan4j.api.game.SamplePreview;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.apps.StubNetwork;
import org.gan4j.data.photos.BandedImage;
import org.gan4j.data.photos.Photo;
import org.gan4j.data.photos.PhotoFormat;
import org.gan4j.data.photos.PixelLayout;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.functions.Resampling;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.RunAtOnce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiledUpscalerTest {
    private static final Session SESSION = new ReferenceEngine().open();
    private static final int SCALE = 2;

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        SESSION.close();
    }

    private static InferenceRunner runner() {
        Game nobody = new Game(List.of(), List.of());
        Phase phase = Phase.open("none", nobody, SamplePreview.of(1, update -> update.data("image")));
        return new RunAtOnce(SESSION, AveragedVariables.of(PhaseSchedule.of(phase)));
    }

    private static Upscaler upscaler(Network generator, int channels) {
        return Upscaler.of(runner(), generator, SCALE, channels, Weights.LATEST);
    }

    /** Two zero-padded convolutions of 3×3 around a nonlinearity, with a receptive radius of 2, then larger pixels. */
    private static Network convolutions(int channels) {
        Tensor first = weights(4, channels, 1);
        Tensor second = weights(channels, 4, 2);
        return new StubNetwork(
                "generator",
                List.of(),
                (parameters, x) -> Outputs.of(
                        Resampling.nearest(x.conv2d(first, 1, 1).tanh().conv2d(second, 1, 1), SCALE)));
    }

    private static Tensor weights(int to, int from, long seed) {
        float[] values = new float[to * from * 9];
        Random random = new Random(seed);
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) random.nextGaussian() / 3);
        return Tensor.of(TensorData.of(values, Shape.of(to, from, 3, 3)));
    }

    /** Each pixel becomes a square of equal pixels, whatever is around it. */
    private static Network nearest() {
        return new StubNetwork("generator", List.of(), (parameters, x) -> Outputs.of(Resampling.nearest(x, SCALE)));
    }

    @Test
    void tilesThatAnEngineCannotHoldAreRefusedWithTheWayOut() {
        InferenceRunner small = (inputs, output) -> new InferenceRunner.Prepared() {
            @Override
            public Shape output() {
                return inputs.get(0).shape().with(1, 512).with(2, 512);
            }

            @Override
            public TensorData run(Map<String, TensorData> rows, Weights weights) {
                throw new IllegalArgumentException("too many floats");
            }
        };
        Upscaler upscaler =
                Upscaler.of(small, nearest(), SCALE, 3, Weights.LATEST).tiles(Tiles.of(256));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upscaler.upscale(new BufferedImage(3, 3, BufferedImage.TYPE_3BYTE_BGR)))
                .withMessage(
                        "tiles of 256 pixels a side cannot be enlarged (too many floats): choose smaller ones, such"
                                + " as 192");
    }

    private static BufferedImage noise(PixelLayout layout, int width, int height) {
        BufferedImage image = new BandedImage(
                        layout,
                        ColorSpace.getInstance(layout.colors() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                        width,
                        height,
                        height,
                        band -> layout.raster(width, height))
                .whole();
        int[] samples = new Random(5)
                .ints((long) width * height * layout.channels(), 0, layout.largest() + 1)
                .toArray();
        image.getRaster().setPixels(0, 0, width, height, samples);
        return image;
    }

    private static int[] samples(BufferedImage image) {
        return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
    }

    @ParameterizedTest
    @CsvSource({"37, 23, 13", "37, 23, 16", "23, 37, 11", "12, 12, 16", "1, 1, 9", "2, 1, 5", "16, 12, 8"})
    void tilesWithAMarginAsWideAsTheReceptiveFieldLeaveNoSeams(int width, int height, int side) {
        BufferedImage image = noise(new PixelLayout(3, false, 16), width, height);
        Upscaler upscaler = upscaler(convolutions(3), 3);
        BufferedImage whole = upscaler.tiles(new Tiles(44, 2)).upscale(image);
        assertThat(whole.getWidth()).isEqualTo(2 * width);
        assertThat(whole.getHeight()).isEqualTo(2 * height);
        assertThat(samples(upscaler.tiles(new Tiles(side, 2)).upscale(image))).containsExactly(samples(whole));
        assertThat(samples(upscaler.tiles(new Tiles(side + 4, 4)).upscale(image)))
                .containsExactly(samples(whole));
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, 8, 1",
        "1, true, 8, 3",
        "1, false, 16, 3",
        "3, false, 8, 3",
        "3, true, 8, 1",
        "3, true, 16, 3"
    })
    void colorsAlphaAndBitsAreKept(int colors, boolean alpha, int bits, int channels) {
        PixelLayout layout = new PixelLayout(colors, alpha, bits);
        BufferedImage image = noise(layout, 5, 4);
        BufferedImage enlarged =
                upscaler(nearest(), channels).tiles(new Tiles(7, 2)).upscale(image);
        assertThat(Photo.of(enlarged).layout()).isEqualTo(layout);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 10; x++) {
                for (int color = 0; color < colors; color++) {
                    assertThat(enlarged.getRaster().getSample(x, y, color))
                            .isEqualTo(image.getRaster().getSample(x / 2, y / 2, color));
                }
            }
        }
    }

    @Test
    void alphaIsInterpolated() {
        BufferedImage image = noise(new PixelLayout(1, true, 8), 6, 1);
        for (int x = 0; x < 6; x++) {
            image.getRaster().setSample(x, 0, 1, x < 3 ? 50 : 150);
        }
        BufferedImage enlarged = upscaler(nearest(), 1).tiles(new Tiles(7, 3)).upscale(image);
        // 50 + 100 times the sums of Keys' weights at 1/4 and 3/4 between pixels
        int[] expected = {50, 50, 50, 48, 43, 70, 130, 157, 152, 150, 150, 150};
        for (int x = 0; x < 12; x++) {
            assertThat(enlarged.getRaster().getSample(x, 1, 1)).isCloseTo(expected[x], within(1));
        }
    }

    @Test
    void filesKeepTheirProfileAndTilesAreReported() {
        PixelLayout layout = new PixelLayout(3, true, 8);
        BufferedImage image = noise(layout, 6, 4);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        Path small = folder.resolve("small.png");
        PhotoFormat.PNG.write(small, image, Optional.of(profile), sentence -> {});
        List<String> heard = new ArrayList<>();
        Upscaler upscaler = upscaler(nearest(), 3).tiles(new Tiles(8, 2)).listener(new Upscaler.Listener() {
            @Override
            public void tile(int done, int all) {
                heard.add(done + "/" + all);
            }

            @Override
            public void warning(String sentence) {
                heard.add(sentence);
            }
        });
        Path large = folder.resolve("large.png");
        upscaler.upscale(small, large);
        assertThat(heard).containsExactly("1/2", "2/2");
        Photo written = Photo.read(large);
        assertThat(written.profile()).get().isEqualTo(profile);
        assertThat(written.samples().getPixels(0, 0, 12, 8, (int[]) null))
                .containsExactly(samples(upscaler.upscale(image)));
        heard.clear();
        upscaler.upscale(small, folder.resolve("large.jpg"));
        assertThat(heard).hasSize(3).first().asString().contains("large.jpg has no transparency");
    }

    @Test
    void mistakesAreAnsweredWithASentence() throws IOException {
        Upscaler upscaler = upscaler(nearest(), 3);
        Path text = Files.writeString(folder.resolve("text.png"), "no image");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upscaler.upscale(text, folder.resolve("large.png")))
                .withMessage(text + " is not a PNG, JPEG, GIF, BMP, WebP or TIFF image");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upscaler.upscale(text, folder.resolve("none/large.png")))
                .withMessage("there is no folder " + folder.resolve("none") + " for " + folder.resolve("none/large.png")
                        + ": create it first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upscaler.upscale(text, folder.resolve("large.webp")))
                .withMessageContaining("name a file that ends in .png, .jpg or .jpeg");
        BufferedImage pixel = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Upscaler.of(runner(), nearest(), 50_000, 1, Weights.LATEST)
                        .upscale(pixel))
                .withMessage("an image of 1×1 becomes too large for memory at 50000 times its size: upscale from file"
                        + " to file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tiles.of(48))
                .withMessage(
                        "a tile of 48 pixels a side is too small, since 24 at each edge are context: choose at least"
                                + " 49, such as 192");
        Network same = new StubNetwork("generator", List.of(), (parameters, x) -> Outputs.of(x));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upscaler(same, 1).upscale(pixel))
                .withMessage("the network generator makes [1, 192, 192] of a tile [1, 192, 192], and an upscaler by 2"
                        + " needs [1, 384, 384]");
    }
}
