package org.gan4j.onnx.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.api.application.Application;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.inference.AveragedVariables;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.api.training.TrainingLength;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.data.OwnImages;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.plugin.ComponentKind;
import org.gan4j.dsl.plugin.ComponentRegistry;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.export.onnx.ExportedFunction;
import org.gan4j.export.onnx.OnnxExport;
import org.gan4j.export.onnx.OnnxModel;
import org.gan4j.export.onnx.Precision;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function of every recipe, and so of every application, computed by ONNX Runtime as by this library. Each recipe is
 * trained for two steps, so that running means and averages of weights are not those that it begins with.
 */
class ExportedRecipesTest {
    private static final int CLASSES = 2;

    static List<String> recipes() {
        return ComponentRegistry.onClassPath().recipes().stream()
                .map(Recipe::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void onnxRuntimeComputesEveryFunction(String recipe) {
        try (Gan gan = Gan.of(withData(Gan.recipe(recipe).batchSize(4).spec()))) {
            gan.train(TrainingLength.steps(steps(recipe)));
            OnnxExport export = OnnxExport.of(gan);
            Set<String> reached = new TreeSet<>();
            for (String name : export.functions()) {
                OnnxExport chosen = export.function(name);
                OnnxModel model = chosen.model();
                compare(gan, chosen.function(), model, 1e-4);
                compare(
                        gan,
                        chosen.function(),
                        chosen.precision(Precision.FLOAT16).model(),
                        half(recipe));
                reached.addAll(variables(gan, chosen.function()));
            }
            assertThat(reached)
                    .as("networks that no function applies")
                    .containsAll(gan.networks().stream()
                            .filter(network -> !network.parameters().isEmpty())
                            .map(Network::name)
                            .toList());
        }
    }

    /**
     * Returns the number of steps after which a recipe is exported. StyleGAN's constant begins as ones, and the first layer
     * normalizes its differences, which after two steps are so small that rounding counts.
     */
    private static int steps(String recipe) {
        return recipe.equals("stylegan") ? 100 : 2;
    }

    /**
     * Returns the largest difference of half precision. StyleGAN's layers normalize the differences of pixels, and nothing
     * bounds its images, which here have pixels up to 5; those of other generators are from -1 to 1.
     */
    private static double half(String recipe) {
        return recipe.equals("stylegan") ? 0.2 : 0.1;
    }

    /** Returns a specification with other data, if its own are files to fetch, as stacked digits, or those of the user. */
    private static GanSpec withData(GanSpec spec) {
        if (spec.data() instanceof OwnImages) {
            List<List<String>> tags =
                    List.of(List.of("hat"), List.of(), List.of("smile"), List.of("smile", "hat"), List.of());
            return spec.with(
                    GanSpec.DATA,
                    DataSource.of(new float[5][3 * 64 * 64], 3, 64, 64).withTags(tags));
        }
        float[][] digits = new float[8][3 * 28 * 28];
        return spec.data().name().startsWith("stacked")
                ? spec.with(GanSpec.DATA, DataSource.of(digits, 3, 28, 28))
                : spec;
    }

    @ParameterizedTest
    @CsvSource({
        "super-resolution, generator, ''",
        "pix2pix, generator, height and width must be multiples of 32",
        "cyclegan, a2b, height and width must be multiples of 2",
        "cyclegan, b2a, height and width must be multiples of 2",
        "simgan, generator, ''"
    })
    void imagesKeepTheirFreedomOfSize(String recipe, String function, String sides) {
        try (Gan gan = Gan.recipe(recipe).build()) {
            OnnxModel model = OnnxExport.of(gan).function(function).model();
            assertThat(model.inputs().get(0).open()).isEqualTo(Map.of(0, "batch", 2, "height", 3, "width"));
            assertThat(model.metadata().getOrDefault("gan4j.input.sides", "")).isEqualTo(sides);
        }
    }

    @Test
    void aCriticOfPacksIsExportedForWholePacks() {
        try (Gan gan = Gan.recipe("ring8")
                .critic(Packing.of(Mlp.critic(), 3))
                .batchSize(6)
                .build()) {
            OnnxExport export = OnnxExport.of(gan).function("critic");
            OnnxModel model = export.model();
            assertThat(model.metadata())
                    .containsEntry("gan4j.input.batch", "the number of rows must be a multiple of 3");
            Map<String, TensorData> fed = OwnEngine.inputs(export.function(), 6, CLASSES);
            try (ComputedModel computed = new ComputedModel(model);
                    Session session = gan.engine().open()) {
                gan.values(OwnEngine.read(export.function(), 6, Parameters.variables()))
                        .forEach(session::set);
                TensorData expected = OwnEngine.run(session, export.function(), Parameters.variables(), fed);
                assertThat(expected.shape()).isEqualTo(Shape.of(2));
                assertThat(ComputedModel.difference(computed.run(fed), expected))
                        .isLessThan(1e-5);
            }
        }
    }

    @Test
    void aFileMakesTheSamplesOfItsGan(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("generator.onnx");
        try (Gan gan = Gan.recipe("conditional").batchSize(4).build()) {
            gan.train(TrainingLength.steps(2));
            OnnxModel written = OnnxExport.of(gan).write(file);
            assertThat(Files.readAllBytes(file)).isEqualTo(written.bytes());
            ConditionalSampler bags = gan.as(ConditionalSampler.class);
            LatentSpace space = bags.of("Bag").latents();
            TensorData latents = TensorData.of(space.rows(7, 0, 3), Shape.of(3, space.size()));
            int bag = bags.labels().indexOf("Bag");
            Map<String, TensorData> fed =
                    Map.of("latents", latents, "label", TensorData.of(new int[] {bag, bag, bag}, Shape.of(3)));
            TensorData expected =
                    gan.sample(SampleRequest.of(3).seed(7).label("Bag")).data();
            try (ComputedModel computed = new ComputedModel(written)) {
                assertThat(ComputedModel.difference(computed.run(fed), expected))
                        .isLessThan(1e-5);
            }
        }
    }

    @Test
    void everyApplicationHasARecipe() {
        Set<String> used = recipes().stream()
                .map(name -> Gan.recipe(name).spec().application().name())
                .collect(Collectors.toSet());
        assertThat(ComponentRegistry.onClassPath().all(ComponentKind.APPLICATION).stream()
                        .map(Application::name))
                .allMatch(used::contains);
    }

    /** Returns the names of the networks whose variables a function reads. */
    private static Set<String> variables(Gan gan, ExportedFunction function) {
        Set<String> read = new TreeSet<>();
        Parameters noticing = variable -> {
            gan.networks().stream()
                    .filter(network -> network.variables().anyMatch(variable::equals))
                    .forEach(network -> read.add(network.name()));
            return variable.value();
        };
        Tensor unused = function.body().apply(noticing, OwnEngine.traced(function, 4));
        return read;
    }

    private static void compare(Gan gan, ExportedFunction function, OnnxModel model, double tolerance) {
        Weights weights = model.metadata().get("gan4j.weights").equals("latest") ? Weights.LATEST : Weights.EMA;
        Parameters parameters = AveragedVariables.of(gan.plan().phaseSchedule()).parameters(weights);
        try (ComputedModel computed = new ComputedModel(model);
                Session session = gan.engine().open()) {
            gan.values(OwnEngine.read(function, 4, parameters)).forEach(session::set);
            for (Map<String, TensorData> fed : List.of(
                    OwnEngine.inputs(function, 1, CLASSES),
                    OwnEngine.inputs(function, 5, CLASSES),
                    OwnEngine.wide(model, 2, CLASSES))) {
                TensorData expected = OwnEngine.run(session, function, parameters, fed);
                double difference = ComputedModel.difference(computed.run(fed), expected);
                assertThat(difference)
                        .as("%s of %s, %s", function.name(), gan, expected)
                        .isLessThan(tolerance);
            }
        }
    }
}
