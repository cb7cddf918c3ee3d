package org.gan4j.architectures.trunks;

import java.util.List;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/**
 * The first layers of a pretrained network that is not trained here. Its intermediate values are features of images, for
 * comparing samples with data or an image with its target. The weights are constants: they add nothing to a session or a
 * checkpoint, and gradients flow through them to the images.
 */
public interface Trunk {
    /** Returns the network's name, such as {@code "mobilenet-v2"}. */
    String name();

    /**
     * Returns a digest of the weights, by which numbers of the same network are told from those of another. Defaults to
     * "not recorded".
     */
    default String digest() {
        return "not recorded";
    }

    /** Returns the names of the available features, from the first layer to the last. */
    List<String> features();

    /**
     * Builds the expression of the trunk applied to images. Unused parts of it are not computed.
     *
     * @param images [N,C,H,W] in [-1, 1]; gray (C = 1) or red, green and blue (C = 3)
     * @return the last layer's output, and all {@link #features} as heads, each [N,F,h,w]
     * @throws org.gan4j.tensor.ShapeException if the images have another number of channels
     */
    Outputs apply(Tensor images);
}
