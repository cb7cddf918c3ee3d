package org.gan4j.architectures.trunks;

import static org.gan4j.architectures.trunks.InceptionBlock.after;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.trunks.TorchConvolutions.Kernel;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Pooling;
import org.gan4j.tensor.functions.Windows;
import org.gan4j.tensor.io.Safetensors;

/**
 * The InceptionV3 (<a href="https://arxiv.org/abs/1512.00567">Szegedy et al. 2015</a>) whose last features define FID
 * (<a href="https://arxiv.org/abs/1706.08500">Heusel et al. 2017</a>): that of TensorFlow's file of 2015-12-05, with
 * weights that this library does not bring. A user supplies them as a safetensors file with the names of pytorch-fid,
 * which are torchvision's: {@code Conv2d_1a_3x3.conv.weight} to {@code Mixed_7c.branch_pool.bn.running_var}; others in
 * it, such as those of the classifier, are ignored.
 *
 * <p>It differs from torchvision's network: the means of 3×3 windows count the positions inside the image only, and the
 * last block has maxima in their place. The features, for images of 299×299:
 *
 * <pre>
 * Conv2d_2b_3x3             64 × 147 × 147
 * Conv2d_4a_3x3            192 ×  71 ×  71
 * Mixed_5b, 5c, 5d         256, 288, 288 × 35 × 35
 * Mixed_6a, 6b, 6c, 6d, 6e 768 ×  17 ×  17
 * Mixed_7a                1280 ×   8 ×   8
 * Mixed_7b, 7c            2048 ×   8 ×   8
 * </pre>
 *
 * The means of Mixed_7c over all positions are the 2,048 features of FID. As in pytorch-fid, images are in [-1, 1].
 */
public final class FidInceptionV3 implements Trunk {
    /** The smallest height and width of images; smaller ones leave nothing for the last layers. */
    public static final int SMALLEST_SIDE = 75;

    private static final List<String> FEATURES = List.of(
            "Conv2d_2b_3x3",
            "Conv2d_4a_3x3",
            "Mixed_5b",
            "Mixed_5c",
            "Mixed_5d",
            "Mixed_6a",
            "Mixed_6b",
            "Mixed_6c",
            "Mixed_6d",
            "Mixed_6e",
            "Mixed_7a",
            "Mixed_7b",
            "Mixed_7c");
    private static final int POOL = 3;

    private final UnaryOperator<Tensor> first;
    private final UnaryOperator<Tensor> second;
    private final List<InceptionBlock> blocks;
    private final String digest;

    private FidInceptionV3(TorchConvolutions file) {
        first = after(
                after(file.valid("Conv2d_1a_3x3", 3, 2), file.valid("Conv2d_2a_3x3", 3, 1)),
                file.same("Conv2d_2b_3x3", 3, 3));
        second = after(file.valid("Conv2d_3b_1x1", 1, 1), file.valid("Conv2d_4a_3x3", 3, 1));
        List<InceptionBlock> all = new ArrayList<>();
        for (String name : List.of("Mixed_5b", "Mixed_5c", "Mixed_5d")) {
            all.add(squares(file, name));
        }
        all.add(halving(file, "Mixed_6a"));
        for (String name : List.of("Mixed_6b", "Mixed_6c", "Mixed_6d", "Mixed_6e")) {
            all.add(strips(file, name));
        }
        all.add(halvingStrips(file, "Mixed_7a"));
        all.add(forks(file, "Mixed_7b", InceptionBlock::mean));
        all.add(forks(file, "Mixed_7c", FidInceptionV3::maximum));
        blocks = List.copyOf(all);
        digest = file.stored().digest();
    }

