package org.gan4j.api.plugin;

import java.net.URL;
import java.util.Objects;

/** A file beside a class of a plug-in. */
final class PluginResource {
    private PluginResource() {}

    /**
     * Returns the address of a resource.
     *
     * @throws NullPointerException if there is no such resource
     */
    static URL of(Class<?> beside, String file) {
        return Objects.requireNonNull(
                beside.getResource(file), "there is no resource " + file + " beside " + beside.getName());
    }

    /** Returns the name of a file without its folders. */
    static String name(String file) {
        return file.replaceFirst(".*/", "");
    }
}
