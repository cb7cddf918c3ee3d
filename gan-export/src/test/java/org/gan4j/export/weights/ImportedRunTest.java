package org.gan4j.export.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Safetensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedRunTest {
    @TempDir
    private Path folder;

    private static OptionsStep tiny() {
        return Gan.builder()
                .generator(Dcgan.generator().latent(3).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(NON_SATURATING)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .engine("reference");
    }

    private Path imported() {
        Path run = folder.resolve("imported");
        ImportedWeights weights = WeightImport.of(TorchFiles.weights("dcgan")).into(tiny().spec(), run);
        assertThat(weights.count()).isEqualTo(761 + 2 * (4 + 2)); // PyTorch's parameters, and moments of 6 channels
        return run;
    }

    @Test
    void anImportedRunMakesTheSamplesOfPyTorch() {
        try (Gan gan = Gan.load(imported())) {
            assertThat(gan.as(LatentSampler.class)
                            .samples(TorchFiles.input("dcgan"), Weights.LATEST)
                            .toFloats())
                    .containsExactly(TorchFiles.output("dcgan").toFloats(), within(1e-5f));
            assertThat(gan.sample(3).count()).isEqualTo(3);
            assertThatIllegalStateException()
                    .isThrownBy(() -> gan.train(steps(1)))
                    .withMessageContaining("may begin with it (from)");
        }
    }

    @Test
    void anImportedRunIsExportedAsTheFileThatItCameFrom() {
        Path file = folder.resolve("again.safetensors");
        WeightExport.of(imported()).write(file);
        Map<String, TensorData> expected =
                new TreeMap<>(Safetensors.read(TorchFiles.weights("dcgan")).tensors());
        expected.keySet().removeIf(name -> name.endsWith("num_batches_tracked"));
        assertThat(Safetensors.read(file).tensors()).isEqualTo(expected);
        assertThat(Safetensors.read(file).metadata())
                .isEqualTo(Map.of("format", "pt", "gan4j.network", "generator", "gan4j.step", "0"));
    }

    @Test
    void aTrainingBeginsWithAnImportedRun() {
        Path run = imported();
        try (Gan gan = tiny().from(run).build()) {
            assertThat(gan.as(LatentSampler.class)
                            .samples(TorchFiles.input("dcgan"), Weights.EMA)
                            .toFloats())
                    .containsExactly(TorchFiles.output("dcgan").toFloats(), within(1e-5f));
            gan.train(steps(1));
        }
    }

    @Test
    void theMovingAverageIsExportedUnlessTheLatestWeightsAreChosen() {
        Path run = folder.resolve("trained");
        try (Gan gan = tiny().runDirectory(run).build()) {
            gan.train(steps(3));
        }
        Map<Weights, TensorData> projections = new HashMap<>();
        for (Weights each : Weights.values()) {
            Path file = folder.resolve(each + ".safetensors");
            projections.put(each, WeightExport.of(run).weights(each).write(file).get("project.weight"));
        }
        assertThat(projections.get(Weights.EMA)).isNotEqualTo(projections.get(Weights.LATEST));
        Path usual = folder.resolve("usual.safetensors");
        assertThat(WeightExport.of(run).write(usual).get("project.weight")).isEqualTo(projections.get(Weights.EMA));
        Path critic = folder.resolve("critic.safetensors");
        assertThat(WeightExport.of(run).network("critic").step(3).write(critic).keySet())
                .contains("down0.weight", "norm1.running_var", "score.bias");
    }

    @Test
    void aNetworkThatDoesNotExistIsRefused() {
        Path run = imported();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightExport.of(run).network("refiner").write(folder.resolve("x.safetensors")))
                .withMessage("there is no network refiner in this GAN: choose one of [generator, critic]");
    }

    @Test
    void aFileThatDoesNotFitLeavesNoRun() {
        Path run = folder.resolve("run");
        assertThatIllegalArgumentException().isThrownBy(() -> WeightImport.of(TorchFiles.weights("srresnet"))
                .into(tiny().spec(), run));
        assertThat(Files.exists(run)).isFalse();
    }

    @Test
    void aFileOfWeightsIsNoRunToBeginWith() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tiny().from(TorchFiles.weights("dcgan")).build())
                .withMessageContaining("gan import");
    }
}
