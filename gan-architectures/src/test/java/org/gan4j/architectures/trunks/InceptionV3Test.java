package org.gan4j.architectures.trunks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.io.Safetensors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InceptionV3Test {
    /** The folder that scripts/data/fetch-perceptual-net has filled, if the fetched weights are to be tested. */
    private static final String FETCHED = "gan4j.perceptual-net";

    private static final Set<Integer> TALL = Set.of(34, 36, 38, 44, 46, 48);
    private static final Set<Integer> WIDE = Set.of(33, 37, 39, 43, 47, 49);
    private static final Set<Integer> FIVES = Set.of(8, 15, 22);
    private static final Set<Integer> THREES = Set.of(1, 2, 3, 5, 10, 11, 17, 18, 24, 25, 27, 29, 30);

    @TempDir
    private static Path folder;

    private static InceptionV3 net;

    @BeforeAll
    static void madeUp() {
        weights(Integer.MAX_VALUE).write(folder.resolve("inception-v3.safetensors"));
        net = InceptionV3.in(folder);
    }

    @Test
    void itsLayersAreThoseThatPyTorchComputed() throws IOException {
        float[] pixels = new float[3 * 79 * 91];
        for (int j = 0; j < pixels.length; j++) {
            pixels[j] = (37 * j + j / 91 * 11) % 64 / 32f - 1;
        }
        assertLayers(net, Tensor.of(pixels, 1, 3, 79, 91), "made-up", "reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chelsea_224", "china_224"})
    @EnabledIfSystemProperty(named = FETCHED, matches = ".+")
    void theFetchedWeightsGiveTheLayersThatPyTorchComputed(String image) throws IOException {
        InceptionV3 fetched = InceptionV3.in(Path.of(System.getProperty(FETCHED)));
        assertLayers(fetched, photograph(image), image, "nd4j");
    }

    private static void assertLayers(InceptionV3 trunk, Tensor images, String name, String engine) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(InceptionV3Test.class.getResourceAsStream("inception-v3-oracle.json"))
                .get(name);
        TensorData fed = images.evaluate();
        // fed, since constants would be folded before the engine sees them
        Outputs layers =
                trunk.apply(Tensor.input("images", DType.FLOAT, fed.shape().dims()));
        Stage stage = Stage.named("trunk");
        for (String layer : trunk.features()) {
            stage = stage.output(layer, layers.head(layer));
        }
        try (Session session = Engines.named(engine).open();
                Program program = session.compile(Graph.of(stage))) {
            Map<String, TensorData> values = program.run(Map.of("images", fed)).outputs();
            for (String layer : trunk.features()) {
                assertLike(layer, values.get(layer), expected.get(layer));
            }
        }
    }

    /** Compares values with an accuracy of float relative to their size. */
    private static void assertLike(String layer, TensorData value, JsonNode expected) {
        double[] x = value.toDoubles();
        double rms = expected.get("rms").asDouble();
        int pixels = value.shape().dim(2) * value.shape().dim(3);
        for (int axis = 0; axis < 4; axis++) {
            assertThat(value.shape().dim(axis))
                    .as(layer)
                    .isEqualTo(expected.get("shape").get(axis).asInt());
        }
        assertThat(Arrays.stream(x).average().orElseThrow())
                .as(layer)
                .isCloseTo(expected.get("mean").asDouble(), within(1e-5 * rms));
        assertThat(Math.sqrt(Arrays.stream(x).map(v -> v * v).average().orElseThrow()))
                .as(layer)
                .isCloseTo(rms, within(1e-5 * rms));
        JsonNode first = expected.get("first8");
        for (int c = 0; c < first.size(); c++) {
            double single = first.get(c).asDouble();
            assertThat(x[c * pixels]).as(layer).isCloseTo(single, within(1e-5 * Math.max(single, rms)));
        }
    }

    private static Tensor photograph(String name) throws IOException {
        BufferedImage image = ImageIO.read(InceptionV3Test.class.getResource(name + ".png"));
        int pixels = image.getWidth() * image.getHeight();
        float[] values = new float[3 * pixels];
        for (int i = 0; i < values.length; i++) {
            int rgb = image.getRGB(i % pixels % image.getWidth(), i % pixels / image.getWidth());
            values[i] = (rgb >> (16 - 8 * (i / pixels)) & 0xFF) / 127.5f - 1;
        }
        return Tensor.of(values, 1, 3, image.getHeight(), image.getWidth());
    }

    @Test
    void imagesOf299HaveThePapersSizes() {
        Outputs layers = net.apply(Tensor.input("images", DType.FLOAT, 2, 1, 299, 299));
        assertThat(net.features().stream()
                        .map(layer -> layers.head(layer).shape().dim(3)))
                .containsExactly(149, 71, 35, 35, 35, 17, 17, 17);
        assertThat(layers.value()).isSameAs(layers.head("mixed5"));
    }

    @Test
    void smallImagesAndOtherChannelsAreRefused() {
        assertThat(net.apply(Tensor.input("images", DType.FLOAT, 1, 1, 43, 43))
                        .value()
                        .shape())
                .isEqualTo(Shape.of(1, 10, 1, 1));
        assertThatThrownBy(() -> net.apply(Tensor.zeros(1, 3, 42, 50)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("InceptionV3 needs images of at least 43×43; the shape is [1, 3, 42, 50]: enlarge the"
                        + " images, or choose another trunk");
        assertThatThrownBy(() -> net.apply(Tensor.zeros(1, 4, 50, 50)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("InceptionV3 needs images [N,1,H,W] or [N,3,H,W]; the shape is [1, 4, 50, 50]: choose one"
                        + " or three of the channels");
    }

    @Test
    void missingFilesAndTensorsAreNamed(@TempDir Path other) throws IOException {
        assertThatThrownBy(() -> InceptionV3.in(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no file inception-v3.safetensors with the weights of InceptionV3 in " + other
                        + "; fetch it: scripts/data/fetch-perceptual-net " + other);
        Path file = other.resolve("inception-v3.safetensors");
        weights(39).write(file);
        assertThatThrownBy(() -> InceptionV3.in(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file " + file + " has no tensor conv2d_40/kernel with its scale, which InceptionV3"
                        + " needs; fetch it again: scripts/data/fetch-perceptual-net " + other);
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> InceptionV3.in(other)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The narrow network of make_inception_oracle.py, through the convolution of the given number. */
    private static Safetensors weights(int last) {
        Map<String, TensorData> tensors = new HashMap<>();
        Map<String, String> metadata = new HashMap<>();
        for (int i = 1; i <= Math.min(50, last); i++) {
            int outputs = outputs(i);
            List<Integer> kernel = kernel(i);
            Shape shape = Shape.of(outputs, inputs(i), kernel.get(0), kernel.get(1));
            put(tensors, metadata, "conv2d_" + i + "/kernel", "0.125 -1.25", values(i, shape, 17));
            String norm = "batch_normalization_" + i;
            put(tensors, metadata, norm + "/beta", "0.0625 0", values(i, Shape.of(outputs), 7));
            put(tensors, metadata, norm + "/moving_mean", "0.0625 -0.5", values(i, Shape.of(outputs), 3));
            put(tensors, metadata, norm + "/moving_variance", "0.25 1", values(i, Shape.of(outputs), 11));
        }
        return new Safetensors(tensors, metadata);
    }

    private static void put(
            Map<String, TensorData> tensors,
            Map<String, String> metadata,
            String name,
            String scaleAndLeast,
            TensorData values) {
        tensors.put(name, values);
        metadata.put(name, scaleAndLeast);
    }

    private static TensorData values(int i, Shape shape, int factor) {
        return TensorData.of(
                IntStream.range(0, shape.size())
                        .map(j -> (factor * j + 5 * i) % 23)
                        .toArray(),
                shape);
    }

    private static int outputs(int i) {
        return 2 + i % 2;
    }

    private static List<Integer> kernel(int i) {
        if (TALL.contains(i)) {
            return List.of(7, 1);
        }
        if (WIDE.contains(i)) {
            return List.of(1, 7);
        }
        int side = FIVES.contains(i) ? 5 : THREES.contains(i) ? 3 : 1;
        return List.of(side, side);
    }

    /** The channels of the block or the convolution that precedes one. */
    private static int inputs(int i) {
        if (i == 1) {
            return 3;
        }
        int mixed0 = outputs(6) + outputs(8) + outputs(11) + outputs(12);
        int mixed1 = outputs(13) + outputs(15) + outputs(18) + outputs(19);
        int mixed2 = outputs(20) + outputs(22) + outputs(25) + outputs(26);
        int mixed3 = outputs(27) + outputs(30) + mixed2;
        int mixed4 = outputs(31) + outputs(34) + outputs(39) + outputs(40);
        return switch (i) {
            case 6, 7, 9, 12 -> outputs(5);
            case 13, 14, 16, 19 -> mixed0;
            case 20, 21, 23, 26 -> mixed1;
            case 27, 28 -> mixed2;
            case 31, 32, 35, 40 -> mixed3;
            case 41, 42, 45, 50 -> mixed4;
            default -> outputs(i - 1);
        };
    }
}
