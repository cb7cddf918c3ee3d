package org.gan4j.apps.progressive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Resampling;

/**
 * A generator as far as it has grown, for inference: images of a smaller size are enlarged to that of the data, so that a
 * run can be sampled and evaluated at any step.
 *
 * @param networks the generator of each size, the smallest first; all but the first read the condition {@code fade}
 * @param level a scalar FLOAT, the number of the size that was reached, with a fraction while one fades in
 */
public record GrownGenerator(List<Network> networks, Variable level) implements Network {
    public GrownGenerator {
        networks = List.copyOf(networks);
    }

    private SizedNetworks sized() {
        return new SizedNetworks(networks);
    }

    /** Returns the generator of the size of the data. */
    public Network whole() {
        return sized().whole();
    }

    @Override
    public String name() {
        return whole().name();
    }

    @Override
    public List<Variable> parameters() {
        return sized().parameters();
    }

    @Override
    public List<Variable> state() {
        return Stream.concat(sized().state().stream(), Stream.of(level)).toList();
    }

    @Override
    public boolean mixesSamples() {
        return networks.stream().anyMatch(Network::mixesSamples);
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        int samples = inputs.value().shape().dim(0);
        return Outputs.of(images(
                samples,
                i -> fade -> networks.get(i)
                        .apply(parameters, pass, i == 0 ? inputs : inputs.with(Fading.FADE, fade))
                        .value()));
    }

    /** The images of one size for the condition {@code fade}, FLOAT [N]. */
    @FunctionalInterface
    public interface Faded {
        /** Returns the images, [N,C,h,w]. */
        Tensor with(Tensor fade);
    }

    /**
     * Returns the images of the size that was reached, enlarged to that of the data.
     *
     * @param samples N
     * @param images makes the images of each size
     */
    public Tensor images(int samples, IntFunction<Faded> images) {
        // the variable itself, not its moving average: the growth is a fact, not a weight
        Tensor reached = level.value();
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            Tensor fade = reached.sub(i - 1.0).clamp(0, 1).broadcastTo(samples);
            Tensor image = images.apply(i).with(fade);
            int factor = 1 << (networks.size() - 1 - i);
            Tensor enlarged = factor == 1 ? image : Resampling.nearest(image, factor);
            parts.add(enlarged.mul(isReached(reached, i).cast(image.dtype())));
        }
        return parts.stream().reduce(Tensor::add).orElseThrow();
    }

    /** Returns whether a size is the last one that has begun to fade in. */
    private Tensor isReached(Tensor reached, int size) {
        Tensor begun = size == 0 ? reached.greaterOrEqual(0) : reached.greater(size - 1.0);
        return size == networks.size() - 1 ? begun : begun.and(reached.lessOrEqual(size));
    }

    @Override
    public NetworkSummary summary() {
        return NetworkSummary.of(this, whole().summary().parts());
    }
}
