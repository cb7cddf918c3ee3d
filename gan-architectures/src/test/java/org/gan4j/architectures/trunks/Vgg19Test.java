package org.gan4j.architectures.trunks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Safetensors;
import org.gan4j.testkit.GradientCheck;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Vgg19Test {
    private static final String ADVICE = "; save those of torchvision.models.vgg19 as safetensors";

    @TempDir
    private Path folder;

    /** Returns the numbers of {@code made_up} in make_srgan_oracles.py. */
    private static TensorData madeUp(int layer, double scale, long... dims) {
        Shape shape = Shape.of(dims);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((7919L * i + 104729L * layer) % 2003 - 1001) / 1001.0 * scale;
        }
        return TensorData.of(DType.FLOAT, values, shape);
    }

    private static Map<String, TensorData> throughRelu22() {
        Map<String, TensorData> weights = new HashMap<>();
        int in = 3;
        for (int layer : List.of(0, 2, 5, 7)) {
            int out = layer < 5 ? 64 : 128;
            weights.put("features." + layer + ".weight", madeUp(layer, Math.sqrt(6.0 / (9 * in)), out, in, 3, 3));
            weights.put("features." + layer + ".bias", madeUp(layer + 1, 0.1, out));
            in = out;
        }
        return weights;
    }

    private Path written(Map<String, TensorData> weights) {
        Path file = folder.resolve("vgg19.safetensors");
        new Safetensors(weights, Map.of()).write(file);
        return file;
    }

    /** Returns a network without values, for shapes. */
    private static Vgg19 through(String deepest) {
        return Vgg19.of(deepest, (name, shape) -> Tensor.input(name, DType.FLOAT, shape.dims()));
    }

    @Test
    void itsFeaturesAreThoseOfPyTorch() {
        OracleCase known = Oracle.read("srgan").named("vgg19");
        Map<String, TensorData> more = throughRelu22();
        more.put("classifier.0.bias", TensorData.scalar(1f));
        Vgg19 net = Vgg19.of(written(more), "relu2_2");
        assertThat(net.features()).containsExactly("relu1_1", "relu1_2", "relu2_1", "relu2_2");
        Outputs layers = net.apply(Tensor.of(madeUp(100, 1, 1, 3, 7, 6)));
        assertThat(layers.value().shape()).isEqualTo(Shape.of(1, 128, 3, 3));
        List<Tensor> parts =
                new ArrayList<>(List.of(pixel(layers.head("relu1_2"), 2, 3), pixel(layers.head("relu2_2"), 1, 2)));
        net.features().forEach(name -> parts.add(layers.head(name).mean().reshape(1)));
        TensorData all = Tensor.concat(0, parts.toArray(Tensor[]::new))
                .cast(DType.DOUBLE)
                .evaluate();
        known.requireExpected("relu1_2", all.rows(0, 64), 1e-5);
        known.requireExpected("relu2_2", all.rows(64, 192), 1e-5);
        known.requireExpected("means", all.rows(192, 196), 1e-5);
    }

    private static Tensor pixel(Tensor features, int row, int column) {
        return features.slice(2, row, row + 1).slice(3, column, column + 1).reshape(-1);
    }

    @Test
    void itReadsTorchvisionsNames() {
        List<String> names = new ArrayList<>();
        Vgg19 net = Vgg19.of("relu5_4", (name, shape) -> {
            names.add(name + " " + shape);
            return Tensor.input(name, DType.FLOAT, shape.dims());
        });
        // torchvision.models.vgg19().features.named_parameters()
        assertThat(names.stream()
                        .filter(name -> name.contains("weight"))
                        .map(name -> name.replaceAll("features\\.|\\.weight|\\[|, 3, 3\\]|,", ""))
                        .collect(Collectors.joining("; ")))
                .isEqualTo("0 64 3; 2 64 64; 5 128 64; 7 128 128; 10 256 128; 12 256 256; 14 256 256; 16 256 256;"
                        + " 19 512 256; 21 512 512; 23 512 512; 25 512 512; 28 512 512; 30 512 512; 32 512 512;"
                        + " 34 512 512");
        assertThat(names).hasSize(32).contains("features.0.bias [64]", "features.34.bias [512]");
        assertThat(net.features())
                .hasSize(16)
                .startsWith("relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1")
                .endsWith("relu4_4", "relu5_1", "relu5_2", "relu5_3", "relu5_4");
    }

    @ParameterizedTest
    @CsvSource({
        "relu1_2,64,35,52",
        "relu2_1,128,17,26",
        "relu3_4,256,8,13",
        "relu4_1,512,4,6",
        "relu4_4,512,4,6",
        "relu5_4,512,2,3"
    })
    void lengthsAreHalvedAndRoundedDown(String feature, int channels, int height, int width) {
        Outputs layers = through("relu5_4").apply(Tensor.input("images", DType.FLOAT, 2, 3, 35, 52));
        assertThat(layers.head(feature).shape()).isEqualTo(Shape.of(2, channels, height, width));
        assertThat(through(feature)
                        .apply(Tensor.input("images", DType.FLOAT, 2, 1, 35, 52))
                        .value()
                        .shape())
                .isEqualTo(Shape.of(2, channels, height, width));
    }

    @Test
    void readsGrayImagesAsEqualRedGreenAndBlue() {
        Vgg19 net = Vgg19.of(written(throughRelu22()), "relu1_1");
        Tensor gray = Tensor.of(madeUp(3, 1, 1, 1, 4, 4));
        assertThat(net.apply(gray).value().toFloats())
                .containsExactly(
                        net.apply(Tensor.concat(1, gray, gray, gray)).value().toFloats());
    }

    @Test
    void gradientsFlowToTheImages() {
        Vgg19 net = Vgg19.of(written(throughRelu22()), "relu1_1");
        GradientCheck.of(in -> net.apply(in.get(0)).value().square().mean(), Tensor.of(madeUp(3, 1, 1, 3, 2, 2)))
                .holds();
    }

    @Test
    void refusesAFileThatIsNotVgg19() {
        Map<String, TensorData> weights = throughRelu22();
        weights.remove("features.2.bias");
        Path missing = written(weights);
        assertThatThrownBy(() -> Vgg19.of(missing, "relu2_2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        missing + " does not hold the weights of VGG-19: it has no tensor features.2.bias" + ADVICE);
        assertThat(Vgg19.of(missing, "relu1_1").features()).containsExactly("relu1_1");

        weights.put("features.0.weight", madeUp(0, 1, 64, 3, 7, 7));
        Path shape = written(weights);
        assertThatThrownBy(() -> Vgg19.of(shape))
                .hasMessage(shape + " does not hold the weights of VGG-19: features.0.weight has the shape"
                        + " [64, 3, 7, 7] instead of [64, 3, 3, 3]" + ADVICE);

        weights.put("features.0.weight", TensorData.of(new int[64 * 27], Shape.of(64, 3, 3, 3)));
        Path type = written(weights);
        assertThatThrownBy(() -> Vgg19.of(type))
                .hasMessage(type + " does not hold the weights of VGG-19: the elements of features.0.weight are INT"
                        + " instead of FLOAT" + ADVICE);
    }

    @Test
    void refusesOtherFeaturesAndImages() {
        assertThatThrownBy(() -> Vgg19.of(folder.resolve("none"), "conv2_2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("VGG-19 has no feature conv2_2: choose one of [relu1_1, relu1_2, ");
        assertThatThrownBy(() -> through("relu1_1").apply(Tensor.zeros(1, 4, 8, 8)))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("VGG-19 needs images [N,1,H,W] or [N,3,H,W]; the shape is [1, 4, 8, 8]");
        assertThatThrownBy(() -> through("relu2_1").apply(Tensor.zeros(1, 3, 1, 8)))
                .isInstanceOf(ShapeException.class);
    }
}
