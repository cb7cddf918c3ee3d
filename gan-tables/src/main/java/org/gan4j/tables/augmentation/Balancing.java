package org.gan4j.tables.augmentation;

/** The ways in which rare classes are made to count more, and two baselines. */
public enum Balancing {
    /** The most frequent class is always chosen. */
    MAJORITY("always the most frequent class"),
    /** Real rows are learned as they are. */
    NONE("real rows"),
    /** Rows of rare classes come more than once, as if they had larger weights. */
    REPEATED("rare rows repeated"),
    /** Rows of SMOTE are added. */
    SMOTE("SMOTE's rows added"),
    /** Rows of a GAN are added. */
    GAN("the GAN's rows added");

    private final String title;

    Balancing(String title) {
        this.title = title;
    }

    /** Returns what it is, in words. */
    public String title() {
        return title;
    }
}
