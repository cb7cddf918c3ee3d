package org.gan4j.architectures.srresnet;

/** The image that a super-resolution network adds its output to. */
public enum Base {
    /** None: the network makes the whole image, as in SRGAN. */
    NONE,
    /**
     * The bicubic enlargement of the input: the network learns the difference from it (VDSR, <a
     * href="https://arxiv.org/abs/1511.04587">Kim et al. 2016</a>), which begins small.
     */
    BICUBIC
}
