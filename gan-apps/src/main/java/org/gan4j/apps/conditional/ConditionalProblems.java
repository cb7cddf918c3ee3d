package org.gan4j.apps.conditional;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.apps.labels.CriticProblems;
import org.gan4j.apps.labels.LabelProblems;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.op.InputLeaf;

/** Validation of a conditional GAN's components and data. */
record ConditionalProblems(Conditioning kind, DataSchema data) {
    private static final int BATCH = ShapeCheck.BATCH;

    /** Returns the problems of the components, for data that have none. */
    List<String> of(GanComponents components) {
        Shape sample = data.image().shape();
        int classes = data.classes().size();
        NetworkSpec generatorSpec = ConditionalNetworks.generatorSpec(kind, components, sample, classes, 0);
        NetworkSpec criticSpec = ConditionalNetworks.criticSpec(kind, components, sample, classes, 0);
        List<String> unbuildable = components.problems(generatorSpec, criticSpec);
        if (!unbuildable.isEmpty()) {
            return unbuildable;
        }
        Network critic = components.critic().build(criticSpec);
        List<String> problems =
                new ArrayList<>(ofCritic(components, critic, criticSpec.input().shape()));
        if (problems.isEmpty()) {
            problems.addAll(ofGenerator(ConditionalNetworks.of(kind, components, sample, classes, 0)));
        }
        return problems;
    }

    /** Returns the problems of the data. */
    List<String> ofData() {
        List<String> problems = new ArrayList<>();
        if (!data.has(Field.IMAGE)) {
            problems.add("the data have no field image; they have " + names()
                    + ": use data with images or vectors in the field image");
        } else if (data.image().shape().rank() == 0) {
            problems.add("the samples are single numbers; a conditional GAN needs images or vectors");
        }
        if (!data.has(Field.LABEL)) {
            problems.add("the application conditional needs a class for each sample, the field label; the data have "
                    + names() + ": use a folder with one subfolder per class, or data with labels");
        } else if (data.has(PartlyLabeled.LABELED)) {
            problems.add(
                    "the labels of these data belong to the field labelled, not to the field image: remove the data"
                            + " source partly-labeled, or use the application semi-supervised");
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

    private List<String> ofCritic(GanComponents components, Network critic, Shape input) {
        CriticProblems problems = new CriticProblems(components, critic, input);
        return kind == Conditioning.CONCATENATION
                ? problems.ofScore()
                : problems.ofFeatures("which the kind " + kind.name().toLowerCase(Locale.ROOT)
                        + " needs: add one to it, or use the kind concatenation");
    }

    private List<String> ofGenerator(ConditionalNetworks networks) {
        Tensor latents =
                Tensor.input("latents", DType.FLOAT, BATCH, networks.space().size());
        Tensor labels = Tensor.input(Field.LABEL, DType.INT, BATCH);
        Inputs inputs = networks.generatorInputs(latents, labels);
        List<String> problems = new ArrayList<>(
                ShapeCheck.problems(networks.generator(), inputs, data.image().batch(BATCH), "samples like the data"));
        if (problems.isEmpty() && kind == Conditioning.EMBEDDING && !readsLabel(networks.generator(), inputs)) {
            problems.add("the generator ignores the class, which the kind embedding"
                    + " gives it as the condition label: use the generator biggan, batch normalization, or the kind"
                    + " projection");
        }
        return problems;
    }

    private static boolean readsLabel(Network generator, Inputs inputs) {
        Tensor samples = generator
                .apply(Parameters.variables(), ForwardPass.inference(), inputs)
                .value();
        return Traversal.order(List.of(samples)).stream()
                .anyMatch(node ->
                        node.op() instanceof InputLeaf input && input.name().equals(Field.LABEL));
    }
}
