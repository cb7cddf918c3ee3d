package org.gan4j.api.inference;

/** The weights that inference applies a network with. */
public enum Weights {
    /** The weights after the latest step of training. */
    LATEST,
    /** The exponential moving average of the weights over the steps of training. */
    EMA
}
