package org.gan4j.architectures.trunks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.io.Safetensors;

/**
 * InceptionV3 (<a href="https://arxiv.org/abs/1512.00567">Szegedy et al. 2015</a>) through its block mixed5: 5.1 million
 * weights in eight bits, pretrained on ImageNet and then trained further as the trunk of nsfwjs. Its weights are not in
 * this library: {@code scripts/data/fetch-perceptual-net} fetches them. It judges images whose generator was trained
 * with another trunk, such as {@link MobileNetV2}.
 *
 * <p>The features, for images H×W; 299×299 as an example:
 *
 * <pre>
 * activation_1   32 × 149 × 149    edges and colors
 * activation_5  192 ×  71 ×  71
 * mixed0        256 ×  35 ×  35    textures
 * mixed1        288 ×  35 ×  35
 * mixed2        288 ×  35 ×  35
 * mixed3        768 ×  17 ×  17    parts
 * mixed4        768 ×  17 ×  17
 * mixed5        768 ×  17 ×  17
 * </pre>
 *
 * The first layers have no padding, so a side must be at least {@value #SMALLEST_SIDE}.
 *
 * <p><b>The range of its input.</b> Keras trains InceptionV3 on [-1, 1], but these weights expect [0, 1], as in nsfwjs:
 * on two photographs, the means before the first normalization are 0.1 and 0.3 of their deviation away from the stored
 * running means (median over channels) with [0, 1], and 1.0 and 1.7 with [-1, 1]. So images, which are in [-1, 1] here,
 * are first mapped by (x + 1)/2.
 */
public final class InceptionV3 implements Trunk {
    /** The smallest height and width of images; smaller ones leave nothing for the last layers. */
    public static final int SMALLEST_SIDE = 43;

    private static final List<String> FEATURES =
            List.of("activation_1", "activation_5", "mixed0", "mixed1", "mixed2", "mixed3", "mixed4", "mixed5");
    private static final int CONVOLUTIONS = 50;
    /** The name of the file with the weights. */
    public static final String FILE = "inception-v3.safetensors";

    private static final String FETCH = "scripts/data/fetch-perceptual-net";

    private final List<InceptionConvolution> stem;
    private final List<InceptionBlock> blocks;
    private final String digest;

    private InceptionV3(QuantizedWeights file) {
        stem = List.of(
                InceptionConvolution.valid(file, 1, 2),
                InceptionConvolution.valid(file, 2, 1),
                InceptionConvolution.same(file, 3),
                InceptionConvolution.valid(file, 4, 1),
                InceptionConvolution.valid(file, 5, 1));
        blocks = InceptionBlock.all(file);
        digest = file.digest();
    }

    /**
     * Reads the network from a folder that {@code scripts/data/fetch-perceptual-net} has filled.
     *
     * @throws IllegalArgumentException if the folder does not contain the file with the weights, if that is not a valid
     *     safetensors file, or if it lacks a tensor
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static InceptionV3 in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + FILE + " with the weights of InceptionV3 in "
                    + folder + "; fetch it: " + FETCH + " " + folder);
        }
        Safetensors stored = Safetensors.read(file);
        IntStream.rangeClosed(1, CONVOLUTIONS)
                .boxed()
                .flatMap(number -> InceptionConvolution.tensors(number).stream())
                .filter(name -> !stored.tensors().containsKey(name)
                        || !stored.metadata().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("the file " + file + " has no tensor " + name
                            + " with its scale, which InceptionV3 needs; fetch it again: " + FETCH + " " + folder);
                });
        return new InceptionV3(new QuantizedWeights(stored));
    }

    @Override
    public String name() {
        return "inception-v3";
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public List<String> features() {
        return FEATURES;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ShapeException if the images have another number of channels, or a side is less than
     *     {@value #SMALLEST_SIDE}
     */
    @Override
    public Outputs apply(Tensor images) {
        return unscaled(colored(images).add(1).div(2));
    }

    /** Applies the network to images [N,3,H,W] without scaling them; {@link #apply} maps them to [0, 1]. */
    Outputs unscaled(Tensor images) {
        Map<String, Tensor> layers = new HashMap<>();
        Tensor x = stem.get(0).apply(images);
        layers.put("activation_1", x);
        x = InceptionBlock.halved(stem.get(2).apply(stem.get(1).apply(x)));
        x = stem.get(4).apply(stem.get(3).apply(x));
        layers.put("activation_5", x);
        x = InceptionBlock.halved(x);
        for (InceptionBlock block : blocks) {
            x = block.apply(x);
            layers.put(block.name(), x);
        }
        return new Outputs(x, layers);
    }

    private static Tensor colored(Tensor images) {
        Tensor colored = ColorImages.of("InceptionV3", images);
        Shape s = colored.shape();
        if (Math.min(s.dim(2), s.dim(3)) < SMALLEST_SIDE) {
            throw new ShapeException("InceptionV3 needs images of at least " + SMALLEST_SIDE + "×" + SMALLEST_SIDE
                    + "; the shape is " + s + ": enlarge the images, or choose another trunk");
        }
        return colored;
    }
}
