package org.gan4j.architectures.layers;

/** Standard deviations of initial weights with which signals keep their size from layer to layer. */
public final class Initialization {
    private Initialization() {}

    /**
     * Returns gain / √(fan in): <a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a> with a gain of √2, LeCun
     * with 1.
     *
     * @param fanIn the number of inputs of each output
     */
    public static double byFanIn(int fanIn, double gain) {
        return gain / Math.sqrt(fanIn);
    }

    /**
     * Returns gain · √(2 / (fan in + fan out)): <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio
     * 2010</a>, "Xavier".
     *
     * @param fanIn the number of inputs of each output
     * @param fanOut the number of outputs of each input
     */
    public static double glorot(int fanIn, int fanOut, double gain) {
        return gain * Math.sqrt(2.0 / ((long) fanIn + fanOut));
    }
}
