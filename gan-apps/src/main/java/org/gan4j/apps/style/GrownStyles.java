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

    /** Returns the styles of latents, [N, width]. */
    Tensor mapped(Parameters parameters, Tensor latents) {
        return whole().mapped(parameters, ForwardPass.inference(), latents);
    }

    /**
     * Returns samples.
     *
     * @param latents the latents of all layers, [N, size], or of each layer, [N, layers, size]
     * @param psi the truncation of each sample, FLOAT [N]
     */
    Tensor of(Parameters parameters, Tensor latents, Tensor psi) {
        Tensor w = mapped(parameters, latents.reshape(-1, space.size()));
        return latents.shape().rank() == 2
                ? ofStyles(parameters, w, psi)
                : ofEach(parameters, w.reshape(latents.shape().dim(0), layers(), -1), psi);
    }

    /** Returns samples of styles, [N, width], which are those of all layers. */
    Tensor ofStyles(Parameters parameters, Tensor styles, Tensor psi) {
        return ofEach(parameters, whole().repeated(styles), psi);
    }

    private Tensor ofEach(Parameters parameters, Tensor each, Tensor psi) {
        int samples = each.shape().dim(0);
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
