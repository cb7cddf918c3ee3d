package org.gan4j.tensor;

import org.gan4j.tensor.op.VariableLeaf;

/**
 * State that a session keeps from run to run: a parameter, a moment, a running mean. It has a unique name, by which
 * checkpoints know it, and an expression for the value that it starts with.
 *
 * <p>Two variables of one name, shape and type are the same variable: a network or an optimiser that is built again under
 * the same names finds its state in the session again.
 */
public final class Variable {
    private final String name;
    private final Tensor initial;
    private final Tensor value;

    private Variable(String name, Tensor initial) {
        this.name = name;
        this.initial = initial;
        this.value = Tensor.of(new VariableLeaf(this));
    }

    /** @param initial the value before the first assignment; it may use random numbers, but no input or variable */
    public static Variable of(String name, Tensor initial) {
        return new Variable(name, initial);
    }

    public String name() {
        return name;
    }

    public Tensor initial() {
        return initial;
    }

    /** The value of this variable, as an expression: always the same object, so gradients can be asked for it. */
    public Tensor value() {
        return value;
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
