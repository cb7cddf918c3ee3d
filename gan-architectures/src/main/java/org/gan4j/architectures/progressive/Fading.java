package org.gan4j.architectures.progressive;

import java.util.Optional;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The condition {@code fade} of a network that grows, FLOAT [N]: 0 for the network before its last size was added, 1 for
 * the whole network, and in between a mixture of both outputs (<a href="https://arxiv.org/abs/1710.10196">Karras et al.
 * 2018</a>, figure 2).
 */
public final class Fading {
    /** The name of the condition. */
    public static final String FADE = "fade";

    private Fading() {}

    /** Returns the field of the condition. */
    public static Field field() {
        return new Field(FADE, DType.FLOAT, Shape.scalar());
    }

    /** Returns whether a network reads the condition. */
    public static boolean in(NetworkSpec spec) {
        return spec.conditions().stream().anyMatch(condition -> condition.name().equals(FADE));
    }

    /** Returns the condition in a shape that broadcasts to images; empty if the network is whole. */
    public static Optional<Tensor> of(Inputs inputs) {
        return Optional.ofNullable(inputs.conditions().get(FADE)).map(fade -> fade.reshape(-1, 1, 1, 1));
    }

    /** Returns (1 − fade) · before + fade · whole. */
    public static Tensor between(Tensor before, Tensor whole, Tensor fade) {
        return before.add(whole.sub(before).mul(fade.cast(whole.dtype())));
    }
}
