package org.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.cli.Ran.gan;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.Gan;
import org.gan4j.export.onnx.OnnxExport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() {
        try (Gan gan = Ran.tiny()
                .runDirectory(folder.resolve("run"))
                .checkpointEvery(1)
                .build()) {
            gan.train(steps(2));
        }
    }

    private static ModelProto exported(Object... options) throws IOException {
        Path file = folder.resolve("model.onnx");
        Object[] all = new Object[3 + options.length];
        all[0] = "export";
        all[1] = folder.resolve("run");
        all[2] = file;
        System.arraycopy(options, 0, all, 3, options.length);
        Ran ran = gan(all);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ModelProto.parseFrom(Files.readAllBytes(file));
    }

    private static Map<String, String> metadata(ModelProto model) {
        return model.getMetadataPropsList().stream()
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> entry.getValue()));
    }

    @Test
    void theGeneratorIsWhatTheProgramExports() throws IOException {
        ModelProto model = exported();
        try (Gan gan = Gan.load(folder.resolve("run"))) {
            assertThat(model)
                    .isEqualTo(ModelProto.parseFrom(OnnxExport.of(gan).model().bytes()));
            assertThat(exported("--latest"))
                    .isEqualTo(ModelProto.parseFrom(
                            OnnxExport.of(gan).weights(Weights.LATEST).model().bytes()))
                    .isNotEqualTo(model);
        }
    }

    @Test
    void theFileTellsItsOrigin() throws IOException {
        ModelProto model = exported("--note", "license=MIT");
        assertThat(metadata(model))
                .containsEntry("gan4j.application", "unconditional")
                .containsEntry("gan4j.function", "generator")
                .containsEntry("gan4j.weights", "averaged")
                .containsEntry("gan4j.run", "run")
                .containsEntry("gan4j.step", "2")
                .containsEntry("gan4j.data", "fashion-mnist")
                .containsEntry("gan4j.data.license", "Fashion-MNIST: MIT License, © 2017 Zalando SE")
                .containsEntry("gan4j.latents", "normal")
                .containsEntry("gan4j.latents.size", "4")
                .containsEntry("gan4j.output.range", "[-1, 1]")
                .containsEntry("license", "MIT")
                .containsKey("gan4j.synthetic");
        assertThat(metadata(model).get("gan4j.classes")).startsWith("[\"T-shirt/top\",\"Trouser\"");
        assertThat(model.getProducerName()).isEqualTo("Gan4J");
        assertThat(metadata(exported("--step", "1")))
                .containsEntry("gan4j.run", "run")
                .containsEntry("gan4j.step", "1");
    }

    @Test
    void theCriticReadsImages() throws IOException {
        ModelProto model = exported("--function", "critic");
        assertThat(model.getGraph().getInput(0).getName()).isEqualTo("image");
        assertThat(metadata(model)).containsEntry("gan4j.weights", "latest").doesNotContainKey("gan4j.latents");
    }

    @Test
    void weightsHave16BitsAndInputsHave32() throws IOException {
        ModelProto model = exported("--fp16");
        assertThat(model.getGraph().getInitializerList().stream()
                        .filter(weight -> weight.getName().startsWith("generator/"))
                        .map(TensorProto::getDataType))
                .isNotEmpty()
                .containsOnly(TensorProto.DataType.FLOAT16.getNumber());
        assertThat(List.of(model.getGraph().getInput(0), model.getGraph().getOutput(0)))
                .allMatch(value ->
                        value.getType().getTensorType().getElemType() == TensorProto.DataType.FLOAT.getNumber());
    }

    @Test
    void theCommandSaysWhatIsInTheFile() {
        Ran ran = gan("export", folder.resolve("run"), folder.resolve("g.onnx"));
        assertThat(ran.out())
                .startsWith(
                        "generator after step 2, averaged weights: latents float [batch, 4] → samples [batch, 1, 28, 28]\n"
                                + folder.resolve("g.onnx") + ", ")
                .endsWith(" MB\n");
    }
}
