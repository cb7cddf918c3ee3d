package org.gan4j.api.plugin;

import java.net.URL;

/**
 * A trained generator inside a plug-in, which {@code Gan.pretrained(name)} loads.
 *
 * @param name the name, in lower case with hyphens
 * @param experiment the experiment.yaml that its run wrote, with the fields of the data; its key {@code summary} describes
 *     the generator
 * @param weights a safetensors file like the run's checkpoints, of which only the variables of the generator are needed
 */
public record PretrainedGan(String name, URL experiment, URL weights) {
    /**
     * Returns a pretrained GAN whose files are resources.
     *
     * @param beside a class in the resources' package
     * @param files the resources without their endings {@code .yaml} and {@code .safetensors}, such as {@code
     *     pretrained/photographs}; the GAN is called like the files
     * @throws NullPointerException if there are no such resources
     */
    public static PretrainedGan of(Class<?> beside, String files) {
        return new PretrainedGan(
                PluginResource.name(files),
                PluginResource.of(beside, files + ".yaml"),
                PluginResource.of(beside, files + ".safetensors"));
    }
}
