package org.gan4j.export.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.srresnet.Base;
import org.gan4j.architectures.srresnet.SrResNet;
import org.gan4j.architectures.srresnet.SrResNetGenerator;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.io.Safetensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares networks that get the weights of PyTorch's with what PyTorch computes. */
class WeightImportTest {
    private static final VariableScope SCOPE = VariableScope.of("generator", 1);
    private static final int STEP = 8;

    @TempDir
    private Path folder;

    private static Network dcgan(int size) {
        return Dcgan.generator().latent(3).width(2).build(NetworkSpec.generator(SCOPE, 3, Shape.of(1, size, size)));
    }

    private static Network srResNet() {
        return srResNet(SrResNet.generator());
    }

    private static Network srResNet(SrResNetGenerator architecture) {
        Field small = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 6, 5));
        return architecture.width(3).blocks(2).build(NetworkSpec.of(SCOPE, small, Shape.of(1, 24, 20)));
    }

    private static TensorData applied(Network network, ImportedWeights weights, TensorData input) {
        Map<Variable, Tensor> values = weights.values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Tensor.of(each.getValue())));
        return network.apply(Parameters.replacing(values), ForwardPass.inference(), Inputs.of(Tensor.of(input)))
                .value()
                .evaluate();
    }

    private static void assertSame(TensorData actual, TensorData expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.toFloats()).containsExactly(expected.toFloats(), within(1e-5f));
    }

    @Test
    void ourModuleOfDcganMakesWhatItMakesInPyTorch() {
        ImportedWeights weights = WeightImport.of(TorchFiles.weights("dcgan")).read(dcgan(28));
        assertThat(weights.names()).isEqualTo("Gan4J");
        assertSame(applied(dcgan(28), weights, TorchFiles.input("dcgan")), TorchFiles.output("dcgan"));
    }

    @ParameterizedTest
    @CsvSource({"dcgan-layer,LAYER", "dcgan-instance,INSTANCE"})
    void otherNormalizationsHaveTheWeightsOfPyTorchs(String name, Normalization normalization) {
        Network network = Dcgan.generator()
                .latent(3)
                .width(2)
                .normalization(normalization)
                .build(NetworkSpec.generator(SCOPE, 3, Shape.of(1, 28, 28)));
        ImportedWeights weights = WeightImport.of(TorchFiles.weights(name)).read(network);
        assertSame(applied(network, weights, TorchFiles.input(name)), TorchFiles.output(name));
    }

    @Test
    void theGeneratorOfPyTorchsExamplesMakesWhatItMakesThere() {
        Network network = dcgan(64);
        ImportedWeights weights =
                WeightImport.of(TorchFiles.weights("dcgan-examples")).read(network);
        TensorData latents = TorchFiles.input("dcgan-examples");
        TensorData made = applied(network, weights, TensorData.of(latents.toFloats(), Shape.of(2, 3)));
        TensorData expected = TorchFiles.output("dcgan-examples");
        for (int i = 0; i < expected.shape().size(); i++) {
            int column = i % STEP * STEP;
            int row = i / STEP % STEP * STEP;
            int image = i / STEP / STEP;
            assertThat(made.get((image * 64 + row) * 64 + column)).isCloseTo(expected.get(i), within(1e-5));
        }
    }

    @Test
    void theCriticOfPyTorchsExamplesScoresAsItDoesThere() {
        Network network =
                Dcgan.critic().width(2).build(NetworkSpec.critic(VariableScope.of("critic", 1), Shape.of(1, 64, 64)));
        ImportedWeights weights =
                WeightImport.of(TorchFiles.weights("dcgan-examples-critic")).read(network);
        TensorData scores = applied(network, weights, TorchFiles.input("dcgan-examples-critic"));
        assertThat(scores.toFloats())
                .containsExactly(TorchFiles.output("dcgan-examples-critic").toFloats(), within(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({"srresnet,Gan4J", "srresnet-trunk,Lornatang/SRGAN-PyTorch", "srresnet-blocks,leftthomas/SRGAN"})
    void srResNetEnlargesAsItDoesInPyTorch(String name, String origin) {
        ImportedWeights weights = WeightImport.of(TorchFiles.weights(name)).read(srResNet());
        assertThat(weights.names()).isEqualTo(origin);
        assertSame(applied(srResNet(), weights, TorchFiles.input(name)), TorchFiles.output(name));
    }

    @Test
    void srResNetWithoutNormalizationAddsToTheBicubicImageAsInPyTorch() {
        Network network =
                srResNet(SrResNet.generator().normalization(Normalization.NONE).base(Base.BICUBIC));
        ImportedWeights weights =
                WeightImport.of(TorchFiles.weights("srresnet-bicubic")).read(network);
        assertSame(
                applied(network, weights, TorchFiles.input("srresnet-bicubic")), TorchFiles.output("srresnet-bicubic"));
    }

    @Test
    void namesOfADataParallelModuleAreTheSame() {
        Map<String, TensorData> parallel = new TreeMap<>();
        Safetensors.read(TorchFiles.weights("dcgan"))
                .tensors()
                .forEach((name, value) -> parallel.put("module." + name, value));
        Path file = folder.resolve("parallel.safetensors");
        new Safetensors(parallel, Map.of()).write(file);
        assertThat(WeightImport.of(file).read(dcgan(28)).values())
                .isEqualTo(WeightImport.of(TorchFiles.weights("dcgan"))
                        .read(dcgan(28))
                        .values());
    }

    @Test
    void aFileThatDoesNotFitIsRefusedWithTheNamesThatDiffer() {
        Map<String, TensorData> changed =
                new TreeMap<>(Safetensors.read(TorchFiles.weights("dcgan")).tensors());
        changed.put("extra.weight", changed.remove("up1.weight"));
        changed.put("norm0.weight", TensorData.of(new float[3], Shape.of(3)));
        Path file = folder.resolve("changed.safetensors");
        new Safetensors(changed, Map.of()).write(file);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightImport.of(file).read(dcgan(28)))
                .withMessage(
                        file + " does not fit the network generator, by the names of Gan4J: give the settings of the"
                                + " network that it was trained as, or rename its tensors\n"
                                + "  missing: up1.weight [4, 2, 4, 4]\n"
                                + "  unexpected: extra.weight [4, 2, 4, 4]\n"
                                + "  of another shape: norm0.weight is [3] in place of [4]");
    }

    @Test
    void aFileOfPickleIsRefusedWithTheWayOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> WeightImport.of(folder.resolve("generator.pth")).read(dcgan(28)))
                .withMessageContaining("generator.pth is a file of Python's pickle");
    }

    @Test
    void atMostTwentyNamesAreListed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightImport.of(TorchFiles.weights("dcgan")).read(srResNet()))
                .withMessageContaining("by the names of Gan4J")
                .withMessageContaining(", and 18 more")
                .satisfies(refused -> assertThat(refused.getMessage()
                                .lines()
                                .filter(line -> line.startsWith("  missing"))
                                .findFirst()
                                .orElseThrow()
                                .split("\\], "))
                        .hasSize(21));
    }
}
