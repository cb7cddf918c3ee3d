package org.gan4j.architectures.patch;

/**
 * PatchGAN, the critic of pix2pix (<a href="https://arxiv.org/abs/1611.07004">Isola et al. 2017</a>, section 3.2.2) and
 * CycleGAN: it scores overlapping patches of an image instead of the whole. It judges texture and style, has few
 * parameters, and works for images of any size.
 */
public final class Patch {
    private Patch() {}

    /** Returns the critic; defaults to patches of 70×70 pixels and width 64. */
    public static PatchCritic critic() {
        return PatchCritic.defaults();
    }
}
