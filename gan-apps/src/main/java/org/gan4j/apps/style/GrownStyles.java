package org.gan4j.apps.style;

import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.apps.progressive.GrownGenerator;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.architectures.style.StyledNetwork;
import org.gan4j.tensor.Tensor;

/**
 * Samples of a generator with styles, as far as it has grown, in inference.
 *
 * @param generator the generator, of networks with styles
 * @param space the latents
 */
record GrownStyles(GrownGenerator generator, LatentSpace space) {
    int layers() {
        return whole().layers();
    }

    private StyledNetwork whole() {
        return (StyledNetwork) generator.whole();
    }

    /**
     * Returns samples.
     *
     * @param latents the latents of all layers, [N, size], or of each layer, [N, layers, size]
     * @param psi the truncation of each sample, FLOAT [N]
     */
    Tensor of(Parameters parameters, Tensor latents, Tensor psi) {
        int samples = latents.shape().dim(0);
        Tensor w = whole().mapped(parameters, ForwardPass.inference(), latents.reshape(-1, space.size()));
        Tensor each = latents.shape().rank() == 2 ? whole().repeated(w) : w.reshape(samples, layers(), -1);
        Tensor styles = whole().truncated(parameters, each, psi.reshape(samples, 1, 1));
        return generator.images(samples, i -> fade -> {
            StyledNetwork network = (StyledNetwork) generator.networks().get(i);
            Inputs inputs = Inputs.of(styles.slice(1, 0, network.layers()));
            return network.synthesized(
                            parameters, ForwardPass.inference(), i == 0 ? inputs : inputs.with(Fading.FADE, fade))
                    .value();
        });
    }
}
