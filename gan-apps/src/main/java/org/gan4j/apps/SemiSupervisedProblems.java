package org.gan4j.apps;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Field;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.NetworkFit;
import org.gan4j.api.Site;
import org.gan4j.data.PartlyLabelled;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** What speaks against a semi-supervised classifier. */
record SemiSupervisedProblems(Ingredients ingredients, DataDescription data) {
    private static final int BATCH = NetworkFit.BATCH;

    List<String> all() {
        List<String> problems = ofData();
        if (!problems.isEmpty()) {
            return problems;
        }
        Shape sample = data.image().shape();
        Site generatorSite = ingredients.generatorSite(sample, 0);
        Site criticSite = ingredients.criticSite(sample, 0);
        problems.addAll(ingredients.problems(generatorSite, criticSite));
        if (problems.isEmpty()) {
            problems.addAll(new CriticProblems(ingredients, ingredients.critic().build(criticSite), sample)
                    .ofFeatures("by which samples are classified and matched: have it name one, or use another, such as"
                            + " mlp"));
            Tensor latents = Tensor.zeros(BATCH, ingredients.generator().latent());
            problems.addAll(NetworkFit.problems(
                    ingredients.generator().build(generatorSite),
                    Inputs.of(latents),
                    data.image().batch(BATCH),
                    "samples like the data"));
        }
        return problems;
    }

    private List<String> ofData() {
        List<String> problems = new ArrayList<>();
        if (!data.has(Field.IMAGE) || !data.has(PartlyLabelled.LABELLED) || !data.has(Field.LABEL)) {
            problems.add("the application semi-supervised needs the fields image, labelled and label; the data have "
                    + data.fields().stream().map(Field::name).toList() + ": put the data source partly-labelled around"
                    + " data with labels, as in data: {name: partly-labelled, labels: 100, data: fashion-mnist}");
            return problems;
        }
        Field image = data.image();
        Field labelled = data.field(PartlyLabelled.LABELLED);
        if (image.shape().rank() == 0) {
            problems.add("the samples are single numbers; a semi-supervised GAN needs pictures or vectors");
        } else if (labelled.dtype() != image.dtype() || !labelled.shape().equals(image.shape())) {
            problems.add("labelled samples must be like those without a label, " + image.dtype() + " " + image.shape()
                    + "; they are " + labelled.dtype() + " " + labelled.shape()
                    + ": use the data source partly-labelled, which takes both from the same data");
        }
        if (LabelProblems.of(data).isPresent()) {
            problems.add(LabelProblems.of(data).orElseThrow());
        } else if (data.classes().size() < 2) {
            problems.add("the application semi-supervised needs at least 2 classes to tell apart; the data have "
                    + data.classes().size() + ": use data with more classes");
        }
        return problems;
    }
}
