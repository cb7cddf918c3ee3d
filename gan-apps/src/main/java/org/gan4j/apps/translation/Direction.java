package org.gan4j.apps.translation;

/** The direction of a translation between the domains A and B of the data. */
public enum Direction {
    /** From A to B. */
    A2B,
    /** From B to A. */
    B2A
}
