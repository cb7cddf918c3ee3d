package org.gan4j.api;

import org.gan4j.api.plugin.GanPlugin;

/**
 * A part that a configuration can name. A component that is a record is written to experiment.yaml as its name and its
 * record components, and read back from there if a {@link GanPlugin} lists it; any other is code, which a program has
 * to supply again.
 */
public interface Component {
    /** The name in configurations, in lower case with hyphens, such as {@code "wgan-gp"}. */
    String name();

    /** What it is, in one line, for lists; may be empty. */
    default String summary() {
        return "";
    }
}
