package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.Balanced;
import org.gan4j.data.Subset;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.LoadRequest;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of scaled data, whose samples are in the units of the data. */
class UnitsTest {
    /** A generator of the largest of the first number and the smallest of the second, as they are scaled. */
    private record Corner() implements GeneratorArchitecture {
        @Override
        public String name() {
            return "corner";
        }

        @Override
        public int latent() {
            return 2;
        }

        @Override
        public List<String> problems(NetworkSpec spec) {
            return List.of();
        }

        @Override
        public Network build(NetworkSpec spec) {
            Sequential.Builder network = Sequential.in(spec.scope()).input(2);
            network.add(new Linear(network.scope("linear"), 2, 2, 1));
            Tensor corner = Tensor.of(new float[] {1, -1}, 2);
            return network.add(Layer.function("corner", all -> all.mul(0).add(corner)))
                    .build();
        }
    }

    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void writeTable() throws IOException {
        table = Files.writeString(
                folder.resolve("table.csv"), "height,kind,x\n0,a,-5\n1000,b,5\n250,a,0\n500,b,1\n750,a,2\n");
    }

    private CsvFile data() {
        return CsvFile.of(table).withLabel("kind");
    }

    private Gan gan(GeneratorArchitecture generator, DataSource data) {
        return Gan.builder()
                .generator(generator)
                .critic(Mlp.critic().width(4))
                .loss(LossPresets.NON_SATURATING)
                .data(data)
                .engine("reference")
                .batchSize(2)
                .runDirectory(folder.resolve("run"))
                .build();
    }

    @Test
    void savedSamplesAreInTheUnitsOfTheData() {
        try (Gan gan = gan(new Corner(), data())) {
            Samples samples = gan.sample(SampleRequest.of(2));
            assertThat(samples.data().toFloats()).containsExactly(1, -1, 1, -1);
            samples.saveNpy(folder.resolve("x.npy")).saveCsv(folder.resolve("x.csv"));
        }
        assertThat(Npy.read(folder.resolve("x.npy")))
                .isEqualTo(TensorData.of(new float[] {1000, -5, 1000, -5}, Shape.of(2, 2)));
        assertThat(folder.resolve("x.csv")).hasContent("height,x\n1000.0,-5.0\n1000.0,-5.0\n");
    }

    @Test
    void aRunKnowsItsUnitsWithoutTheDataAndKeepsThemWhenItIsResumed() throws IOException {
        DataSource wrapped = Subset.of(Balanced.of(data()), 6);
        try (Gan gan = gan(Mlp.generator().latent(2).width(4), wrapped)) {
            gan.train(steps(1));
        }
        try (Gan gan = Gan.load(LoadRequest.of(folder.resolve("run")))) {
            gan.train(steps(1));
        }
        Files.delete(table);
        try (Gan gan = Gan.load(folder.resolve("run"))) {
            Samples samples = gan.sample(SampleRequest.of(1));
            float[] scaled = samples.data().toFloats();
            assertThat(samples.inUnits().toFloats()).containsExactly(500 + 500 * scaled[0], 5 * scaled[1]);
        }
    }

    @Test
    void aRunOfAnEarlierVersionLearnsItsUnitsWhenItIsResumed() throws IOException {
        Path experiment = folder.resolve("run/experiment.yaml");
        try (Gan gan = gan(Mlp.generator().latent(2).width(4), data())) {
            gan.train(steps(1));
        }
        String text = Files.readString(experiment);
        String units =
                "scaling:\n- name: height\n  middle: 500.0\n  half: 500.0\n- name: x\n  middle: 0.0\n  half: 5.0\n";
        assertThat(text).contains(units);
        Files.writeString(experiment, text.replace(units, ""));
        try (Gan gan = Gan.load(folder.resolve("run"))) {
            Samples samples = gan.sample(SampleRequest.of(1));
            assertThat(samples.inUnits()).isEqualTo(samples.data());
        }
        for (int i = 0; i < 2; i++) {
            try (Gan gan = Gan.load(LoadRequest.of(folder.resolve("run")))) {
                gan.train(steps(1));
            }
            assertThat(experiment).content().contains(units);
        }
    }
}
