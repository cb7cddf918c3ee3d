package org.gan4j.bench.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm1dImpl;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.ConvTranspose2dOptions;
import org.bytedeco.pytorch.FlattenImpl;
import org.bytedeco.pytorch.LeakyReLUImpl;
import org.bytedeco.pytorch.LeakyReLUOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LinearOptions;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.PReLUImpl;
import org.bytedeco.pytorch.PixelShuffleImpl;
import org.bytedeco.pytorch.PixelShuffleOptions;
import org.bytedeco.pytorch.ReLUImpl;
import org.bytedeco.pytorch.ReLUOptions;
import org.bytedeco.pytorch.TanhImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.UnflattenImpl;

/**
 * A sequence of layers, as in {@code nn.Sequential}. An intermediate value is freed as soon as the next layer has used
 * it, as in Python, where the name {@code x} is reassigned.
 */
public final class Stack implements PeerNetwork {
    private final Module modules = new Module();
    private final List<UnaryOperator<Tensor>> layers = new ArrayList<>();
    /** The arrangements of the parameters that libtorch stores in another order than Gan4J, by index. */
    private final Map<Integer, UnaryOperator<Tensor>> arrangements = new HashMap<>();

    private Stack add(Module module, UnaryOperator<Tensor> forward) {
        modules.register_module("layer" + layers.size(), module);
        layers.add(forward);
        return this;
    }

    /** Adds a function without parameters. */
    public Stack function(UnaryOperator<Tensor> function) {
        layers.add(function);
        return this;
    }

    /** Adds a linear layer. */
    public Stack linear(long in, long out, boolean biased) {
        LinearOptions options = new LinearOptions(in, out);
        options.bias().put(biased);
        LinearImpl layer = new LinearImpl(options);
        return add(layer, layer::forward);
    }

    /**
     * Adds a maxout layer: a linear layer whose units output the largest of their pieces. The pieces of a unit are
     * neighbors, which is faster in libtorch; Gan4J stores all first pieces first.
     *
     * @param pieces the number of pieces per unit
     */
    public Stack maxout(long in, long units, long pieces) {
        int weight = (int) modules.parameters().size();
        UnaryOperator<Tensor> neighbors =
                ours -> ours.reshape(pieces, units, -1).transpose(0, 1).reshape(ours.sizes());
        arrangements.put(weight, neighbors);
        arrangements.put(weight + 1, neighbors); // the bias
        return linear(in, units * pieces, true)
                .function(x -> x.view(-1, units, pieces).max(2).get0());
    }

    /** Adds a convolution with a square kernel. */
    public Stack convolution(long in, long out, long kernel, long stride, long padding, boolean biased) {
        Conv2dOptions options = new Conv2dOptions(in, out, square(kernel));
        options.stride().put(new long[] {stride, stride}); // put(a, b) would write b at index a
        options.padding().put(square(padding));
        options.bias().put(biased);
        Conv2dImpl layer = new Conv2dImpl(options);
        return add(layer, layer::forward);
    }

    /** Adds a transposed convolution that doubles height and width: kernel 4, stride 2, padding 1. */
    public Stack doubling(long in, long out, boolean biased) {
        ConvTranspose2dOptions options = new ConvTranspose2dOptions(in, out, square(4));
        options.stride().put(new long[] {2, 2});
        options.padding().put(new long[] {1, 1});
        options.bias().put(biased);
        ConvTranspose2dImpl layer = new ConvTranspose2dImpl(options);
        return add(layer, layer::forward);
    }

    /** Adds batch normalization of images. */
    public Stack batchNorm2d(long channels) {
        BatchNorm2dImpl layer = new BatchNorm2dImpl(new BatchNormOptions(channels));
        return add(layer, layer::forward);
    }

    /** Adds batch normalization of vectors. */
    public Stack batchNorm1d(long features) {
        BatchNorm1dImpl layer = new BatchNorm1dImpl(new BatchNormOptions(features));
        return add(layer, layer::forward);
    }

    /** Adds a ReLU in place, as in the DCGAN example. */
    public Stack relu() {
        ReLUImpl layer = new ReLUImpl(new ReLUOptions(true));
        return add(layer, layer::forward);
    }

    /** Adds a leaky ReLU with slope 0.2 in place, as in the DCGAN example. */
    public Stack leakyRelu() {
        LeakyReLUOptions options = new LeakyReLUOptions();
        options.negative_slope().put(0.2);
        options.inplace().put(true);
        LeakyReLUImpl layer = new LeakyReLUImpl(options);
        return add(layer, layer::forward);
    }

    /** Adds a PReLU with one slope. */
    public Stack prelu() {
        PReLUImpl layer = new PReLUImpl();
        return add(layer, layer::forward);
    }

    /** Adds a hyperbolic tangent. */
    public Stack tanh() {
        TanhImpl layer = new TanhImpl();
        return add(layer, layer::forward);
    }

    /** Adds a layer that flattens all axes but the first. */
    public Stack flatten() {
        FlattenImpl layer = new FlattenImpl();
        return add(layer, layer::forward);
    }

    /** Adds a layer that gives each sample the given shape. */
    public Stack unflatten(long... shape) {
        UnflattenImpl layer = new UnflattenImpl(1, new LongVector(shape));
        return add(layer, layer::forward);
    }

    /** Adds a pixel shuffle. */
    public Stack pixelShuffle(long factor) {
        PixelShuffleImpl layer = new PixelShuffleImpl(new PixelShuffleOptions(factor));
        return add(layer, layer::forward);
    }

    private static LongPointer square(long side) {
        return new LongPointer(side, side);
    }

    @Override
    public Tensor apply(Tensor x) {
        Tensor y = x;
        for (UnaryOperator<Tensor> layer : layers) {
            Tensor next = layer.apply(y);
            if (y != x) {
                y.close();
            }
            y = next;
        }
        return y;
    }

    @Override
    public Tensor arranged(int parameter, Tensor ours) {
        return arrangements.getOrDefault(parameter, UnaryOperator.identity()).apply(ours);
    }

    @Override
    public TensorVector parameters() {
        return modules.parameters();
    }
}
