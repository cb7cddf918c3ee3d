package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A linear map of latents to a small image, with an equalized learning rate (see {@link EqualizedLinear}) and one bias
 * per channel: from [N, in] to [N,C,H,W]. The first layer of ProGAN's generator.
 */
public final class LatentImage implements Layer {
    private final Variable weight;
    private final Variable bias;
    private final Shape image;
    private final double scale;

    /**
     * Creates the layer.
     *
     * @param in the number of latents
     * @param image the shape of the image, C×H×W
     */
    public LatentImage(VariableScope scope, int in, Shape image) {
        this.weight = scope.weight("weight", 1, 1, in, image.size());
        this.bias = scope.filled("bias", 0, image.dim(0));
        this.image = image;
        int places = image.dim(1) * image.dim(2);
        // as in the paper's program, where it is √2/4 for 4×4
        this.scale = Math.sqrt(2.0 / places) / Math.sqrt(in);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return x.matmul(parameters.get(weight).mul(scale))
                .reshape(-1, image.dim(0), image.dim(1), image.dim(2))
                .add(parameters.get(bias).reshape(-1, 1, 1));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight, bias);
    }
}
