package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.losses.Presets.WGAN_GP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.AdversarialLoss;
import org.gan4j.api.Field;
import org.gan4j.architectures.Dcgan;
import org.gan4j.data.FashionMnist;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .hasMessageContaining("the regularizer gradient-penalty")
                .hasMessageContaining("onesided");
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
}