    /**
     * Reads the network.
     *
     * @param file a safetensors file with pytorch-fid's names
     * @throws IllegalArgumentException if there is no such file, if it is not safetensors, or if it lacks one of the
     *     weights or has one of another shape or type
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static FidInceptionV3 of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file + " with the weights of FID's InceptionV3,"
                    + " which this library does not bring; docs/metrics.md shows how to save it from pytorch-fid");
        }
        return new FidInceptionV3(new TorchConvolutions(Safetensors.read(file), file.toString()));
    }

    private static InceptionBlock squares(TorchConvolutions file, String name) {
        return new InceptionBlock(
                name,
                List.of(
                        file.chain(name, square("branch1x1", 1)),
                        file.chain(name, square("branch5x5_1", 1), square("branch5x5_2", 5)),
                        file.chain(
                                name,
                                square("branch3x3dbl_1", 1),
                                square("branch3x3dbl_2", 3),
                                square("branch3x3dbl_3", 3)),
                        after(InceptionBlock::mean, file.chain(name, square("branch_pool", 1)))));
    }

    private static InceptionBlock halving(TorchConvolutions file, String name) {
        return new InceptionBlock(
                name,
                List.of(
                        file.valid(name + ".branch3x3", 3, 2),
                        after(
                                file.chain(name, square("branch3x3dbl_1", 1), square("branch3x3dbl_2", 3)),
                                file.valid(name + ".branch3x3dbl_3", 3, 2)),
                        InceptionBlock::halved));
    }

    private static InceptionBlock strips(TorchConvolutions file, String name) {
        return new InceptionBlock(
                name,
                List.of(
                        file.chain(name, square("branch1x1", 1)),
                        file.chain(name, square("branch7x7_1", 1), wide("branch7x7_2"), tall("branch7x7_3")),
                        file.chain(
                                name,
                                square("branch7x7dbl_1", 1),
                                tall("branch7x7dbl_2"),
                                wide("branch7x7dbl_3"),
                                tall("branch7x7dbl_4"),
                                wide("branch7x7dbl_5")),
                        after(InceptionBlock::mean, file.chain(name, square("branch_pool", 1)))));
    }

    private static InceptionBlock halvingStrips(TorchConvolutions file, String name) {
        return new InceptionBlock(
                name,
                List.of(
                        after(file.chain(name, square("branch3x3_1", 1)), file.valid(name + ".branch3x3_2", 3, 2)),
                        after(
                                file.chain(
                                        name, square("branch7x7x3_1", 1), wide("branch7x7x3_2"), tall("branch7x7x3_3")),
                                file.valid(name + ".branch7x7x3_4", 3, 2)),
                        InceptionBlock::halved));
    }

    /** Returns a block in which two branches end in 1×3 and 3×1 side by side. */
    private static InceptionBlock forks(TorchConvolutions file, String name, UnaryOperator<Tensor> pool) {
        return new InceptionBlock(
                name,
                List.of(
                        file.chain(name, square("branch1x1", 1)),
                        after(file.chain(name, square("branch3x3_1", 1)), fork(file, name, "branch3x3_2")),
                        after(
                                file.chain(name, square("branch3x3dbl_1", 1), square("branch3x3dbl_2", 3)),
                                fork(file, name, "branch3x3dbl_3")),
                        after(pool, file.chain(name, square("branch_pool", 1)))));
    }

    private static UnaryOperator<Tensor> fork(TorchConvolutions file, String block, String branch) {
        UnaryOperator<Tensor> wide = file.chain(block, new Kernel(branch + "a", 1, 3));
        UnaryOperator<Tensor> tall = file.chain(block, new Kernel(branch + "b", 3, 1));
        return x -> Tensor.concat(1, wide.apply(x), tall.apply(x));
    }

    private static Kernel square(String name, int size) {
        return new Kernel(name, size, size);
    }

    private static Kernel wide(String name) {
        return new Kernel(name, 1, 7);
    }

    private static Kernel tall(String name) {
        return new Kernel(name, 7, 1);
    }

    private static Tensor maximum(Tensor x) {
        return Pooling.max(x, Windows.over(2).padding(1), POOL);
    }

    @Override
    public String name() {
        return "fid-inception";
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
        Tensor x = ColorImages.of("FID's InceptionV3", images);
        Shape s = x.shape();
        if (Math.min(s.dim(2), s.dim(3)) < SMALLEST_SIDE) {
            throw new ShapeException("FID's InceptionV3 needs images of at least " + SMALLEST_SIDE + "×" + SMALLEST_SIDE
                    + "; the shape is " + s + ": enlarge the images");
        }
        Map<String, Tensor> layers = new HashMap<>();
        x = first.apply(x);
        layers.put("Conv2d_2b_3x3", x);
        x = second.apply(InceptionBlock.halved(x));
        layers.put("Conv2d_4a_3x3", x);
        x = InceptionBlock.halved(x);
        for (InceptionBlock block : blocks) {
            x = block.apply(x);
            layers.put(block.name(), x);
        }
        return new Outputs(x, layers);
    }
}
