package org.gan4j.apps.texttoimage;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.ShapeCheck;
import org.gan4j.apps.labels.CriticProblems;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Validation of a text-to-image GAN's settings, data and components. */
record TextProblems(TextConditional settings, DataSchema data) {
    private static final Field CAPTION = new Field(Field.CAPTION, DType.INT, Shape.scalar());
    private static final int IMAGE_RANK = 3;
    private static final int SHOWN = 40;

    /** Returns the problems of the settings and the data. */
    List<String> ofData() {
        List<String> problems = new ArrayList<>();
        if (settings.projection() < 1) {
            problems.add("text-to-image projects texts to at least 1 number, not " + settings.projection()
                    + ": 128 is the default");
        }
        if (!(settings.interpolation() >= 0 && settings.interpolation() < 1)) {
            problems.add("the interpolation of text-to-image must be a number from 0 to below 1, not "
                    + settings.interpolation() + ": 0.5 is the default, 0 leaves it out");
        }
        if (!data.has(Field.IMAGE)) {
            problems.add("text-to-image needs the field image; the data have " + names() + ": use data with images");
        } else if (data.image().shape().rank() != IMAGE_RANK) {
            problems.add("text-to-image generates images, C×H×W; the field image has the shape "
                    + data.image().shape() + ": use data with images");
        }
        problems.addAll(ofCaptions());
        return problems;
    }

    private List<String> names() {
        return data.fields().stream().map(Field::name).toList();
    }

    private List<String> ofCaptions() {
        if (!data.has(Field.CAPTION)) {
            return List.of("text-to-image needs a text for each image, the field caption; the data have " + names()
                    + ": use the data source captioned-images, or withCaptions for your own data");
        }
        Field caption = data.field(Field.CAPTION);
        if (!caption.equals(CAPTION)) {
            return List.of("the field caption must hold one INT per image, the index of its text; it is "
                    + caption.dtype() + " " + caption.shape() + ": use withCaptions for your own data");
        }
        if (data.captions().isEmpty()) { // those of a run that is loaded, which generates without them
            return List.of();
        }
        List<String> wrong = data.captions().stream()
                .filter(text -> settings.encoder().problem(text).isPresent())
                .toList();
        if (!wrong.isEmpty()) {
            String first = wrong.get(0);
            return List.of(wrong.size() + " of " + data.captions().size() + " captions cannot be encoded by "
                    + settings.encoder().name() + ", such as \""
                    + (first.length() > SHOWN ? first.substring(0, SHOWN) + "..." : first) + "\": "
                    + settings.encoder().problem(first).orElseThrow() + "; describe these images, or leave them out");
        }
        if (data.captions().size() < 2) {
            return List.of("text-to-image needs at least 2 different captions, so that some do not match; the data have"
                    + " " + data.captions().size() + ": use data with more captions, or the application unconditional");
        }
        return List.of();
    }

    /** Returns the problems of the components, for settings and data that have none. */
    List<String> of(GanComponents components) {
        Shape image = data.image().shape();
        NetworkSpec generatorSpec = TextNetworks.generatorSpec(settings, components, image, 0);
        NetworkSpec criticSpec = components.criticSpec(image, 0);
        List<String> unbuildable = components.problems(generatorSpec, criticSpec);
        if (!unbuildable.isEmpty()) {
            return unbuildable;
        }
        Network critic = components.critic().build(criticSpec);
        List<String> problems = new ArrayList<>(new CriticProblems(components, critic, image)
                .ofFeatures("with which texts are compared: choose a critic that has it, such as dcgan"));
        Network generator = components.generator().build(generatorSpec);
        Tensor input = Tensor.input(
                NetworkSpec.LATENTS,
                DType.FLOAT,
                ShapeCheck.BATCH,
                generatorSpec.latents().orElseThrow());
        problems.addAll(ShapeCheck.problems(
                generator, Inputs.of(input), data.image().batch(ShapeCheck.BATCH), "images like the data"));
        return problems;
    }
}
