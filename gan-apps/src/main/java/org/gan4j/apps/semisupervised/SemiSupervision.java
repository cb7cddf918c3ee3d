package org.gan4j.apps.semisupervised;

/** What a semi-supervised classifier learns from. */
public enum SemiSupervision {
    /**
     * The labeled samples, all others, and fakes, of which the generator matches the features (<a
     * href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>).
     */
    FEATURE_MATCHING,
    /** The labeled samples alone: the same classifier without a generator, to compare with. */
    LABELS_ALONE
}
