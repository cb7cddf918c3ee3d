package org.gan4j.dsl.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.dsl.inference.LabeledImages;
import org.gan4j.metrics.linear.LinearProbe;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;

/** The kinds of features of one GAN, as functions of images; used by {@link org.gan4j.dsl.Gan#probe}. */
public final class FeatureProbes {
    private static final String UNTRAINED = ", untrained";

    private final Map<String, Function<TensorData, TensorData>> kinds = new LinkedHashMap<>();

    /**
     * Finds the features: those of networks with the head {@code features} that read images alone.
     *
     * @param plan the networks and capabilities
     * @param runner runs the networks
     * @param image the form of the images
     * @param weights the weights of the encoder's latents
     */
    public FeatureProbes(Plan plan, InferenceRunner runner, Field image, Weights weights) {
        for (Network network : plan.networks()) {
            if (hasFeatures(network, image)) {
                kinds.put(network.name(), features(runner, network, image, Optional.empty()));
                kinds.put(network.name() + UNTRAINED, features(runner, network, image, Optional.of(Variable::initial)));
            }
        }
        if (plan.has(Encoder.class)) {
            Encoder encoder = plan.capability(Encoder.class, runner);
            kinds.put("latents", images -> encoder.encode(images, weights));
        }
        kinds.put("pixels", FeatureProbes::pixels);
    }

    private static TensorData pixels(TensorData images) {
        int count = images.shape().dim(0);
        return TensorData.of(images.toFloats(), Shape.of(count, images.shape().size() / count));
    }

    private static boolean hasFeatures(Network network, Field image) {
        try {
            Outputs outputs = network.apply(
                    Parameters.variables(),
                    ForwardPass.inference(),
                    Inputs.of(Tensor.input(
                            image.name(), image.dtype(), image.batch(1).dims())));
            return outputs.heads().containsKey(Outputs.FEATURES);
        } catch (IllegalArgumentException otherInputs) { // such as latents, or a class as well
            return false;
        }
    }

    private static Function<TensorData, TensorData> features(
            InferenceRunner runner, Network network, Field image, Optional<Parameters> fixed) {
        InferenceRunner.Prepared prepared = runner.prepare(
                List.of(image),
                (parameters, in) -> MaxPooling.rows(network.apply(
                                fixed.orElse(parameters), ForwardPass.inference(), Inputs.of(in.get(image.name())))
                        .head(Outputs.FEATURES)));
        return images -> prepared.run(Map.of(image.name(), images), Weights.LATEST);
    }

    /** Trains and tests a probe of each kind of features. */
    public ProbeReport of(Engine engine, LabeledImages learned, LabeledImages tested, int classes) {
        return new ProbeReport(
                learned.labels().length,
                classes,
                kinds.entrySet().stream()
                        .map(kind -> {
                            TensorData features = kind.getValue().apply(learned.images());
                            LinearProbe probe = LinearProbe.trained(engine, features, learned.labels(), classes);
                            int[] labels = tested.labels();
                            int right = probe.right(kind.getValue().apply(tested.images()), labels);
                            return new ProbeReport.Row(
                                    kind.getKey(), features.shape().dim(1), new Share(right, labels.length));
                        })
                        .toList());
    }
}
