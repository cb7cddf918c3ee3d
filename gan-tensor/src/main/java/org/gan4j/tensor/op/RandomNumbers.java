package org.gan4j.tensor.op;

import java.util.List;
import java.util.Locale;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Random numbers of a stream. The only input is the step. Every engine computes them with {@link Philox}. */
public record RandomNumbers(Distribution distribution, Shape drawn, long seed, String path) implements Op {
    /** The distribution that the numbers are drawn from. */
    public enum Distribution {
        /** Uniform on [0, 1). */
        UNIFORM,
        /** Standard normal, with mean 0 and variance 1. */
        NORMAL
    }

    /** Fills {@code to} with numbers {@code from, from + 1, ...} of this tensor. */
    public void fill(int step, int from, float[] to, int length) {
        Philox philox = new Philox(seed, path, step);
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
            throw new ShapeException("random numbers need a scalar step; this one has shape "
                    + inputs.get(0).shape());
        }
        return drawn;
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        if (inputs.get(0).dtype() != DType.INT) {
            throw new ShapeException("random numbers need an INT step; this one is "
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
