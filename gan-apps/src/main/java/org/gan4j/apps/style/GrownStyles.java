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

    /** Returns samples of latents, [N, size]. */
    Tensor of(Parameters parameters, Tensor latents) {
        return made(parameters, whole().repeated(mapped(parameters, latents)));
    }

    /**
     * Returns samples of styles that are moved toward their mean.
     *
     * @param styles the styles of each layer, [N, layers, width]
     * @param psi the truncation of each sample, FLOAT [N]
     */
    Tensor truncated(Parameters parameters, Tensor styles, Tensor psi) {
        return made(parameters, whole().truncated(parameters, styles, psi.reshape(-1, 1, 1)));
    }

    private Tensor made(Parameters parameters, Tensor styles) {
        return generator.images(styles.shape().dim(0), i -> fade -> {
            StyledNetwork network = (StyledNetwork) generator.networks().get(i);
            Inputs inputs = Inputs.of(styles.slice(1, 0, network.layers()));
            return network.synthesized(
                            parameters, ForwardPass.inference(), i == 0 ? inputs : inputs.with(Fading.FADE, fade))
                    .value();
        });
    }
}
