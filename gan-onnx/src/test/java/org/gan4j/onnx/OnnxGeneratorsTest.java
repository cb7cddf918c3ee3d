package org.gan4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.onnx.SmallModels.OPEN;
import static org.gan4j.onnx.SmallModels.floats;
import static org.gan4j.onnx.SmallModels.node;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.inference.GeneratorFile;
import org.gan4j.api.latents.LatentDistribution;
import org.gan4j.api.latents.MixtureLatents;
import org.gan4j.api.latents.NormalLatents;
import org.gan4j.api.latents.UniformLatents;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.EvaluationRequest;
import org.gan4j.dsl.inference.ExternalGenerator;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.export.onnx.OnnxExport;
import org.gan4j.losses.LossPresets;
import org.gan4j.metrics.Evaluation;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generators that are ONNX files: those that this library exports, and those of other programs. */
class OnnxGeneratorsTest {
    @TempDir
    private Path folder;

    private static Gan gan(LatentDistribution latents) {
        return Gan.builder()
                .generator(Dcgan.generator().latent(6).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(LossPresets.NON_SATURATING)
                .data(FashionMnist.embedded())
                .latents(latents)
                .batchSize(4)
                .seed(11)
                .ema(0.5)
                .build();
    }

    static List<LatentDistribution> distributions() {
        return List.of(new NormalLatents(), new UniformLatents(-0.5, 2), new MixtureLatents(3, 0.25));
    }

    /** Samples differ by rounding, 2e-7 of the range of 2, and so the numbers must agree to 1e-3. */
    @Test
    void anExportedGeneratorIsJudgedAsItsGanIs() {
        Path file = folder.resolve("generator.onnx");
        EvaluationRequest request =
                EvaluationRequest.of(40).data(FashionMnist.embedded()).withReferences();
        try (Gan gan = gan(new NormalLatents())) {
            gan.train(TrainingLength.steps(3));
            OnnxExport.of(gan).write(file);
            Evaluation expected = gan.evaluate(request);
            try (ExternalGenerator generator = ExternalGenerator.open(file)) {
                Evaluation computed = generator.evaluate(request);
                assertThat(computed.values().keySet())
                        .isEqualTo(expected.values().keySet())
                        .contains("precision", "kernel-distance", "frechet");
                expected.values()
                        .forEach((name, value) -> assertThat(computed.values().get(name))
                                .as(name)
                                .isCloseTo(value, within(1e-3 * Math.max(1e-3, Math.abs(value)))));
                assertThat(computed.parts()).allSatisfy(part -> {
                    assertThat(part.protocol().samples())
                            .isEqualTo("samples of generator.onnx after step 3, moving average");
                    assertThat(part.protocol().weights()).isEqualTo("moving average");
                    assertThat(part.protocol().split()).isEmpty();
                    assertThat(part.protocol().data()).isEqualTo("fashion-mnist (of 10000)");
                    assertThat(part.protocol().seed()).isEqualTo(11);
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void anExportedGeneratorMakesTheSamplesOfItsGan(LatentDistribution latents) {
        Path file = folder.resolve("generator.onnx");
        SampleRequest five = SampleRequest.of(5).seed(3);
        try (Gan gan = gan(latents)) {
            gan.train(TrainingLength.steps(1));
            OnnxExport.of(gan).write(file);
            try (ExternalGenerator generator = ExternalGenerator.open(file)) {
                assertThat(generator.sampler().latents().distribution()).isEqualTo(latents);
                assertThat(generator.sample(five).data().toDoubles())
                        .containsExactly(gan.sample(five).data().toDoubles(), offset(1e-5));
                assertThat(generator.sample(SampleRequest.of(2)).data().toDoubles())
                        .containsExactly(gan.sample(SampleRequest.of(2)).data().toDoubles(), offset(1e-5));
            }
        }
    }

    private static double[] tiledTanh(ExternalGenerator generator, int count, double factor) {
        float[] latents = generator.sampler().latents().rows(5, 0, count);
        double[] expected = new double[latents.length * 16];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Math.tanh(latents[i / 16]) * factor + (factor - 1);
        }
        return expected;
    }

    @Test
    void latentsMayHaveTheShapeOfPyTorchsDcgan() throws IOException {
        for (int batch : new int[] {OPEN, 4}) { // exported for any number of rows, or for four of them
            Path file = SmallModels.likePyTorch(folder.resolve("pytorch.onnx"), batch, Map.of());
            try (ExternalGenerator generator = ExternalGenerator.open(file)) {
                assertThat(generator).hasToString("pytorch.onnx: 3 latents, normal → samples " + Shape.of(3, 4, 4));
                TensorData samples =
                        generator.sample(SampleRequest.of(70).seed(5)).data();
                assertThat(samples.shape()).isEqualTo(Shape.of(70, 3, 4, 4));
                assertThat(samples.toDoubles()).containsExactly(tiledTanh(generator, 70, 1), offset(1e-6));
            }
        }
    }

    @Test
    void theMetadataMayTellAnotherRangeOfImages() throws IOException {
        Map<String, String> wide = Map.of("gan4j.output.range", "[-1, 0]"); // -1 is black, 0 is white
        try (ExternalGenerator generator =
                ExternalGenerator.open(SmallModels.likePyTorch(folder.resolve("g.onnx"), OPEN, wide))) {
            assertThat(generator.sample(SampleRequest.of(3).seed(5)).data().toDoubles())
                    .containsExactly(tiledTanh(generator, 3, 2), offset(1e-6));
        }
    }

    private Path model(List<ValueInfoProto> inputs, ValueInfoProto output, NodeProto... nodes) throws IOException {
        return SmallModels.write(folder.resolve("m.onnx"), inputs, output, List.of(), Map.of(), nodes);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> new OnnxGenerators().open(file).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + " is no generator of latents alone: " + reason
                        + "; export it with one input, latents [N,size], and one output, images [N,C,H,W] or vectors"
                        + " [N,D]");
    }

    @Test
    void modelsOfTheWrongKindAreRefused() throws IOException {
        assertRefused(
                model(
                        List.of(floats("z", OPEN, 3), floats("label", OPEN, 3)),
                        floats("out", OPEN, 3),
                        node("Add", "out", "z", "label")),
                "it has the inputs [z, label], and one of latents is needed");
        assertRefused(
                model(List.of(floats("x", OPEN, 3, 8, 8)), floats("out", OPEN, 3, 8, 8), node("Tanh", "out", "x")),
                "its input is FLOAT [N, 3, 8, 8], and floats [N,size] or [N,size,1,1] are needed");
        assertRefused(
                model(List.of(floats("x", OPEN, 3, 8)), floats("out", OPEN, 3, 8), node("Tanh", "out", "x")),
                "its input is FLOAT [N, 3, 8], and floats [N,size] or [N,size,1,1] are needed");
        assertRefused(
                model(List.of(floats("z", OPEN, OPEN)), floats("out", OPEN, OPEN), node("Tanh", "out", "z")),
                "its input is FLOAT [N, N], whose size is open, and the metadata tell no gan4j.latents.size");
        assertRefused(
                model(List.of(floats("z", 2, 3)), floats("out", 1, 3), node("ReduceSum", "out", "z")),
                "its output for 2 rows of latents has the shape [1, 1]");
    }

    @Test
    void aCriticIsRefused() {
        Path file = folder.resolve("critic.onnx");
        try (Gan gan = gan(new NormalLatents())) {
            OnnxExport.of(gan).function("critic").write(file);
        }
        assertRefused(file, "it is the function critic of a GAN, which has no latents");
    }

    @Test
    void whatIsNoOnnxIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "nothing");
        assertThatThrownBy(() -> ExternalGenerator.open(text)).hasMessageContaining("cannot be read as ONNX: ");
    }

    @Test
    void vectorsAreInTheUnitsOfTheData() throws IOException {
        Path file = model(List.of(floats("z", OPEN, 2)), floats("out", OPEN, 2), node("Identity", "out", "z"));
        try (GeneratorFile generator = new OnnxGenerators().open(file)) {
            assertThat(generator.sample()).isEqualTo(Shape.of(2));
            assertThat(generator
                            .compute(TensorData.of(new float[] {1, -5, 2, 7}, Shape.of(2, 2)))
                            .toFloats())
                    .containsExactly(1, -5, 2, 7);
        }
        try (ExternalGenerator generator = ExternalGenerator.open(file)) {
            assertThat(generator.sample(SampleRequest.of(4).seed(5)).inUnits().toFloats())
                    .containsExactly(generator.sampler().latents().rows(5, 0, 4));
        }
    }

    @Test
    void samplesThatAreNotFiniteAreNoSamples() throws IOException {
        Path file = model(List.of(floats("z", OPEN, 2)), floats("out", OPEN, 2), node("Log", "out", "z"));
        try (ExternalGenerator generator = ExternalGenerator.open(file)) {
            assertThatThrownBy(() -> generator.sample(SampleRequest.of(50)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("a sample of m.onnx has a value that is NaN: its weights are not usable");
        }
    }
}
