package org.gan4j.api;

import org.gan4j.api.plugin.GanPlugin;

/**
 * A named building block of a GAN, such as a loss or an architecture. A component that is a record is written to
 * experiment.yaml as its name and its record components, and read back from there if a {@link GanPlugin} lists it. Any
 * other component is code: the program supplies it again when it loads the run.
 */
public interface Component {
    /** Returns the name used in configurations, in lower case with hyphens, such as {@code "wgan-gp"}. */
    String name();

    /** Returns a one-line description for listings. Empty by default. */
    default String summary() {
        return "";
    }
}
