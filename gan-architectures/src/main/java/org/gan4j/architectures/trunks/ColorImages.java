package org.gan4j.architectures.trunks;

import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Images of three channels, which trunks read: gray becomes equal red, green and blue. */
final class ColorImages {
    private ColorImages() {}

    /**
     * Returns images [N,3,H,W].
     *
     * @param network the network that reads them, for the message
     * @param images [N,1,H,W] or [N,3,H,W]
     */
    static Tensor of(String network, Tensor images) {
        if (images.shape().rank() != 4
                || (images.shape().dim(1) != 1 && images.shape().dim(1) != 3)) {
            throw new ShapeException(network + " needs images [N,1,H,W] or [N,3,H,W]; the shape is " + images.shape()
                    + ": choose one or three of the channels");
        }
        return images.broadcastTo(images.shape().with(1, 3));
    }
}
