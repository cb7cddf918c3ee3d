package org.gan4j.dsl.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import com.google.inject.AbstractModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.api.training.Trainer;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.TinyGans;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The extension points: components by name, and other parts. Both are listed in this module's test resources. */
class PluginTest {
    /** A loss of a plug-in. */
    record Linear(double slope) implements AdversarialLoss {
        @Override
        public String name() {
            return "linear";
        }

        @Override
        public Tensor critic(Tensor real, Tensor fake) {
            return fake.sub(real).mean().mul(slope);
        }

        @Override
        public Tensor generator(Tensor real, Tensor fake) {
            return fake.mean().mul(-slope);
        }
    }

    /** A loss of which two have the same name. */
    record Twin(boolean first) implements AdversarialLoss {
        @Override
        public String name() {
            return "twin";
        }

        @Override
        public Tensor critic(Tensor real, Tensor fake) {
            return fake.mean();
        }

        @Override
        public Tensor generator(Tensor real, Tensor fake) {
            return fake.mean();
        }
    }

    public static final class Plugin implements GanPlugin {
        @Override
        public List<AdversarialLoss> losses() {
            return List.of(new Linear(1), new Twin(true), new Twin(false));
        }
    }

    /** Rebinds the trainer while a test asks for it. */
    public static final class Module extends AbstractModule implements GanModule {
        private static final AtomicReference<Trainer> TRAINER = new AtomicReference<>();

        @Override
        protected void configure() {
            if (TRAINER.get() != null) {
                bind(Trainer.class).toInstance(TRAINER.get());
            }
        }
    }

    @TempDir
    Path folder;

    @AfterEach
    void unbind() {
        Module.TRAINER.set(null);
    }

    private Path experiment(AdversarialLoss loss) {
        Path file = folder.resolve("experiment.yaml");
        GanSpec spec = TinyGans.of(NON_SATURATING).loss(loss).spec();
        Field image = new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 28, 28));
        new Experiment(spec, new DataSchema(List.of(image), List.of())).write(file);
        return file;
    }

    @Test
    void theMessageForAnOptionalComponentNamesItsModule() {
        assertThatThrownBy(() -> ComponentRegistry.onClassPath().named(ComponentKind.TEXT_ENCODER, "minilm"))
                .hasMessage("the text encoder minilm is in the module gan-text, which is not on the class path: add the"
                        + " dependency org.gan4j:gan-text; the command ./gan adds it by itself if its arguments,"
                        + " experiment or run name minilm");
        assertThatThrownBy(() -> ComponentRegistry.onClassPath().named(ComponentKind.EXTRACTOR, "onnx"))
                .hasMessageStartingWith(
                        "the extractor onnx is in the module gan-onnx, which is not on the class path:");
        assertThatThrownBy(() -> ComponentRegistry.onClassPath().named(ComponentKind.TEXT_ENCODER, "bag"))
                .hasMessage("there is no text encoder called bag; did you mean bag-of-words?");
    }

    @Test
    void aPluginsLossIsReadBackWithItsSettings() throws IOException {
        Path file = experiment(new Linear(2.5));
        assertThat(Files.readString(file)).contains("name: linear", "slope: 2.5");
        assertThat(Experiment.read(file).spec().components().loss()).isEqualTo(new Linear(2.5));
    }

    @Test
    void aNameThatTwoHaveIsAnErrorWhenItIsUsed() {
        Path file = experiment(new Twin(true));
        assertThatThrownBy(() -> Experiment.read(file))
                .hasMessageContaining("more than one loss called twin")
                .hasMessageContaining("PluginTest$Twin");
    }

    @Test
    void aModuleTakesThePlaceOfAPart() {
        Module.TRAINER.set(training -> new TrainingResult(training.to(), Map.of("replaced", 1.0)));
        try (Gan gan = TinyGans.of(NON_SATURATING).build()) {
            assertThat(gan.train(steps(3)).metrics()).containsOnlyKeys("replaced");
        }
    }

    @Test
    void aTrainerThatCannotExplainItsStepsSaysSo() {
        Module.TRAINER.set(training -> new TrainingResult(training.to(), Map.of()));
        try (Gan gan = TinyGans.of(NON_SATURATING).build()) {
            assertThatThrownBy(() -> gan.explain(1))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("cannot explain its steps: override Trainer.explain");
        }
    }
}
