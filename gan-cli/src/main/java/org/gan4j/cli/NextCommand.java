package org.gan4j.cli;

import org.gan4j.api.inference.TextSampler;
import org.gan4j.apps.refinement.Refiner;
import org.gan4j.apps.superresolution.Upscaler;
import org.gan4j.apps.tabular.TableSampler;
import org.gan4j.apps.translation.Translator;
import org.gan4j.dsl.Gan;

/** The command that a user is likely to want after training. */
final class NextCommand {
    private NextCommand() {}

    /**
     * Returns the command that uses what a GAN has learned.
     *
     * @param run the folder of its run, quoted where needed
     * @param images whether its samples are images
     */
    static String of(Gan gan, String run, boolean images) {
        if (gan.can(Upscaler.class)) {
            return "./gan upscale " + run + " photo.jpg large.png";
        }
        if (gan.can(Translator.class)) {
            return "./gan translate " + run + " image.png translated.png";
        }
        if (gan.can(Refiner.class)) {
            return "./gan refine " + run + " refined --count 100";
        }
        if (gan.can(TableSampler.class)) {
            return "./gan synthesize " + run + " --rows 1000 --out rows.csv";
        }
        if (gan.can(TextSampler.class)) {
            return "./gan generate " + run + " \"a red heart\" --out images.png";
        }
        return "./gan sample " + run + " --count 16 --out " + (images ? "grid.png" : "samples.npy");
    }
}
