package org.gan4j.architectures.trunks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNetV2Test {
    /** The numbers are float's own to about 3e-5, and features are up to 30 large. */
    private static final double CLOSE = 2e-4;

    private static final MobileNetV2 NET = MobileNetV2.pretrained();

    @ParameterizedTest
    @CsvSource({
        "nd4j, chelsea_224, x/255",
        "nd4j, chelsea_224, x/127.5-1",
        "nd4j, china_224, x/255",
        "nd4j, china_224, x/127.5-1",
        "reference, chelsea_224, x/255"
    })
    void itsLayersAreThoseThatAnotherRuntimeComputed(String engine, String image, String scaling) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(getClass().getResourceAsStream("mobilenet-v2-reference.json"))
                .get(image + "|" + scaling);
        TensorData fed = pixels(image);
        // fed, since constants would be folded before the engine sees them
        Tensor pixels = Tensor.input("pixels", DType.FLOAT, fed.shape().dims());
        Outputs layers = NET.unscaled(
                scaling.equals("x/255") ? pixels.div(255) : pixels.div(127.5).sub(1));
        Stage stage = Stage.named("trunk");
        for (String layer : NET.features()) {
            stage = stage.output(layer, layers.head(layer));
        }
        try (Session session = Engines.named(engine).open();
                Program program = session.compile(Graph.of(stage))) {
            Map<String, TensorData> values = program.run(Map.of("pixels", fed)).outputs();
            for (String layer : NET.features()) {
                assertLike(values.get(layer), expected.get(layer));
            }
        }
    }

    private static void assertLike(TensorData value, JsonNode expected) {
        double[] x = value.toDoubles();
        int pixels = value.shape().dim(2) * value.shape().dim(3);
        assertThat(value.shape().dim(1)).isEqualTo(expected.get("shape").get(3).asInt());
        assertThat(value.shape().dim(2)).isEqualTo(expected.get("shape").get(1).asInt());
        assertThat(Arrays.stream(x).average().orElseThrow())
                .isCloseTo(expected.get("mean").asDouble(), within(CLOSE));
        assertThat(Math.sqrt(Arrays.stream(x).map(v -> v * v).average().orElseThrow()))
                .isCloseTo(expected.get("rms").asDouble(), within(CLOSE));
        // Keras puts channels last: its first numbers are the first channels of the first pixel
        assertThat(IntStream.range(0, 8).mapToDouble(c -> x[c * pixels]))
                .zipSatisfy(
                        IntStream.range(0, 8)
                                .mapToObj(c -> expected.get("first8").get(c).asDouble())
                                .toList(),
                        (actual, other) -> assertThat(actual).isCloseTo(other, within(CLOSE)));
    }

    private static TensorData pixels(String name) throws IOException {
        BufferedImage image = ImageIO.read(MobileNetV2Test.class.getResource(name + ".png"));
        int pixels = image.getWidth() * image.getHeight();
        float[] values = new float[3 * pixels];
        for (int i = 0; i < values.length; i++) {
            int rgb = image.getRGB(i % pixels % image.getWidth(), i % pixels / image.getWidth());
            values[i] = rgb >> (16 - 8 * (i / pixels)) & 0xFF;
        }
        return TensorData.of(values, Shape.of(1, 3, image.getHeight(), image.getWidth()));
    }

    @Test
    void scalesImagesFromMinusOneToOneToZeroToOne() {
        Tensor images = Tensor.of(new float[] {-1, 0, 1}, 1, 3, 1, 1).broadcastTo(1, 3, 32, 32);
        assertThat(NET.apply(images).value().toFloats())
                .containsExactly(NET.unscaled(images.add(1).div(2)).value().toFloats());
    }

    @Test
    void readsGrayImagesAsEqualRedGreenAndBlue() {
        float[] gray = new float[32 * 32];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (i % 7) / 3f - 1;
        }
        Tensor image = Tensor.of(gray, 1, 1, 32, 32);
        assertThat(NET.apply(image).value().toFloats())
                .containsExactly(
                        NET.apply(Tensor.concat(1, image, image, image)).value().toFloats());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 28, 33, 96})
    void lengthsAreHalvedAndRoundedUp(int size) {
        Outputs layers = NET.apply(Tensor.input("images", DType.FLOAT, 2, 1, size, size + 5));
        assertThat(layers.value().shape()).isEqualTo(Shape.of(2, 96, up(size, 16), up(size + 5, 16)));
        assertThat(layers.head("Conv1_relu").shape()).isEqualTo(Shape.of(2, 32, up(size, 2), up(size + 5, 2)));
        assertThat(layers.head("block_3_expand_relu").shape())
                .isEqualTo(Shape.of(2, 144, up(size, 4), up(size + 5, 4)));
        assertThat(layers.head("block_5_add").shape()).isEqualTo(Shape.of(2, 32, up(size, 8), up(size + 5, 8)));
    }

    private static int up(int length, int by) {
        return (length + by - 1) / by;
    }

    @Test
    void gradientsFlowToTheImages() {
        float[] pixels = new float[3 * 8 * 8];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) Math.sin(i);
        }
        Tensor image = Tensor.of(pixels, 1, 3, 8, 8);
        GradientCheck.of(
                        in -> NET.apply(in.get(0))
                                .head("block_3_expand_relu")
                                .square()
                                .mean(),
                        image)
                .holds();
        Tensor features = NET.apply(image).value().square().mean();
        assertThat(Gradients.of(features, image).norm().toDoubles()[0]).isPositive();
    }

    @Test
    void otherNumbersOfChannelsAreRefused() {
        assertThatThrownBy(() -> NET.apply(Tensor.zeros(1, 4, 32, 32)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MobileNetV2 needs images [N,1,H,W] or [N,3,H,W]; the shape is [1, 4, 32, 32]: choose one"
                        + " or three of the channels");
    }
}
