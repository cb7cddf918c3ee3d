package org.gan4j.architectures.style;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;

/**
 * A generator that maps latents z to a vector w, and one w per layer to an image. Applied as a whole, it uses the w of a
 * sample for all layers; its head {@code w}, [N, layers, size], holds what the layers got.
 */
public interface StyledNetwork extends Network {
    /** The name of the head with the styles, [N, layers, size]. */
    String W = "w";

    /** Returns the number of layers that a style controls, the smallest image first. */
    int layers();

    /**
     * Returns the styles of latents, [N, size]. In training, it reports their mean to the running mean.
     *
     * @param latents z, [N, latent]
     */
    Tensor mapped(Parameters parameters, ForwardPass pass, Tensor latents);

    /**
     * Returns styles moved toward their mean w̄, w̄ + ψ (w − w̄): samples become more typical and less various (the
     * truncation trick in W).
     *
     * @param styles w, [N, ..., size]
     * @param psi ψ, in a shape that broadcasts to the styles; 1 keeps them, 0 makes all samples alike, 0.7 is usual
     */
    Tensor truncated(Parameters parameters, Tensor styles, Tensor psi);

    /**
     * Makes images.
     *
     * @param styles the styles of each layer, [N, layers, size], and any conditions
     */
    Outputs synthesized(Parameters parameters, ForwardPass pass, Inputs styles);

    /** Returns the same style for each layer, [N, layers, size]. */
    default Tensor repeated(Tensor style) {
        int samples = style.shape().dim(0);
        int size = style.shape().dim(1);
        return style.reshape(samples, 1, size).broadcastTo(samples, layers(), size);
    }
}
