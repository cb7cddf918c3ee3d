package org.gan4j.apps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.api.DataDescription;
import org.gan4j.api.Field;
import org.gan4j.api.Ingredients;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.NetworkFit;
import org.gan4j.api.Site;
import org.gan4j.data.PartlyLabelled;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** What speaks against a conditional GAN. */
record ConditionalProblems(Conditioning kind, Ingredients ingredients, DataDescription data) {
    private static final int BATCH = NetworkFit.BATCH;

    List<String> all() {
        List<String> problems = ofData();
        if (!problems.isEmpty()) {
            return problems;
        }
        Shape sample = data.image().shape();
        int classes = data.classes().size();
        Site generatorSite = LabelledNetworks.generatorSite(kind, ingredients, sample, classes, 0);
        Site criticSite = LabelledNetworks.criticSite(kind, ingredients, sample, classes, 0);
        List<String> unbuildable = ingredients.problems(generatorSite, criticSite);
        if (!unbuildable.isEmpty()) {
            return unbuildable;
        }
        Network critic = ingredients.critic().build(criticSite);
        problems.addAll(ofCritic(critic, criticSite.sample()));
        if (problems.isEmpty()) {
            problems.addAll(ofGenerator(LabelledNetworks.of(kind, ingredients, sample, classes, 0)));
        }
        return problems;
    }

    private List<String> ofData() {
        List<String> problems = new ArrayList<>();
        if (!data.has(Field.IMAGE)) {
            problems.add("the data have no field image, which is what is imitated; they have " + names());
        } else if (data.image().shape().rank() == 0) {
            problems.add("the samples are single numbers; a conditional GAN needs pictures or vectors");
        }
        if (!data.has(Field.LABEL)) {
            problems.add("the application conditional needs a class for each sample, the field label; the data have "
                    + names() + ": use a folder with a folder for each class, or data with labels");
        } else if (data.has(PartlyLabelled.LABELLED)) {
            problems.add(
                    "the labels of these data belong to the field labelled, and say nothing of the field image: give"
                            + " the data themselves, without the data source partly-labelled, or use the application"
                            + " semi-supervised");
        } else if (LabelProblems.of(data).isPresent()) {
            problems.add(LabelProblems.of(data).orElseThrow());
        } else if (data.classes().size() < 2) {
            problems.add("the application conditional needs at least 2 classes; the data have "
                    + data.classes().size() + ": use the application unconditional, or data with more classes");
        }
        return problems;
    }

    private List<String> names() {
        return data.fields().stream().map(Field::name).toList();
    }

    private List<String> ofCritic(Network critic, Shape met) {
        CriticProblems problems = new CriticProblems(ingredients, critic, met);
        return kind == Conditioning.CONCATENATION
                ? problems.ofScore()
                : problems.ofFeatures("which the kind " + kind.name().toLowerCase(Locale.ROOT)
                        + " is made of: use the kind concatenation, or have it name one");
    }

    private List<String> ofGenerator(LabelledNetworks networks) {
        Tensor latents = Tensor.input("latents", DType.FLOAT, BATCH, networks.latent());
        Tensor labels = Tensor.input(Field.LABEL, DType.INT, BATCH);
        Inputs given = networks.given(latents, labels);
        return NetworkFit.problems(networks.generator(), given, data.image().batch(BATCH), "samples like the data");
    }
}
