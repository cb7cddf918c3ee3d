package org.gan4j.tensor;

import org.gan4j.tensor.op.VariableLeaf;

/**
 * State that a session keeps from run to run, such as a parameter, a moment or a running mean. A variable has a unique
 * name, which identifies it in checkpoints, and an expression for its initial value.
 *
 * <p>Two variables with the same name, shape and type are the same variable. A network or an optimizer that is built
 * again with the same names therefore finds its state in the session.
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

    /**
     * Creates a variable.
     *
     * @param name the unique name of the variable
     * @param initial the value before the first assignment; it may use random numbers, but no input or variable
     */
    public static Variable of(String name, Tensor initial) {
        return new Variable(name, initial);
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
