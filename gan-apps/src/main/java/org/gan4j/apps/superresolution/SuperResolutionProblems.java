package org.gan4j.apps.superresolution;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.apps.images.ImageNetworks;
import org.gan4j.tensor.Shape;

/** Validation of a super-resolution GAN's settings, data and components. */
record SuperResolutionProblems(SuperResolution settings, DataSchema data) {
    private static final List<Integer> SCALES = List.of(2, 4, 8);

    /** Returns the problems of the settings and the data. */
    List<String> ofData() {
        List<String> problems = new ArrayList<>(ofSettings());
        if (!data.has(Field.IMAGE)) {
            problems.add("super-resolution needs the field image; the data have "
                    + data.fields().stream().map(Field::name).toList() + ": use data with images");
        } else if (SCALES.contains(settings.scale())) {
            problems.addAll(ofImages(data.image().shape()));
        }
        return problems;
    }

    private List<String> ofSettings() {
        List<String> problems = new ArrayList<>();
        if (!SCALES.contains(settings.scale())) {
            problems.add(
                    "super-resolution enlarges by 2, 4 or 8, not by " + settings.scale() + ": choose one of these");
        }
        if (settings.pixelSteps() < 0) {
            problems.add("the phase pixel of super-resolution cannot have " + settings.pixelSteps()
                    + " steps: choose more, or 0 to leave it out");
        }
        List<Double> weights = List.of(
                settings.contentWeight(),
                settings.adversarialWeight(),
                settings.pixelWeight(),
                settings.totalVariation());
        if (weights.stream().anyMatch(weight -> !(weight >= 0) || weight.isInfinite())) {
            problems.add("the weights of super-resolution must be numbers of at least 0; content, adversarial, pixels"
                    + " and total variation have " + weights + ": change those below 0");
        }
        if (!(settings.pixelEnd() > 0 && settings.pixelEnd() <= 1)) {
            problems.add("the learning rate of the phase pixel must end at a factor above 0 and at most 1, not "
                    + settings.pixelEnd() + ": 0.02 is the default, 1 keeps the rate");
        }
        if (settings.content().needsFile() && settings.vgg().isEmpty()) {
            problems.add("the content " + settings.content() + " of super-resolution needs VGG-19's weights: set vgg"
                    + " to a safetensors file with torchvision's names, or choose the content MOBILENET");
        } else if (!settings.content().needsFile() && !settings.vgg().isEmpty()) {
            problems.add("the content " + settings.content()
                    + " of super-resolution reads no file of VGG-19's weights: choose"
                    + " VGG22 or VGG54, or leave out the setting vgg, " + settings.vgg());
        }
        return problems;
    }

    /** Returns the problems of the file of weights that the second phase needs. */
    static List<String> ofFile(SuperResolution settings) {
        if (!settings.content().needsFile()) {
            return List.of();
        }
        if (!Files.isRegularFile(Path.of(settings.vgg()))) {
            return List.of("there is no file " + settings.vgg() + " of VGG-19's weights: set vgg to a safetensors file"
                    + " with torchvision's names");
        }
        try {
            ContentLoss.of(settings);
            return List.of();
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            return List.of(wrong.getMessage());
        }
    }

    private List<String> ofImages(Shape image) {
        int scale = settings.scale();
        if (image.rank() != 3 || image.dim(0) != 1 && image.dim(0) != 3) {
            return List.of("super-resolution enlarges images, 1×H×W or 3×H×W; the field image has the shape " + image
                    + ": use a folder of images");
        }
        if (image.dim(1) % scale != 0 || image.dim(2) % scale != 0) {
            return List.of("super-resolution by " + scale + " needs a height and a width in multiples of " + scale
                    + "; the images are " + image.dim(1) + "×" + image.dim(2) + ": choose another size or scale");
        }
        Shape small = SmallImages.shape(scale, image);
        if (data.has(SmallImages.NAME) && !data.field(SmallImages.NAME).shape().equals(small)) {
            return List.of("super-resolution by " + scale + " makes " + image + " of " + small
                    + ", but the field low-resolution of the data is "
                    + data.field(SmallImages.NAME).shape() + ": give both the same scale");
        }
        return List.of();
    }

    /** Returns the problems of the components, for settings and data that have none. */
    List<String> of(GanComponents components) {
        SmallImages small = SmallImages.of(settings.scale(), data);
        return ImageNetworks.problems(
                components,
                SuperResolutionNetworks.generatorSpec(small, data, 0),
                SuperResolutionNetworks.criticSpec(components, data, 0),
                "images of the size of the originals");
    }
}
