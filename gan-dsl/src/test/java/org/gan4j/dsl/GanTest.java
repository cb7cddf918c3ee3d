package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gan4j.api.training.TrainingLength.epochs;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.transforms.Flip;
import org.gan4j.data.transforms.Shift;
import org.gan4j.dsl.inference.Latents;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GanTest {
    @TempDir
    Path folder;

    @Test
    void aRunLeavesConfigurationMetricsSamplesAndCheckpoints() throws IOException {
        Path run = folder.resolve("run");
        try (Gan gan =
                TinyGans.of(NON_SATURATING).runDirectory(run).sampleEvery(2).build()) {
            assertThat(gan.train(steps(3)).steps()).isEqualTo(3);
        }
        assertThat(run.resolve("experiment.yaml")).isNotEmptyFile();
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(3);
        assertThat(run.resolve("samples")).isDirectoryContaining("glob:**step-000002.png");
        assertThat(run.resolve("samples")).isDirectoryContaining("glob:**step-000003.png");
        assertThat(run.resolve("checkpoints")).isDirectoryContaining("glob:**step-000003.safetensors");
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            Path run = folder.resolve(name);
            try (Gan gan = TinyGans.of(WGAN_GP).seed(7).runDirectory(run).build()) {
                gan.train(steps(2));
            }
            files.add(Files.readAllBytes(run.resolve("metrics.jsonl")));
            files.add(Files.readAllBytes(run.resolve("checkpoints/step-000002.safetensors")));
            files.add(Files.readAllBytes(run.resolve("samples/step-000002.png")));
            files.add(Files.readAllBytes(run.resolve("experiment.yaml")));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(files.get(i)).isEqualTo(files.get(i + 4));
        }
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        try (Gan one = TinyGans.of(NON_SATURATING).seed(1).build();
                Gan two = TinyGans.of(NON_SATURATING).seed(2).build()) {
            assertThat(one.train(steps(1)).metrics())
                    .isNotEqualTo(two.train(steps(1)).metrics());
        }
    }

    @Test
    void aLoadedGanMakesTheSameSamples() {
        Path run = folder.resolve("run");
        TensorData samples;
        GanSpec spec;
        try (Gan gan = TinyGans.of(WGAN_GP).runDirectory(run).build()) {
            gan.train(steps(1));
            samples = gan.sample(5, 9).data();
            spec = gan.spec();
        }
        try (Gan loaded = Gan.load(run)) {
            assertThat(loaded.steps()).isEqualTo(1);
            assertThat(loaded.sample(5, 9).data()).isEqualTo(samples);
            assertThat(loaded.spec()).isEqualTo(spec.with(GanSpec.STEPS, Optional.of(1)));
        }
    }

    @Test
    void theFirstSamplesDoNotDependOnHowManyAreAskedFor() {
        try (Gan gan = TinyGans.of(NON_SATURATING).build()) {
            TensorData many = gan.sample(70, 3).data();
            assertThat(many.shape()).isEqualTo(Shape.of(70, 1, 28, 28));
            assertThat(gan.sample(2, 3).data()).isEqualTo(many.rows(0, 2));
            assertThat(gan.sample(66, 3).data()).isEqualTo(many.rows(0, 66));
        }
    }

    @Test
    void truncatedSamplesKeepTheLatentsThatAreNearEnough() {
        Latents free = new Latents(LatentSpace.normal(8), 5, OptionalDouble.empty());
        float[] plain = free.rows(3, 40);
        float[] truncated = new Latents(LatentSpace.normal(8), 5, OptionalDouble.of(0.5)).rows(3, 40);
        for (int i = 0; i < plain.length; i++) {
            assertThat(Math.abs(truncated[i])).isLessThanOrEqualTo(0.5f);
            if (Math.abs(plain[i]) <= 0.5) {
                assertThat(truncated[i]).isEqualTo(plain[i]);
            }
        }
        assertThat(Arrays.copyOfRange(truncated, 80, 320))
                .isEqualTo(new Latents(LatentSpace.normal(8), 5, OptionalDouble.of(0.5)).rows(13, 30));
    }

    @Test
    void interpolationsLeadFromSampleToSampleAlongTheCircle() {
        Latents latents = new Latents(LatentSpace.normal(64), 5, OptionalDouble.empty());
        float[] ends = latents.rows(0, 4);
        float[] ways = latents.interpolations(2, 5);
        assertThat(Arrays.copyOfRange(ways, 0, 64)).containsExactly(Arrays.copyOfRange(ends, 0, 64), within(1e-6f));
        assertThat(Arrays.copyOfRange(ways, 9 * 64, 10 * 64))
                .containsExactly(Arrays.copyOfRange(ends, 3 * 64, 4 * 64), within(1e-6f));
        // halfway between a and b: (a + b) / (2 cos(ω/2))
        double dot = 0;
        for (int i = 0; i < 64; i++) {
            dot += ends[i] * ends[64 + i];
        }
        double angle = Math.acos(dot / (norm(ends, 0) * norm(ends, 64)));
        for (int i = 0; i < 64; i++) {
            double middle = (ends[i] + ends[64 + i]) / (2 * Math.cos(angle / 2));
            assertThat((double) ways[2 * 64 + i]).isCloseTo(middle, within(1e-5));
        }
    }

    private static double norm(float[] values, int from) {
        double squares = 0;
        for (int i = from; i < from + 64; i++) {
            squares += values[i] * values[i];
        }
        return Math.sqrt(squares);
    }

    @Test
    void theMovingAverageMakesOtherSamplesAndIsSaved() {
        TensorData averaged;
        try (Gan gan =
                TinyGans.of(NON_SATURATING).runDirectory(folder.resolve("run")).build()) {
            assertThat(gan.sample(SampleRequest.of(3).ema()).data().toFloats())
                    .isEqualTo(gan.sample(SampleRequest.of(3).latest()).data().toFloats());
            gan.train(steps(3));
            averaged = gan.sample(SampleRequest.of(3).ema()).data();
            assertThat(averaged.toFloats())
                    .isEqualTo(gan.sample(3).data().toFloats())
                    .isNotEqualTo(
                            gan.sample(SampleRequest.of(3).latest()).data().toFloats());
        }
        try (Gan loaded = Gan.load(folder.resolve("run"))) {
            assertThat(loaded.sample(SampleRequest.of(3).ema()).data().toFloats())
                    .isEqualTo(averaged.toFloats());
        }
    }

    @Test
    void withoutAMovingAverageThereIsNothingToSample() {
        try (Gan gan = TinyGans.of(NON_SATURATING).ema(0).build()) {
            assertThatThrownBy(() -> gan.sample(SampleRequest.of(3).ema()))
                    .hasMessage("this GAN keeps no moving average because its ema is 0: train one with ema 0.999, or"
                            + " use the latest weights");
        }
    }

    @Test
    void transformsChangeTheTrainingDataAndARunContinuesWithThem() throws IOException {
        for (String name : List.of("whole", "parts")) {
            try (Gan gan = TinyGans.of(NON_SATURATING)
                    .transforms(Flip.horizontally(), Shift.slightly())
                    .runDirectory(folder.resolve(name))
                    .build()) {
                gan.train(steps(name.equals("whole") ? 4 : 2));
            }
        }
        try (Gan gan = Gan.load(folder.resolve("parts"))) {
            gan.train(steps(2));
        }
        String whole = Files.readString(folder.resolve("whole/metrics.jsonl"));
        assertThat(Files.readString(folder.resolve("parts/metrics.jsonl"))).isEqualTo(whole);
        try (Gan plain = TinyGans.of(NON_SATURATING)
                .runDirectory(folder.resolve("plain"))
                .build()) {
            plain.train(steps(4));
        }
        assertThat(Files.readString(folder.resolve("plain/metrics.jsonl"))).isNotEqualTo(whole);
    }

    @Test
    void aGanOfDataInMemorySamplesWithoutThemAndTrainsOnIfTheyAreSupplied() throws IOException {
        DataSource data = DataSource.of(new float[12][8 * 8], 1, 8, 8);
        for (String name : List.of("whole", "parts")) {
            try (Gan gan = Gan.builder()
                    .generator(Dcgan.generator().latent(3).width(2))
                    .critic(Dcgan.critic().width(2))
                    .loss(NON_SATURATING)
                    .data(data)
                    .batchSize(4)
                    .engine("reference")
                    .runDirectory(folder.resolve(name))
                    .build()) {
                gan.train(steps(name.equals("whole") ? 4 : 2));
            }
        }
        try (Gan gan = Gan.load(folder.resolve("parts"))) {
            assertThat(gan.sample(3).count()).isEqualTo(3);
            assertThatThrownBy(() -> gan.train(steps(2)))
                    .hasMessage(
                            "the data source is code (org.gan4j.api.data.InMemoryData), which a file cannot hold: pass it to"
                                    + " Gan.load to continue training");
        }
        try (Gan gan = Gan.load(folder.resolve("parts"), List.of(data))) {
            gan.train(steps(2));
        }
        for (String file : List.of("experiment.yaml", "metrics.jsonl", "checkpoints/step-000004.safetensors")) {
            assertThat(folder.resolve("parts").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
    }

    @Test
    void aRunWhoseFileWasChangedCannotContinue() throws IOException {
        Path run = folder.resolve("run");
        try (Gan gan = TinyGans.of(NON_SATURATING).ema(0).runDirectory(run).build()) {
            gan.train(steps(1));
        }
        Path file = run.resolve("experiment.yaml");
        Files.writeString(file, Files.readString(file).replace("ema: 0.0", "ema: 0.9"));
        assertThatThrownBy(() -> Gan.load(run))
                .hasMessageContaining("the checkpoint has no average/generator/")
                .hasMessageContaining("was changed after the run started; undo the change to continue the run");
    }

    @Test
    void twoProgramsDoNotTrainInOneFolder() {
        Path run = folder.resolve("run");
        try (Gan gan = TinyGans.of(NON_SATURATING).runDirectory(run).build()) {
            gan.train(steps(1));
        }
        try (Gan first = Gan.load(run);
                Gan second = Gan.load(run, new TrainingListener() {
                    @Override
                    public void stepped(Progress progress) {
                        assertThatThrownBy(() -> first.train(steps(1)))
                                .hasMessage("this program is training in " + run
                                        + " already: wait until that training ends, or choose another folder");
                    }
                })) {
            second.train(steps(1));
            assertThat(run.resolve("metrics.jsonl")).content().hasLineCount(2);
        }
    }

    @Test
    void theCriticScoresAnyNumberOfSamples() {
        try (Gan gan = TinyGans.of(NON_SATURATING).build()) {
            TensorData samples = gan.sample(70).data();
            float[] all = gan.score(samples);
            assertThat(all).hasSize(70);
            TensorData last =
                    TensorData.of(Arrays.copyOfRange(samples.toFloats(), 69 * 784, 70 * 784), Shape.of(1, 1, 28, 28));
            assertThat(gan.score(last)).containsExactly(all[69]);
            assertThatThrownBy(() -> gan.score(TensorData.of(new float[784], Shape.of(1, 784))))
                    .hasMessage("the critic scores samples [N, ...] of shape [1, 28, 28] each, not [1, 784]");
        }
    }

    @Test
    void trainingContinuesWhereItStopped() {
        try (Gan twice = TinyGans.of(NON_SATURATING).build();
                Gan once = TinyGans.of(NON_SATURATING).build()) {
            twice.train(steps(2));
            assertThat(twice.train(steps(1)).metrics())
                    .isEqualTo(once.train(steps(3)).metrics());
            assertThat(twice.sample(2).data()).isEqualTo(once.sample(2).data());
        }
    }

    @Test
    void anEpochUsesTheDataOnce() {
        List<Integer> announced = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void started(Progress progress) {
                announced.add(progress.steps());
                throw new IllegalStateException("enough");
            }
        };
        try (Gan gan =
                TinyGans.of(NON_SATURATING).batchSize(100).listener(listener).build()) {
            assertThatThrownBy(() -> gan.train(epochs(2))).hasRootCauseMessage("enough");
        }
        assertThat(announced).containsExactly(200);
    }

    @Test
    void aUsersSettingOverridesThePreset() {
        GanSpec spec = TinyGans.of(WGAN_GP).criticUpdates(2).spec();
        assertThat(spec.components().criticUpdates()).isEqualTo(2);
        assertThat(spec.components().regularizers())
                .isEqualTo(WGAN_GP.components().regularizers());
        assertThat(TinyGans.of(WGAN_GP).regularizers().spec().components().regularizers())
                .isEmpty();
    }

    @Test
    void aClosedGanSaysSo() {
        Gan gan = TinyGans.of(NON_SATURATING).build();
        gan.close();
        assertThatThrownBy(() -> gan.sample(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aFolderThatIsNotARunCannotBeLoaded() {
        assertThatThrownBy(() -> Gan.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a run: it has no experiment.yaml");
    }

    @Test
    void aLoadedGanContinuesInItsDirectoryAsIfItHadNeverStopped() throws IOException {
        Path parts = folder.resolve("parts");
        Path whole = folder.resolve("whole");
        try (Gan gan = TinyGans.of(WGAN_GP).runDirectory(parts).build()) {
            gan.train(steps(2));
        }
        try (Gan loaded = Gan.load(parts)) {
            loaded.train(steps(1));
        }
        try (Gan gan = TinyGans.of(WGAN_GP).runDirectory(whole).build()) {
            gan.train(steps(3));
        }
        String last = "checkpoints/step-000003.safetensors";
        assertThat(parts.resolve(last)).hasSameBinaryContentAs(whole.resolve(last));
        assertThat(parts.resolve("metrics.jsonl")).hasSameBinaryContentAs(whole.resolve("metrics.jsonl"));
        assertThat(parts.resolve("experiment.yaml")).hasSameBinaryContentAs(whole.resolve("experiment.yaml"));
    }

    @Test
    void aGanWhoseTrainingFailedSaysSoAndKeepsItsCheckpoints() {
        Path run = folder.resolve("run");
        OptionsStep absurd = TinyGans.of(NON_SATURATING)
                .optimizer(new Adam(1e30, 0, 0.9, 1e-8))
                .checkpointEvery(1);
        try (Gan gan = absurd.runDirectory(run).build()) {
            assertThatThrownBy(() -> gan.train(steps(50))).isInstanceOf(NonFiniteException.class);
            assertThatThrownBy(() -> gan.train(steps(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot be trained further: step")
                    .hasMessageContaining("Gan.load");
            int steps = gan.steps();
            try (Gan loaded = Gan.load(run)) {
                assertThat(loaded.steps()).isEqualTo(steps);
            }
        }
    }

    @Test
    void aClosedGanDoesNotOpenItsDataAgain() {
        Gan gan = TinyGans.of(NON_SATURATING).build();
        gan.close();
        gan.close();
        assertThatThrownBy(gan::dataset)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> gan.train(steps(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoPenaltiesOfOneKindAreToldApart() {
        try (Gan gan = TinyGans.of(WGAN_GP)
                .regularizers(GradientPenalty.of(10), new GradientPenalty(1, 0, false))
                .build()) {
            assertThat(gan.train(steps(1)).metrics())
                    .containsKeys("loss.critic.gradient-penalty", "loss.critic.gradient-penalty-2");
        }
    }

    @Test
    void aStoppedTrainingEndsWithSamplesAndACheckpoint() {
        Path run = folder.resolve("run");
        Gan[] self = new Gan[1];
        TrainingListener stopping = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                if (progress.step() == 2) {
                    self[0].stop();
                }
            }
        };
        try (Gan gan =
                TinyGans.of(NON_SATURATING).runDirectory(run).listener(stopping).build()) {
            self[0] = gan;
            assertThat(gan.train(steps(100)).steps()).isEqualTo(3);
            assertThat(run.resolve("checkpoints/step-000003.safetensors")).exists();
            assertThat(run.resolve("samples/step-000003.png")).exists();
        }
    }

    @Test
    void aFailureBeforeTheFirstStepLeavesTheFolderForTheNextTry() {
        Path run = folder.resolve("run");
        AdversarialLoss perSample = new AdversarialLoss() {
            @Override
            public String name() {
                return "per-sample";
            }

            @Override
            public Tensor critic(Tensor real, Tensor fake) {
                return fake.sub(real);
            }

            @Override
            public Tensor generator(Tensor real, Tensor fake) {
                return fake.neg();
            }
        };
        GanSpec spec = TinyGans.of(NON_SATURATING).runDirectory(run).spec();
        try (Gan wrong = Gan.of(spec.with(GanComponents.LOSS, perSample))) {
            assertThatThrownBy(() -> wrong.train(steps(1))).hasMessageContaining("must be a scalar");
        }
        assertThat(run).doesNotExist();
        try (Gan repaired = Gan.of(spec)) {
            assertThat(repaired.train(steps(1)).steps()).isEqualTo(1);
        }
    }

    @Test
    void moreStepsThanCanBeCountedAreRefused() {
        try (Gan gan = TinyGans.of(NON_SATURATING).build()) {
            gan.train(steps(1));
            assertThatThrownBy(() -> gan.train(steps(Integer.MAX_VALUE)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "cannot train 2147483647 steps after step 1: the total must be at most 2147483647");
            assertThatThrownBy(() -> gan.train(epochs(1e15)))
                    .hasMessageContaining("more than the maximum of 2147483647");
        }
    }

    @Test
    void aListenerCannotTrainTheGanThatIsBeingTrained() {
        Gan[] self = new Gan[1];
        List<String> refused = new ArrayList<>();
        TrainingListener meddling = new TrainingListener() {
            @Override
            public void stepped(Progress progress) {
                try {
                    self[0].train(steps(1));
                } catch (IllegalStateException no) {
                    refused.add(no.getMessage());
                }
            }
        };
        try (Gan gan = TinyGans.of(NON_SATURATING).listener(meddling).build()) {
            self[0] = gan;
            assertThat(gan.train(steps(2)).steps()).isEqualTo(2);
            assertThat(gan.steps()).isEqualTo(2);
        }
        assertThat(refused).hasSize(2).allMatch(message -> message.contains("is being trained"));
    }

    @Test
    void requestsTogetherHaveTheSamplesOfEachAlone() {
        List<SampleRequest> requests = List.of(
                SampleRequest.of(3).seed(7),
                SampleRequest.of(1).seed(8).truncation(0.5),
                SampleRequest.of(2),
                SampleRequest.of(70).seed(7));
        try (Gan gan = TinyGans.of(NON_SATURATING).build()) {
            List<Samples> together = gan.sample(requests);
            assertThat(together).hasSameSizeAs(requests);
            for (int i = 0; i < requests.size(); i++) {
                assertThat(together.get(i).data())
                        .isEqualTo(gan.sample(requests.get(i)).data());
            }
            assertThat(gan.sample(List.of())).isEmpty();
            for (SampleRequest other : List.of(
                    SampleRequest.interpolations(2, 3),
                    SampleRequest.of(1).latest(),
                    SampleRequest.of(1).label("a"),
                    SampleRequest.of(1).texts("a"))) {
                assertThatThrownBy(() -> gan.sample(List.of(requests.get(0), other)))
                        .hasMessageContaining("generated together");
            }
        }
    }
}
