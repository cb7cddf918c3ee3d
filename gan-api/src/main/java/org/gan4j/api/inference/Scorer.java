package org.gan4j.api.inference;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.TensorData;

/** The capability of GANs whose critic scores samples without further inputs. {@code gan.score(...)} uses it. */
public interface Scorer {
    /**
     * Computes the critic's raw scores, [N]; their meaning depends on the loss.
     *
     * @param samples the samples, [N, ...], in the form of the data
     * @throws IllegalArgumentException if the samples have a wrong type or shape
     */
    TensorData scores(TensorData samples);

    /**
     * Returns the scorer of a critic with its latest weights; of maps of scores, it takes the means.
     *
     * @param image the field of samples
     */
    static Scorer of(InferenceRunner runner, Network critic, Field image) {
        InferenceRunner.Prepared scores = runner.prepare(List.of(image), (parameters, in) -> critic.apply(
                        parameters, ForwardPass.inference(), Inputs.of(in.get(image.name())))
                .perSample());
        return samples -> scores.run(Map.of(image.name(), samples), Weights.LATEST);
    }
}
