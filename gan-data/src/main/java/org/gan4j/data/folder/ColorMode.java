package org.gan4j.data.folder;

/** What pictures become. */
public enum ColorMode {
    /** Red, green and blue, unless every picture is grey. */
    AUTO,
    /** One channel. */
    GREY,
    /** Red, green and blue. */
    RGB
}
