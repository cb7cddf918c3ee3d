package org.gan4j.apps.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.tables.Block;
import org.gan4j.api.data.tables.Choice;
import org.gan4j.api.latents.UniformLatents;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.data.tables.TableFile;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TabularTest {
    private static final RowConditions CONDITIONS = new RowConditions(List.of(
            new Choice("kind", new Block(Block.Kind.CHOICE, 1, 2), List.of("a", "b"), List.of(0.75, 0.25)),
            new Choice("member", new Block(Block.Kind.CHOICE, 3, 3), List.of("x", "y", ""), List.of(0.5, 0.3, 0.2))));

    @TempDir
    private Path folder;

    @Test
    void rowsEndInTanhAndGumbelSoftmax() {
        RowActivation activation =
                new RowActivation(List.of(new Block(Block.Kind.NUMBER, 0, 1), new Block(Block.Kind.CHOICE, 1, 2)), 0.5);
        TensorData row = activation
                .apply(Tensor.of(new double[] {0.5, 1, 2}, 1, 3), Tensor.of(new double[] {0.25, -0.5}, 1, 2))
                .evaluate();
        // tanh(0.5); softmax((1.25, 1.5) / 0.5) = 1 / (1 + exp(0.5)) and the rest
        assertThat(row.toDoubles()[0]).isCloseTo(0.46211715726, within(1e-9));
        assertThat(row.toDoubles()[1]).isCloseTo(0.37754066880, within(1e-9));
        assertThat(row.toDoubles()[2]).isCloseTo(0.62245933120, within(1e-9));
    }

    @Test
    void theCrossEntropyIsThatOfTheNamedColumn() {
        Tensor raw = Tensor.of(new double[] {9, 1, 2, 0, 0, 0, 9, 5, 5, 1, 2, 3}, 2, 6);
        Tensor conditions = Tensor.of(new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 1}, 2, 5);
        // -log softmax(1, 2)_0 = log(1 + e) = 1.313262, and -log softmax(1, 2, 3)_2 = 0.407606
        assertThat(CONDITIONS.crossEntropy(raw, conditions).evaluate().item())
                .isCloseTo((1.3132616875 + 0.4076059644) / 2, within(1e-9));
    }

    @Test
    void conditionsAreDrawnAsOftenAsInTheTable() {
        int[] counts = new int[5];
        int parts = 200;
        for (int i = 0; i < 2 * parts; i++) {
            for (int j = 0; j < parts; j++) {
                float[] into = new float[6];
                CONDITIONS.draw((i + 0.5) / (2 * parts), (j + 0.5) / parts, into, 1);
                for (int k = 0; k < 5; k++) {
                    counts[k] += (int) into[1 + k];
                }
            }
        }
        // half of them name a column, which has its shares
        assertThat(counts).containsExactly(30_000, 10_000, 20_000, 12_000, 8_000);
    }

    private DataSchema schema(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        try (Dataset data = TableFile.of(file).open()) {
            return DataSchema.of(data);
        }
    }

    @Test
    void dataThatAreNoTableAreRefused() throws IOException {
        try (Dataset vectors = DataSource.of(new float[][] {{1, 2}}).open()) {
            assertThat(Tabular.ctgan().problems(DataSchema.of(vectors)))
                    .singleElement()
                    .asString()
                    .contains("the data source table");
        }
    }

    @Test
    void tablesOfNumbersAloneHaveNoConditions() throws IOException {
        String numbers =
                IntStream.range(0, 9).mapToObj(i -> i * i + "," + i % 4 + "\n").collect(Collectors.joining());
        DataSchema schema = schema("x,y\n" + numbers);
        assertThat(Tabular.ctgan().problems(schema)).isEmpty();
        assertThat(new RowConditions(schema.table().orElseThrow().choices()).width())
                .isZero();
    }

    @Test
    void settingsThatCannotBeAreNamed() throws IOException {
        GanComponents components = LossPresets.WGAN_GP
                .components()
                .generator(Mlp.generator())
                .critic(Mlp.critic())
                .with(GanComponents.LATENTS, new UniformLatents(-1, 1));
        assertThat(new Tabular(0, "").problems(components, schema("x,kind\n1,a\n2,b\n5,a\n")))
                .hasSize(2)
                .anyMatch(problem ->
                        problem.startsWith("the temperature of the Gumbel softmax must be from 0.01 to 100.0, not 0.0"))
                .anyMatch(problem -> problem.contains("from normal latents, not from uniform"));
    }
}
