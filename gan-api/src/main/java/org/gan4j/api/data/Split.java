package org.gan4j.api.data;

/** A part of data whose split is fixed: what networks learn from, and what is kept back to judge them. */
public enum Split {
    /** The samples to train with. */
    TRAIN,
    /** The samples that are kept back. */
    TEST,
    /** All samples. */
    ALL;

    /** Returns whether a sample belongs to this part. */
    public boolean has(boolean test) {
        return this == ALL || test == (this == TEST);
    }
}
