package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.losses.Presets.NON_SATURATING;
import static org.gan4j.losses.Presets.WGAN_GP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.api.AdversarialLoss;
import org.gan4j.api.CriticArchitecture;
import org.gan4j.api.Field;
import org.gan4j.api.GeneratorArchitecture;
import org.gan4j.architectures.Dcgan;
import org.gan4j.architectures.Mlp;
import org.gan4j.architectures.Output;
import org.gan4j.architectures.ResNet;
import org.gan4j.architectures.Widths;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.data.FashionMnist;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentTest {
    private static final Field IMAGE = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 28, 28));

    @TempDir
    Path folder;

    private Path written(GanSpec spec) {
        Path file = folder.resolve("experiment.yaml");
        new Experiment(spec, IMAGE, 12).write(file);
        return file;
    }

    private Path changed(String from, String to) throws IOException {
        Path file = written(TinyGans.of(WGAN_GP).spec());
        String text = Files.readString(file);
        assertThat(text).contains(from);
        return Files.writeString(file, text.replace(from, to));
    }

    @Test
    void readsBackWhatItWrote() {
        GanSpec spec = TinyGans.of(WGAN_GP).seed(-5).criticMoves(3).spec();
        Experiment read = Experiment.read(written(spec));
        assertThat(read.spec()).isEqualTo(spec);
        assertThat(read.image()).isEqualTo(IMAGE);
        assertThat(read.steps()).isEqualTo(12);
    }

    @Test
    void readsBackTheSettingsOfEachKindOfNetwork() {
        Map<GeneratorArchitecture, CriticArchitecture> networks = Map.of(
                Dcgan.generator().depth(2).upsampling(Upsampling.PIXEL_SHUFFLE),
                Dcgan.critic().activation(Activation.SILU).normalization(Normalization.INSTANCE),
                Mlp.generator().layers(4).output(Output.LINEAR),
                Mlp.critic().maxout(5).dropout(0.5),
                ResNet.generator().widths(Widths.DOUBLING),
                ResNet.critic().blocks(3).normalization(Normalization.NONE));
        networks.forEach((generator, critic) -> {
            GanSpec spec = Gan.builder()
                    .generator(generator)
                    .critic(critic)
                    .loss(WGAN_GP)
                    .data(FashionMnist.embedded())
                    .spec();
            assertThat(Experiment.read(written(spec)).spec()).isEqualTo(spec);
        });
    }

    @Test
    void anUnknownNameIsReportedWithItsNearMiss() throws IOException {
        Path file = changed("name: wasserstein", "name: waserstein");
        assertThatThrownBy(() -> Experiment.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ": there is no loss called waserstein; did you mean wasserstein?");
    }

    @Test
    void anUnknownSettingIsReported() throws IOException {
        Path file = changed("one-sided", "onesided");
        assertThatThrownBy(() -> Experiment.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file
                        + ": the regularizer gradient-penalty: there is no setting onesided; did you mean one-sided?");
    }

    @Test
    void aMissingKeyIsReported() throws IOException {
        Path file = changed("critic-moves: 5", "");
        assertThatThrownBy(() -> Experiment.read(file)).hasMessage(file + ": the key critic-moves is missing");
    }

    @Test
    void anEmptyFileIsReported() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.yaml"), "");
        assertThatThrownBy(() -> Experiment.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aTagNeverNamesAClass() throws IOException {
        Path file = changed("name: wasserstein", "name: !!javax.script.ScriptEngineManager []");
        assertThatThrownBy(() -> Experiment.read(file)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void codeIsWrittenForPeopleAndRefusedWithWhatToDo() {
        AdversarialLoss own = new AdversarialLoss() {
            @Override
            public String name() {
                return "own";
            }

            @Override
            public Tensor critic(Tensor real, Tensor fake) {
                return fake.mean();
            }

            @Override
            public Tensor generator(Tensor real, Tensor fake) {
                return fake.mean();
            }
        };
        GanSpec spec = Gan.builder()
                .generator(Dcgan.generator())
                .critic(Dcgan.critic())
                .loss(own)
                .data(FashionMnist.embedded())
                .spec();
        Path file = written(spec);
        assertThat(file).content().contains("code: org.gan4j.dsl.ExperimentTest");
        assertThatThrownBy(() -> Experiment.read(file))
                .hasMessageContaining("the loss is code")
                .hasMessageContaining("GanPlugin");
    }

    @Test
    void aNumberThatIsNoneIsReported() throws IOException {
        Path file = changed("batch-size: 4", "batch-size: eight");
        assertThatThrownBy(() -> Experiment.read(file))
                .hasMessage(file + ": the key batch-size must be a whole number, not \"eight\"");
    }

    @ParameterizedTest
    @CsvSource({
        "seed: 1, seed: 12.7, must be a whole number",
        "seed: 1, seed: 99999999999999999999, too large",
        "seed: 1, sed: 1, did you mean seed?",
        "critic-moves: 5, 'critic-moves: 5\ncritic-moves: 6', Duplicate",
        "latent: 6, latent: null, the generator dcgan: the setting latent cannot be null",
        "latent: 6, latent: 6.5, the generator dcgan: the setting latent cannot be 6.5",
        "steps: 12, steps: [], must be a whole number"
    })
    void aValueThatMakesNoSenseIsReported(String from, String to, String complaint) throws IOException {
        Path file = changed(from, to.replace("\\n", "\n"));
        assertThatThrownBy(() -> Experiment.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(complaint);
    }

    @Test
    void penaltiesThatAreNoListAreReported() throws IOException {
        Path file = written(TinyGans.of(NON_SATURATING).spec());
        Files.writeString(file, Files.readString(file).replace("regularizers: []", "regularizers: none"));
        assertThatThrownBy(() -> Experiment.read(file)).hasMessageContaining("regularizers must be a list");
    }

    /** A record whose settings a file cannot hold. */
    record Weighted(Tensor weight) implements AdversarialLoss {
        @Override
        public String name() {
            return "weighted";
        }

        @Override
        public Tensor critic(Tensor real, Tensor fake) {
            return fake.mean().mul(weight);
        }

        @Override
        public Tensor generator(Tensor real, Tensor fake) {
            return fake.mean().neg();
        }
    }

    @Test
    void aRecordThatAFileCannotHoldIsCode() {
        GanSpec spec = GanSpec.builder()
                .from(TinyGans.of(NON_SATURATING).spec())
                .loss(new Weighted(Tensor.scalar(2)))
                .build();
        assertThat(written(spec)).content().contains("code: org.gan4j.dsl.ExperimentTest$Weighted");
    }
}
