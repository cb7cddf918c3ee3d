package org.gan4j.apps.style;

import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.apps.progressive.Generating;
import org.gan4j.architectures.style.StyledNetwork;
import org.gan4j.tensor.Tensor;

/**
 * Mixing regularization: a share of the images gets the styles of two latents, the first for the layers before a
 * crossover and the second for those after it. The crossover is uniform over the places between two layers of the size in
 * training.
 *
 * @param share the share of images with two styles
 */
record StyleMixing(LatentSpace space, double share) implements Generating {
    @Override
    public Outputs of(UpdateContext update, Network generator, Inputs inputs) {
        StyledNetwork styled = (StyledNetwork) generator;
        Parameters parameters = update.parameters();
        ForwardPass pass = update.pass();
        Tensor first = styled.repeated(styled.mapped(parameters, pass, inputs.value()));
        if (share == 0) {
            return styled.synthesized(parameters, pass, new Inputs(first, inputs.conditions()));
        }
        int samples = inputs.value().shape().dim(0);
        Tensor latents = space.draw(update.random("mixing-latent"), samples).cast(first.dtype());
        Tensor second = styled.repeated(styled.mapped(parameters, pass, latents));
        Tensor mixed = isSecond(update, samples, styled.layers())
                .reshape(samples, styled.layers(), 1)
                .broadcastTo(first.shape())
                .where(second, first);
        return styled.synthesized(parameters, pass, new Inputs(mixed, inputs.conditions()));
    }

    /** Returns whether a layer of a sample has the second style, BOOL [N, layers]. */
    private Tensor isSecond(UpdateContext update, int samples, int layers) {
        Tensor crossover = update.random("mixing-place")
                .uniform(samples, 1)
                .mul(layers - 1)
                .floor()
                .add(1);
        Tensor layer = Tensor.arange(layers).cast(crossover.dtype()).reshape(1, layers);
        Tensor isMixed = update.random("mixing-share").uniform(samples, 1).less(share);
        return layer.greaterOrEqual(crossover).and(isMixed);
    }
}
