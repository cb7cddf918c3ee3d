package org.gan4j.apps.semisupervised;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.apps.labels.CriticProblems;
import org.gan4j.apps.labels.LabelProblems;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Validation of a semi-supervised classifier's components and data. */
record SemiSupervisedProblems(SemiSupervision kind, DataSchema data) {
    private static final int BATCH = ShapeCheck.BATCH;

    /** Returns the problems of the components, for data that have none. */
    List<String> of(GanComponents components) {
        Shape sample = data.image().shape();
        NetworkSpec criticSpec = components.criticSpec(sample, 0);
        boolean generates = kind == SemiSupervision.FEATURE_MATCHING;
        List<String> problems = new ArrayList<>(
                generates
                        ? components.problems(components.generatorSpec(sample, 0), criticSpec)
                        : components.critic().problems(criticSpec));
        if (problems.isEmpty()) {
            problems.addAll(new CriticProblems(components, components.critic().build(criticSpec), sample)
                    .ofFeatures("by which samples are classified and matched: add one to it, or use another critic,"
                            + " such as mlp"));
            if (generates) {
                problems.addAll(ofGenerator(components.generator(), components.generatorSpec(sample, 0)));
            }
        }
        return problems;
    }

    private List<String> ofGenerator(GeneratorArchitecture generator, NetworkSpec spec) {
        Tensor latents = Tensor.zeros(BATCH, generator.latent());
        return ShapeCheck.problems(
                generator.build(spec), Inputs.of(latents), data.image().batch(BATCH), "samples like the data");
    }

    /** Returns the problems of the data. */
    List<String> ofData() {
        List<String> problems = new ArrayList<>();
        if (!data.has(Field.IMAGE) || !data.has(PartlyLabeled.LABELED) || !data.has(Field.LABEL)) {
            problems.add("the application semi-supervised needs the fields image, labelled and label; the data have "
                    + data.fields().stream().map(Field::name).toList() + ": wrap data with labels"
                    + " in the data source partly-labeled, as in data: {name: partly-labeled, labels: 100,"
                    + " data: fashion-mnist}");
            return problems;
        }
        Field image = data.image();
        Field labeled = data.field(PartlyLabeled.LABELED);
        if (image.shape().rank() == 0) {
            problems.add("the samples are single numbers; a semi-supervised GAN needs images or vectors");
        } else if (labeled.dtype() != image.dtype() || !labeled.shape().equals(image.shape())) {
            problems.add(
                    "labeled samples must have the form of the unlabeled ones, " + image.dtype() + " " + image.shape()
                            + "; they are " + labeled.dtype() + " " + labeled.shape()
                            + ": use the data source partly-labeled, which takes both from the same data");
        }
        if (LabelProblems.of(data).isPresent()) {
            problems.add(LabelProblems.of(data).orElseThrow());
        } else if (data.classes().size() < 2) {
            problems.add("the application semi-supervised needs at least 2 classes; the data have "
                    + data.classes().size() + ": use data with more classes");
        }
        return problems;
    }
}
