package org.gan4j.apps.semisupervised;

/** The samples that a semi-supervised classifier learns from. */
public enum SemiSupervision {
    /**
     * Labeled samples, unlabeled samples, and fakes of a generator that matches the critic's features (<a
     * href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>).
     */
    FEATURE_MATCHING,
    /** Labeled samples alone: the same classifier without a generator, as a baseline. */
    LABELS_ALONE
}
