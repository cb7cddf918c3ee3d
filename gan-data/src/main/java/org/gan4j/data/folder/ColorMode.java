package org.gan4j.data.folder;

/** The channels of the images that are read from a folder. */
public enum ColorMode {
    /** Red, green and blue; one channel if every image is gray. */
    AUTO,
    /** One channel, to which colors are converted. */
    GRAY,
    /** Red, green and blue. */
    RGB
}
