package org.gan4j.architectures.resnet;

import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Pooling;

/** The way in which a critic's last feature map becomes one number per channel. */
public enum PlacePooling {
    /** The mean over all places, as in WGAN-GP. */
    MEAN,
    /** The sum over all places, as in SNGAN and BigGAN, which spectral normalization keeps bounded. */
    SUM;

    Tensor of(Tensor features) {
        return this == MEAN ? Pooling.averageAll(features) : features.sum(2, 3);
    }
}
