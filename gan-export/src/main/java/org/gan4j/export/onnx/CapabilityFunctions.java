package org.gan4j.export.onnx;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.inference.StyleSampler;
import org.gan4j.api.inference.TagSampler;
import org.gan4j.api.inference.Tagger;
import org.gan4j.api.inference.TextSampler;
import org.gan4j.apps.refinement.Refiner;
import org.gan4j.apps.superresolution.Tiles;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.apps.translation.Direction;
import org.gan4j.apps.translation.Translator;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The functions that the capabilities of a GAN compute. Each capability is created with a runner that records what it
 * prepares; those that prepare a function only when they get an image are given a blank one.
 */
final class CapabilityFunctions {
    static final String GENERATOR = "generator";
    private static final String SAMPLES = "samples";
    private static final String IMAGES = "images";
    private static final int TILE = 64;

    private final Plan plan;
    private final DataSchema schema;
    private final Map<String, ExportedFunction> functions = new LinkedHashMap<>();

    private CapabilityFunctions(Plan plan, DataSchema schema) {
        this.plan = plan;
        this.schema = schema;
    }

    /** Returns the functions by name; the first is what is usually exported. */
    static Map<String, ExportedFunction> of(Plan plan, DataSchema schema) {
        CapabilityFunctions found = new CapabilityFunctions(plan, schema);
        found.find();
        return found.functions;
    }

    private void find() {
        for (Class<?> sampler : List.of(
                TableSampler.class,
                TextSampler.class,
                TagSampler.class,
                ConditionalSampler.class,
                LatentSampler.class)) {
            add(sampler, GENERATOR, SAMPLES, any -> {});
        }
        add(Upscaler.class, GENERATOR, IMAGES, CapabilityFunctions::upscaled);
        add(Refiner.class, GENERATOR, IMAGES, this::refined);
        if (plan.has(Translator.class)) {
            List<Direction> directions =
                    plan.capability(Translator.class, new FunctionRecorder()).directions();
            for (Direction direction : directions) {
                String name =
                        directions.size() == 1 ? GENERATOR : direction.name().toLowerCase(Locale.ROOT);
                add(Translator.class, name, IMAGES, translator -> translator
                        .direction(direction)
                        .translate(blank()));
            }
        }
        add(Encoder.class, "encoder", "latents", any -> {});
        add(Classifier.class, "classifier", "probabilities", any -> {});
        add(Tagger.class, "tagger", "probabilities", any -> {});
        add(Scorer.class, "critic", "scores", any -> {});
        ofOtherPrograms();
    }

    /** Adds the last function that a capability prepares, unless the GAN does not have it or there is one of this name. */
    private <V> void add(Class<V> capability, String name, String output, Consumer<V> use) {
        if (!plan.has(capability) || functions.containsKey(name)) {
            return;
        }
        FunctionRecorder recorder = new FunctionRecorder();
        use.accept(plan.capability(capability, recorder));
        List<ExportedFunction> recorded = recorder.recorded();
        if (!recorded.isEmpty()) {
            ExportedFunction last = recorded.get(recorded.size() - 1).named(name, output);
            functions.put(name, output.equals(IMAGES) ? last.ofAnySize() : last);
        }
    }

    /** Adds what the capabilities of plug-ins prepare when they are created. */
    private void ofOtherPrograms() {
        Set<Class<?>> own = Set.of(
                TableSampler.class,
                TextSampler.class,
                TagSampler.class,
                ConditionalSampler.class,
                LatentSampler.class,
                StyleSampler.class,
                Upscaler.class,
                Refiner.class,
                Translator.class,
                Encoder.class,
                Classifier.class,
                Tagger.class,
                Scorer.class,
                Evaluable.class);
        List<Class<?>> others = new ArrayList<>(plan.capabilities().keySet());
        others.removeAll(own);
        others.sort(Comparator.comparing(Class::getName));
        for (Class<?> other : others) {
            add(
                    other,
                    other.getSimpleName()
                            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                            .toLowerCase(Locale.ROOT),
                    "output",
                    any -> {});
        }
    }

    private static void upscaled(Upscaler upscaler) {
        upscaler.tiles(Tiles.of(TILE)).upscale(new BufferedImage(TILE, TILE, BufferedImage.TYPE_INT_RGB));
    }

    private void refined(Refiner refiner) {
        Shape batch = schema.image().batch(1);
        refiner.refine(TensorData.of(new float[batch.size()], batch));
    }

    private BufferedImage blank() {
        Shape image = schema.image().shape();
        return new BufferedImage(image.dim(2), image.dim(1), BufferedImage.TYPE_INT_RGB);
    }
}
