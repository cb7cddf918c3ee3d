package org.gan4j.data.folder;

/** What pictures become. */
public enum ColorMode {
    /** Red, green and blue, unless every picture is gray. */
    AUTO,
    /** One channel. */
    GRAY,
    /** Red, green and blue. */
    RGB
}
