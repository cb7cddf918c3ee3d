package org.gan4j.architectures.mlp;

import org.gan4j.tensor.Shape;

/** The function after the last layer of a generator. */
public enum Output {
    /** The generator's own choice: the MLP's is TANH for images and LINEAR for vectors. */
    AUTO,
    /** Values from -1 to 1, the range of images. */
    TANH,
    /** Any real number. */
    LINEAR;

    /** Returns this output, with AUTO resolved by the sample's shape. */
    Output resolved(Shape sample) {
        return this != AUTO ? this : sample.rank() > 1 ? TANH : LINEAR;
    }
}
