package org.gan4j.architectures.layers;

/** With which deviation weights start, so that signals keep their size from layer to layer. */
public final class Initialization {
    private Initialization() {}

    /**
     * gain / √(fan in): <a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a> with a gain of √2, LeCun's with 1.
     *
     * @param fanIn how many numbers each output is made from
     */
    public static double byFanIn(int fanIn, double gain) {
        return gain / Math.sqrt(fanIn);
    }

    /**
     * gain · √(2 / (fan in + fan out)): <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio
     * 2010</a>, "Xavier".
     *
     * @param fanOut how many outputs each number goes into
     */
    public static double glorot(int fanIn, int fanOut, double gain) {
        return gain * Math.sqrt(2.0 / ((long) fanIn + fanOut));
    }
}
