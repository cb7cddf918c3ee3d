package org.gan4j.architectures.trunks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FidInceptionV3Test {
    private static final String SQUARES = "branch1x1:1x1 branch5x5_1:1x1 branch5x5_2:5x5 branch3x3dbl_1:1x1"
            + " branch3x3dbl_2:3x3 branch3x3dbl_3:3x3 branch_pool:1x1";
    private static final String STRIPS = "branch1x1:1x1 branch7x7_1:1x1 branch7x7_2:1x7 branch7x7_3:7x1"
            + " branch7x7dbl_1:1x1 branch7x7dbl_2:7x1 branch7x7dbl_3:1x7 branch7x7dbl_4:7x1 branch7x7dbl_5:1x7"
            + " branch_pool:1x1";
    private static final String FORKS = "branch1x1:1x1 branch3x3_1:1x1 branch3x3_2a:1x3 branch3x3_2b:3x1"
            + " branch3x3dbl_1:1x1 branch3x3dbl_2:3x3 branch3x3dbl_3a:1x3 branch3x3dbl_3b:3x1 branch_pool:1x1";
    private static final Map<String, String> BLOCKS = new LinkedHashMap<>();

    static {
        for (String name : List.of("5b", "5c", "5d")) {
            BLOCKS.put(name, SQUARES);
        }
        BLOCKS.put("6a", "branch3x3:3x3 branch3x3dbl_1:1x1 branch3x3dbl_2:3x3 branch3x3dbl_3:3x3");
        for (String name : List.of("6b", "6c", "6d", "6e")) {
            BLOCKS.put(name, STRIPS);
        }
        BLOCKS.put(
                "7a",
                "branch3x3_1:1x1 branch3x3_2:3x3 branch7x7x3_1:1x1 branch7x7x3_2:1x7 branch7x7x3_3:7x1"
                        + " branch7x7x3_4:3x3");
        BLOCKS.put("7b", FORKS);
        BLOCKS.put("7c", FORKS);
    }

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "reference"})
    void itsLayersAreThoseThatPyTorchComputed(String engine) throws IOException {
        FidInceptionV3 net = net(weights());
        float[] pixels = new float[3 * 107 * 131];
        for (int j = 0; j < pixels.length; j++) {
            pixels[j] = (37 * j + j / 131 * 11) % 64 / 32f - 1;
        }
        Shape shape = Shape.of(1, 3, 107, 131);
        Outputs layers = net.apply(Tensor.input("images", DType.FLOAT, shape.dims()));
        Stage stage = Stage.named("trunk");
        for (String layer : net.features()) {
            stage = stage.output(layer, layers.head(layer));
        }
        JsonNode expected = new ObjectMapper().readTree(getClass().getResource("fid-inception-oracle.json"));
        try (Session session = Engines.named(engine).open();
                Program program = session.compile(Graph.of(stage))) {
            Map<String, TensorData> values =
                    program.run(Map.of("images", TensorData.of(pixels, shape))).outputs();
            assertThat(expected).hasSize(net.features().size());
            for (String layer : net.features()) {
                assertLike(layer, values.get(layer), expected.get(layer));
            }
        }
    }

    /** Compares values with an accuracy of float relative to their size. */
    private static void assertLike(String layer, TensorData value, JsonNode expected) {
        double[] x = value.toDoubles();
        double rms = expected.get("rms").asDouble();
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
        int pixels = value.shape().dim(2) * value.shape().dim(3);
        for (int c = 0; c < first.size(); c++) {
            assertThat(x[c * pixels])
                    .as(layer)
                    .isCloseTo(
                            first.get(c).asDouble(),
                            within(1e-5 * Math.max(first.get(c).asDouble(), rms)));
        }
    }

    @Test
    void imagesOf299HaveThePapersSizes() {
        Outputs layers = net(weights()).apply(Tensor.input("images", DType.FLOAT, 2, 1, 299, 299));
        assertThat(List.of("Conv2d_2b_3x3", "Conv2d_4a_3x3", "Mixed_5d", "Mixed_6e", "Mixed_7a", "Mixed_7c"))
                .extracting(layer -> layers.head(layer).shape().dim(3))
                .containsExactly(147, 71, 35, 17, 8, 8);
        assertThat(layers.value()).isSameAs(layers.head("Mixed_7c"));
    }

    @Test
    void unusableFilesAreNamed() {
        Path none = folder.resolve("none.safetensors");
        assertThatThrownBy(() -> FidInceptionV3.of(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no file " + none + " with the weights of FID's InceptionV3, which this library"
                        + " does not bring; docs/metrics.md shows how to save it from pytorch-fid");
        Map<String, TensorData> fewer = weights();
        fewer.remove("Mixed_7c.branch_pool.bn.running_var");
        assertThatThrownBy(() -> net(fewer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("fid.safetensors")
                        + " does not hold the weights of FID's InceptionV3: it has no tensor"
                        + " Mixed_7c.branch_pool.bn.running_var; save those of pytorch-fid as safetensors, as"
                        + " docs/metrics.md shows");
        Map<String, TensorData> turned = weights();
        turned.put("Mixed_6b.branch7x7_2.conv.weight", values(0, Shape.of(2, 2, 7, 1), 1, 1, 0));
        assertThatThrownBy(() -> net(turned))
                .hasMessageContaining("Mixed_6b.branch7x7_2.conv.weight has the shape [2, 2, 7, 1], and a kernel of 1×7"
                        + " is needed");
        Map<String, TensorData> longer = weights();
        longer.put("Conv2d_1a_3x3.bn.bias", values(0, Shape.of(3), 1, 1, 0));
        assertThatThrownBy(() -> net(longer))
                .hasMessageContaining("Conv2d_1a_3x3.bn.bias has the shape [3] instead of [2]");
        assertThatThrownBy(() -> net(weights()).apply(Tensor.zeros(1, 3, 74, 80)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("FID's InceptionV3 needs images of at least 75×75; the shape is [1, 3, 74, 80]: enlarge the"
                        + " images");
    }

    private static FidInceptionV3 net(Map<String, TensorData> weights) {
        Path file = folder.resolve("fid.safetensors");
        new Safetensors(weights, Map.of()).write(file);
        return FidInceptionV3.of(file);
    }

    /** The narrow network of make_fid_inception_oracle.py: two outputs per convolution. */
    private static Map<String, TensorData> weights() {
        Map<String, TensorData> all = new HashMap<>();
        int i = 0;
        int channels = 3;
        for (String each : List.of("1a_3x3", "2a_3x3", "2b_3x3", "3b_1x1", "4a_3x3")) {
            put(all, i++, "Conv2d_" + each, channels, each.substring(3));
            channels = 2;
        }
        for (Map.Entry<String, String> block : BLOCKS.entrySet()) {
            for (String each : block.getValue().split(" ")) {
                String[] branch = each.split(":");
                boolean first = branch[0].matches("branch(1x1|3x3|_pool|.*_1)");
                put(all, i++, "Mixed_" + block.getKey() + "." + branch[0], first ? channels : 2, branch[1]);
            }
            // blocks that halve the size keep the channels of the one before; forks have two more branches than others
            boolean halves = block.getKey().endsWith("a");
            channels = halves ? channels + 4 : block.getValue().equals(FORKS) ? 12 : 8;
        }
        return all;
    }

    private static void put(Map<String, TensorData> all, int i, String name, int inputs, String kernel) {
        String[] sides = kernel.split("x");
        Shape shape = Shape.of(2, inputs, Long.parseLong(sides[0]), Long.parseLong(sides[1]));
        all.put(name + ".conv.weight", values(i, shape, 17, 0.125, -1.25));
        all.put(name + ".bn.weight", values(i, Shape.of(2), 13, 0.0625, 0.5));
        all.put(name + ".bn.bias", values(i, Shape.of(2), 7, 0.0625, 0));
        all.put(name + ".bn.running_mean", values(i, Shape.of(2), 3, 0.0625, -0.5));
        all.put(name + ".bn.running_var", values(i, Shape.of(2), 11, 0.25, 1));
    }

    private static TensorData values(int i, Shape shape, int factor, double scale, double least) {
        return TensorData.of(
                DType.FLOAT,
                IntStream.range(0, shape.size())
                        .mapToDouble(j -> (factor * j + 5 * i) % 23 * scale + least)
                        .toArray(),
                shape);
    }
}
