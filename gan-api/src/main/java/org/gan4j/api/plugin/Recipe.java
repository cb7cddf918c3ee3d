package org.gan4j.api.plugin;

import java.net.URL;

/**
 * A recipe: a whole experiment that {@code gan train NAME} and {@code Gan.recipe(name)} run.
 *
 * @param name the name, in lower case with hyphens
 * @param experiment the experiment.yaml, usually a resource beside a plug-in; its key {@code summary} describes it and
 *     its key {@code steps} is the number of steps that it takes
 */
public record Recipe(String name, URL experiment) {
    /**
     * Returns a recipe whose file is a resource.
     *
     * @param beside a class in the resource's package
     * @param file the resource, such as {@code recipes/dcgan.yaml}; the recipe is called like the file
     * @throws NullPointerException if there is no such resource
     */
    public static Recipe of(Class<?> beside, String file) {
        return new Recipe(PluginResource.name(file).replaceFirst("\\.ya?ml$", ""), PluginResource.of(beside, file));
    }
}
