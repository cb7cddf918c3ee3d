package org.gan4j.architectures.trunks;

import java.util.List;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/**
 * The first layers of a network that was trained elsewhere and is not trained here: what it computes on the way are
 * features of pictures, by which samples are compared with data, or a picture with the one that it should be. Its
 * weights are constants, so it adds nothing to a session or a checkpoint, and gradients flow through it to the pictures.
 */
public interface Trunk {
    /** Such as {@code "mobilenet-v2"}. */
    String name();

    /** The layers whose values can be had, from the first to the last. */
    List<String> features();

    /**
     * Builds the expression of the trunk applied to pictures. What is not used of it is not computed.
     *
     * @param images [N,C,H,W] in [-1, 1]; gray (C = 1) or red, green and blue (C = 3)
     * @return the last layer, and as heads all {@link #features}, each [N,F,h,w]
     * @throws org.gan4j.tensor.ShapeException if the pictures have another number of channels
     */
    Outputs apply(Tensor images);
}
