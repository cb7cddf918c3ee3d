package org.gan4j.apps;

import java.util.List;
import org.gan4j.api.application.Application;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.api.plugin.PretrainedGan;
import org.gan4j.api.plugin.Recipe;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.apps.infogan.InfoGan;
import org.gan4j.apps.refinement.SimGan;
import org.gan4j.apps.semisupervised.SemiSupervised;
import org.gan4j.apps.superresolution.SuperResolution;
import org.gan4j.apps.tabular.Tabular;
import org.gan4j.apps.texttoimage.TextConditional;
import org.gan4j.apps.translation.CycleGan;
import org.gan4j.apps.translation.Pix2Pix;

/** Registers this module's applications and recipes by name. */
public final class AppsPlugin implements GanPlugin {
    @Override
    public List<Application> applications() {
        return List.of(
                Conditional.concatenation(),
                SemiSupervised.featureMatching(),
                InfoGan.of(10),
                SuperResolution.srgan(),
                TextConditional.bagOfWords(),
                Pix2Pix.paired(),
                CycleGan.unpaired(),
                SimGan.standard(),
                Tabular.ctgan());
    }

    /** Returns the recipes; {@code gan train} runs the first by default. */
    @Override
    public List<Recipe> recipes() {
        return List.of(
                Recipe.of(AppsPlugin.class, "recipes/dcgan.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/gan-mlp.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/wgan.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/wgan-gp.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/resnet.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/sagan.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/small-data.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/grid25.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/ring8.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/dirac.yaml"),
                Recipe.of(AppsPlugin.class, "recipes/stacked-mnist.yaml"),
                Recipe.of(Conditional.class, "recipes/conditional.yaml"),
                Recipe.of(Conditional.class, "recipes/biggan.yaml"),
                Recipe.of(SemiSupervised.class, "recipes/semi-supervised.yaml"),
                Recipe.of(InfoGan.class, "recipes/infogan.yaml"),
                Recipe.of(SuperResolution.class, "recipes/super-resolution.yaml"),
                Recipe.of(TextConditional.class, "recipes/text-to-image.yaml"),
                Recipe.of(Pix2Pix.class, "recipes/pix2pix.yaml"),
                Recipe.of(CycleGan.class, "recipes/cyclegan.yaml"),
                Recipe.of(SimGan.class, "recipes/simgan.yaml"),
                Recipe.of(Tabular.class, "recipes/tabular.yaml"));
    }

    /** Returns the pretrained GANs. */
    @Override
    public List<PretrainedGan> pretrained() {
        return List.of(
                PretrainedGan.of(SuperResolution.class, "pretrained/photographs"),
                PretrainedGan.of(SuperResolution.class, "pretrained/photographs-sharp"));
    }
}
