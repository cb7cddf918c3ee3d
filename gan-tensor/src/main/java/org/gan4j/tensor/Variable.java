package org.gan4j.tensor;

import java.util.OptionalInt;
import org.gan4j.tensor.op.VariableLeaf;

/**
 * State that a session keeps from run to run, such as a parameter, a moment or a running mean. A variable has a unique
 * name, which identifies it in checkpoints, and an expression for its initial value.
 *
 * <p>Two variables with the same name, shape and type are the same variable. A network or an optimizer that is built
 * again with the same names therefore finds its state in the session. Whether a variable is a weight is not part of its identity.
 */
public final class Variable {
    private final String name;
    private final Tensor initial;
    private final OptionalInt outputAxis;
    private final Tensor value;

    private Variable(String name, Tensor initial, OptionalInt outputAxis) {
        this.name = name;
        this.initial = initial;
        this.outputAxis = outputAxis;
        this.value = Tensor.of(new VariableLeaf(this));
    }

    /**
     * Creates a variable.
     *
     * @param name the unique name of the variable
     * @param initial the value before the first assignment; it may use random numbers, but no input or variable
     */
    public static Variable of(String name, Tensor initial) {
        return new Variable(name, initial, OptionalInt.empty());
    }

    /**
     * Creates a weight: the matrix or the kernels of a linear layer or a convolution, unlike a bias or the scale of a
     * normalization. Spectral normalization and orthogonal regularization concern weights only.
     *
     * @param name the unique name of the variable
     * @param initial the value before the first assignment; it may use random numbers, but no input or variable
     * @param outputAxis the axis of the layer's outputs; flattening all others gives the matrix whose norm counts
     * @throws ShapeException if the value has fewer than two axes, or no such axis
     */
    public static Variable weight(String name, Tensor initial, int outputAxis) {
        int rank = initial.shape().rank();
        if (rank < 2 || outputAxis < 0 || outputAxis >= rank) {
            throw new ShapeException(
                    "the weight " + name + " needs at least two axes, of which one has the outputs; its" + " shape is "
                            + initial.shape() + " and its output axis " + outputAxis);
        }
        return new Variable(name, initial, OptionalInt.of(outputAxis));
    }

    public String name() {
        return name;
    }

    public Tensor initial() {
        return initial;
    }

    /**
     * Returns the value of this variable as an expression. It is always the same object, so gradients can be taken with
     * respect to it.
     */
    public Tensor value() {
        return value;
    }

    /** Returns whether this is the weight of a linear layer or a convolution. */
    public boolean isWeight() {
        return outputAxis.isPresent();
    }

    /** Returns the axis of the outputs if this is a {@linkplain #weight weight}; otherwise empty. */
    public OptionalInt outputAxis() {
        return outputAxis;
    }

    public Shape shape() {
        return initial.shape();
    }

    public DType dtype() {
        return initial.dtype();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variable variable
                && name.equals(variable.name)
                && shape().equals(variable.shape())
                && dtype() == variable.dtype();
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "Variable " + name + " " + Printing.describe(dtype(), shape());
    }
}
