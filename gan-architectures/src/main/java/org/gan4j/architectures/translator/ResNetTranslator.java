package org.gan4j.architectures.translator;

/**
 * The generator of CycleGAN (<a href="https://arxiv.org/abs/1703.10593">Zhu et al. 2017</a>, appendix 7.2), after the
 * style-transfer network of <a href="https://arxiv.org/abs/1603.08155">Johnson et al. 2016</a>: residual blocks at a
 * quarter of the image's height and width change what the image shows and keep where.
 */
public final class ResNetTranslator {
    private ResNetTranslator() {}

    /**
     * Returns the generator; defaults to width 64, 6 blocks for images up to 128 pixels and 9 for larger ones, and
     * instance normalization, as in the paper.
     */
    public static TranslatorGenerator generator() {
        return TranslatorGenerator.defaults();
    }
}
