package org.gan4j.export.onnx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Scale;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.experiment.ComponentText;
import org.gan4j.dsl.run.DataLicenses;
import org.gan4j.provenance.Software;
import org.gan4j.tensor.Shape;

/** What a file says about the GAN that it comes from. */
final class GanOrigin {
    private static final String PREFIX = "gan4j.";

    private GanOrigin() {}

    /**
     * Returns what is known about a function of a GAN.
     *
     * @param output the shape of its output for one row
     * @param weights the weights that it is exported with
     */
    static Map<String, String> of(Gan gan, ExportedFunction function, Shape output, Weights weights) {
        Map<String, String> origin = new LinkedHashMap<>();
        origin.put("synthetic", "outputs of a generator are made by a model; they show nothing real");
        origin.put("version", Software.VERSION.orElse(""));
        origin.put("function", function.name());
        origin.put("application", gan.spec().application().name());
        gan.spec()
                .runDirectory()
                .ifPresent(run -> origin.put(
                        "run", run.toAbsolutePath().normalize().getFileName().toString()));
        origin.put("step", String.valueOf(gan.steps()));
        origin.put("seed", String.valueOf(gan.spec().seed()));
        origin.put("weights", weights == Weights.EMA ? "averaged" : "latest");
        origin.put("data", gan.spec().data().name());
        Set<String> licenses = DataLicenses.of(gan.spec().data());
        if (!licenses.isEmpty()) {
            origin.put("data.license", String.join("; ", licenses));
        }
        if (function.inputs().stream().anyMatch(input -> input.name().equals("latents"))) {
            latents(gan).ifPresent(space -> {
                origin.put("latents", ComponentText.of(space.distribution()));
                origin.put("latents.size", String.valueOf(space.size()));
            });
        }
        names(gan).filter(names -> !names.isEmpty()).ifPresent(names -> origin.put("classes", json(names)));
        outputs(gan.schema(), function, output, origin);
        Map<String, String> prefixed = new LinkedHashMap<>();
        origin.forEach((key, value) -> prefixed.put(PREFIX + key, value));
        return prefixed;
    }

    private static Optional<LatentSpace> latents(Gan gan) {
        if (gan.can(LatentSampler.class)) {
            return Optional.of(gan.as(LatentSampler.class).latents());
        }
        return gan.can(Evaluable.class)
                ? gan.as(Evaluable.class).comparisons().stream()
                        .map(Comparison::latents)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<List<String>> names(Gan gan) {
        return gan.can(ConditionalSampler.class)
                ? Optional.of(gan.as(ConditionalSampler.class).labels())
                : Optional.of(gan.schema().classes());
    }

    private static void outputs(
            DataSchema schema, ExportedFunction function, Shape output, Map<String, String> origin) {
        boolean likeImages =
                output.rank() == 3 && schema.has(Field.IMAGE) && schema.image().isImage();
        if (likeImages) {
            origin.put("output.range", "[-1, 1]");
            origin.put("output.pixels", "round((value + 1) * 127.5), limited to 0 to 255; channels first");
        }
        boolean likeVectors = function.name().equals(CapabilityFunctions.GENERATOR)
                && schema.has(Field.IMAGE)
                && output.equals(schema.image().shape());
        if (likeVectors && !schema.scales().isEmpty()) {
            origin.put(
                    "output.names",
                    json(schema.scales().stream().map(Scale::name).toList()));
            origin.put(
                    "output.middle",
                    json(schema.scales().stream().map(Scale::middle).toList()));
            origin.put(
                    "output.half",
                    json(schema.scales().stream().map(Scale::half).toList()));
            origin.put("output.units", "middle + half * value");
        }
        if (likeVectors && schema.table().isPresent()) {
            origin.put(
                    "output.columns",
                    json(schema.table().get().schema().columns().stream()
                            .map(column -> column.name())
                            .toList()));
            origin.put("output.rows", "encoded; experiment.yaml of the run has the encoding");
        }
    }

    private static String json(List<?> values) {
        try {
            return new ObjectMapper().writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
