package org.gan4j.architectures.trunks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Pooling;
import org.gan4j.tensor.io.SafetensorsFile;
import org.gan4j.tensor.io.SafetensorsFile.Stored;

/**
 * VGG-19 (<a href="https://arxiv.org/abs/1409.1556">Simonyan and Zisserman 2015</a>) with weights from a file, which this
 * library does not bring: 16 convolutions of 3×3 with ReLU, in five stages with 2×2 max pooling between them. Its features
 * are the content of images in SRGAN's loss (relu5_4 or relu2_2) and ESRGAN's.
 *
 * <p>The features, for images H×W; sizes are rounded down:
 *
 * <pre>
 * relu1_1, relu1_2            64 × H    × W
 * relu2_1, relu2_2           128 × H/2  × W/2
 * relu3_1, ... relu3_4       256 × H/4  × W/4
 * relu4_1, ... relu4_4       512 × H/8  × W/8
 * relu5_1, ... relu5_4       512 × H/16 × W/16
 * </pre>
 *
 * <p>The file has the names and shapes of torchvision's weights, {@code features.0.weight} to {@code features.34.bias};
 * others in it are ignored. Python writes it so:
 *
 * <pre>
 * weights = torchvision.models.vgg19(weights="IMAGENET1K_V1").state_dict()
 * safetensors.torch.save_file(weights, "vgg19.safetensors")
 * </pre>
 *
 * As torchvision does, images are mapped to [0, 1], less ImageNet's mean, over its deviation, for each color.
 */
public final class Vgg19 implements Trunk {
    private static final List<Integer> DEPTHS = List.of(2, 2, 4, 4, 4);
    private static final List<Integer> CHANNELS = List.of(64, 128, 256, 512, 512);
    private static final List<Place> PLACES = places();
    private static final Tensor MEAN = Tensor.of(new float[] {0.485f, 0.456f, 0.406f}, 3, 1, 1);
    private static final Tensor DEVIATION = Tensor.of(new float[] {0.229f, 0.224f, 0.225f}, 3, 1, 1);

    private final List<Place> places;
    private final List<FrozenConvolution> convolutions;

    private Vgg19(List<Place> places, List<FrozenConvolution> convolutions) {
        this.places = List.copyOf(places);
        this.convolutions = List.copyOf(convolutions);
    }

    /**
     * A convolution's place in the network.
     *
     * @param feature the name of its output after ReLU
     * @param stored the beginning of the names of its weight and bias in the file
     * @param pooled whether max pooling precedes it
     */
    private record Place(String feature, String stored, int in, int out, boolean pooled) {}

    private static List<Place> places() {
        List<Place> all = new ArrayList<>();
        int index = 0; // torchvision counts convolutions, ReLUs and poolings
        int in = 3;
        for (int stage = 0; stage < DEPTHS.size(); stage++) {
            int out = CHANNELS.get(stage);
            for (int i = 0; i < DEPTHS.get(stage); i++) {
                String feature = "relu" + (stage + 1) + "_" + (i + 1);
                all.add(new Place(feature, "features." + index, in, out, stage > 0 && i == 0));
                in = out;
                index += 2;
            }
            index++;
        }
        return List.copyOf(all);
    }

    /**
     * Reads all convolutions.
     *
     * @param file a safetensors file with torchvision's names
     * @throws IllegalArgumentException if the file is not safetensors, or lacks one of the weights, or if a weight has
     *     another shape or type
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Vgg19 of(Path file) {
        return of(file, PLACES.get(PLACES.size() - 1).feature());
    }

    /**
     * Reads the convolutions up to a feature; the file need not have the others.
     *
     * @param file a safetensors file with torchvision's names
     * @param deepest the last feature, such as {@code "relu2_2"}
     * @throws IllegalArgumentException if there is no such feature, if the file is not safetensors, or lacks one of the
     *     weights, or if a weight has another shape or type
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static Vgg19 of(Path file, String deepest) {
        List<Place> wanted = upTo(deepest);
        try (SafetensorsFile stored = SafetensorsFile.open(file)) {
            return of(wanted, (name, shape) -> read(file, stored, name, shape));
        }
    }

    /** Returns the network whose weights a function gives by name and shape. */
    static Vgg19 of(String deepest, BiFunction<String, Shape, Tensor> weights) {
        return of(upTo(deepest), weights);
    }

    private static Vgg19 of(List<Place> places, BiFunction<String, Shape, Tensor> weights) {
        List<FrozenConvolution> convolutions = new ArrayList<>();
        for (Place place : places) {
            Tensor weight = weights.apply(place.stored + ".weight", Shape.of(place.out, place.in, 3, 3));
            Tensor bias = weights.apply(place.stored + ".bias", Shape.of(place.out));
            convolutions.add(new FrozenConvolution(weight, bias.reshape(-1, 1, 1), 1, 1));
        }
        return new Vgg19(places, convolutions);
    }

    private static List<Place> upTo(String deepest) {
        List<String> names = PLACES.stream().map(Place::feature).toList();
        if (!names.contains(deepest)) {
            throw new IllegalArgumentException("VGG-19 has no feature " + deepest + ": choose one of " + names);
        }
        return PLACES.subList(0, names.indexOf(deepest) + 1);
    }

    private static Tensor read(Path file, SafetensorsFile stored, String name, Shape shape) {
        Stored found = stored.tensors().get(name);
        if (found == null) {
            throw mismatch(file, "it has no tensor " + name);
        }
        if (!found.shape().equals(shape)) {
            throw mismatch(file, name + " has the shape " + found.shape() + " instead of " + shape);
        }
        if (found.dtype() != DType.FLOAT) {
            throw mismatch(file, "the elements of " + name + " are " + found.dtype() + " instead of " + DType.FLOAT);
        }
        return Tensor.of(stored.read(name));
    }

    private static IllegalArgumentException mismatch(Path file, String what) {
        return new IllegalArgumentException(file + " does not hold the weights of VGG-19: " + what
                + "; save those of torchvision.models.vgg19 as safetensors");
    }

    @Override
    public String name() {
        return "vgg19";
    }

    @Override
    public List<String> features() {
        return places.stream().map(Place::feature).toList();
    }

    /**
     * {@inheritDoc}
     *
     * @throws ShapeException if the images have another number of channels, or are too small to be pooled
     */
    @Override
    public Outputs apply(Tensor images) {
        Tensor x = ColorImages.of("VGG-19", images).add(1).div(2).sub(MEAN).div(DEVIATION);
        Map<String, Tensor> layers = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            Tensor given = places.get(i).pooled ? Pooling.max2d(x, 2) : x;
            x = convolutions.get(i).apply(given).relu();
            layers.put(places.get(i).feature, x);
        }
        return new Outputs(x, layers);
    }
}
