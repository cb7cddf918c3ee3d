package org.gan4j.architectures.mlp;

import org.gan4j.tensor.Shape;

/** What the last layer of a generator gives. */
public enum Output {
    /** TANH for pictures, LINEAR for vectors. */
    AUTO,
    /** From -1 to 1, as pictures are. */
    TANH,
    /** Any number. */
    LINEAR;

    /** This, with AUTO decided. */
    Output resolved(Shape sample) {
        return this != AUTO ? this : sample.rank() > 1 ? TANH : LINEAR;
    }
}
