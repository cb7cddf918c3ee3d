package org.gan4j.bench.peer;

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
import org.bytedeco.pytorch.PReLUImpl;
import org.bytedeco.pytorch.PixelShuffleImpl;
import org.bytedeco.pytorch.PixelShuffleOptions;
import org.bytedeco.pytorch.ReLUImpl;
import org.bytedeco.pytorch.ReLUOptions;
import org.bytedeco.pytorch.SequentialImpl;
import org.bytedeco.pytorch.TanhImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.UnflattenImpl;

/** Layers one after the other: {@code nn.Sequential}, whose values on the way live in C++ alone, as in Python. */
public final class Stack implements PeerNetwork {
    private final SequentialImpl layers = new SequentialImpl();

    public Stack linear(long in, long out, boolean biased) {
        LinearOptions options = new LinearOptions(in, out);
        options.bias().put(biased);
        layers.push_back(new LinearImpl(options));
        return this;
    }

    public Stack convolution(long in, long out, long kernel, long stride, long padding, boolean biased) {
        Conv2dOptions options = new Conv2dOptions(in, out, square(kernel));
        options.stride().put(stride, stride);
        options.padding().put(square(padding));
        options.bias().put(biased);
        layers.push_back(new Conv2dImpl(options));
        return this;
    }

    /** Doubles height and width: transposed, kernel 4, stride 2, padding 1. */
    public Stack doubling(long in, long out, boolean biased) {
        ConvTranspose2dOptions options = new ConvTranspose2dOptions(in, out, square(4));
        options.stride().put(2, 2);
        options.padding().put(1, 1);
        options.bias().put(biased);
        layers.push_back(new ConvTranspose2dImpl(options));
        return this;
    }

    public Stack batchNorm2d(long channels) {
        layers.push_back(new BatchNorm2dImpl(new BatchNormOptions(channels)));
        return this;
    }

    public Stack batchNorm1d(long features) {
        layers.push_back(new BatchNorm1dImpl(new BatchNormOptions(features)));
        return this;
    }

    /** In place, as in the DCGAN example. */
    public Stack relu() {
        layers.push_back(new ReLUImpl(new ReLUOptions(true)));
        return this;
    }

    /** In place, as in the DCGAN example. */
    public Stack leakyRelu() {
        LeakyReLUOptions options = new LeakyReLUOptions();
        options.negative_slope().put(0.2);
        options.inplace().put(true);
        layers.push_back(new LeakyReLUImpl(options));
        return this;
    }

    public Stack prelu() {
        layers.push_back(new PReLUImpl());
        return this;
    }

    public Stack tanh() {
        layers.push_back(new TanhImpl());
        return this;
    }

    public Stack flatten() {
        layers.push_back(new FlattenImpl());
        return this;
    }

    public Stack unflatten(long... shape) {
        layers.push_back(new UnflattenImpl(1, new LongVector(shape)));
        return this;
    }

    public Stack pixelShuffle(long factor) {
        layers.push_back(new PixelShuffleImpl(new PixelShuffleOptions(factor)));
        return this;
    }

    private static LongPointer square(long side) {
        return new LongPointer(side, side);
    }

    @Override
    public Tensor apply(Tensor x) {
        return layers.forward(x);
    }

    @Override
    public TensorVector parameters() {
        return layers.parameters();
    }
}
