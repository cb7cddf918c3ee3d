package org.gan4j.tensor.op;

import java.util.List;
import java.util.Locale;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Random numbers of a stream; the one input is the round. Every engine computes them with {@link Philox}. */
public record RandomNumbers(Distribution distribution, Shape drawn, long seed, String path) implements Op {
    /** What the numbers are drawn from. */
    public enum Distribution {
        /** [0, 1). */
        UNIFORM,
        /** Mean 0, variance 1. */
        NORMAL
    }

    /** Fills {@code to} with numbers {@code from, from + 1, ...} of this tensor. */
    public void fill(int round, int from, float[] to, int length) {
        Philox philox = new Philox(seed, path, round);
        if (distribution == Distribution.UNIFORM) {
            philox.uniforms(from, to, length);
        } else {
            philox.normals(from, to, length);
        }
    }

    @Override
    public String label() {
        return distribution.name().toLowerCase(Locale.ROOT) + " " + path;
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        if (inputs.get(0).shape().rank() != 0) {
            throw new ShapeException("random numbers need a scalar round; this one has shape "
                    + inputs.get(0).shape());
        }
        return drawn;
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        if (inputs.get(0).dtype() != DType.INT) {
            throw new ShapeException("random numbers need an INT round; this one is "
                    + inputs.get(0).dtype());
        }
        return DType.FLOAT;
    }

    @Override
    public boolean differentiable(int input) {
        return false;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        throw new UnsupportedOperationException("random numbers have no derivative");
    }
}
