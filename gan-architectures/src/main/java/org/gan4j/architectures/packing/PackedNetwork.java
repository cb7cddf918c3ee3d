package org.gan4j.architectures.packing;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A network that is applied to packs of consecutive samples. */
record PackedNetwork(Network of, int samples) implements Network {
    @Override
    public String name() {
        return of.name();
    }

    @Override
    public List<Variable> parameters() {
        return of.parameters();
    }

    @Override
    public List<Variable> state() {
        return of.state();
    }

    @Override
    public boolean mixesSamples() {
        return of.mixesSamples();
    }

    @Override
    public boolean allowsInputGradients() {
        return of.allowsInputGradients();
    }

    /**
     * Applies the network to the batch's packs.
     *
     * @throws ShapeException if the batch cannot be divided into packs
     */
    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        return of.apply(parameters, pass, new Inputs(packs(inputs.value()), inputs.conditions()));
    }

    private Tensor packs(Tensor x) {
        Shape shape = x.shape();
        if (shape.rank() < 2 || shape.dim(0) % samples != 0) {
            throw new ShapeException("the " + of.name() + " scores packs of " + samples + " samples, but gets " + shape
                    + ": choose a batch size divisible by " + samples);
        }
        // consecutive samples lie next to each other, so their channels are joined by a reshape
        long[] dims = shape.dims();
        dims[0] /= samples;
        dims[1] *= samples;
        return x.reshape(dims);
    }

    @Override
    public NetworkSummary summary() {
        return of.summary();
    }

    /** Returns the layers and parameters of the network, and the size of a pack. */
    @Override
    public String toString() {
        return of + ", for packs of " + samples + " samples";
    }
}
