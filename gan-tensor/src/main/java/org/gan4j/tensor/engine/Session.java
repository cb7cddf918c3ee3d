package org.gan4j.tensor.engine;

import java.util.Collection;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/**
 * The owner of the memory of variables, which the programs compiled in it share. A variable is created when a program
 * that uses it is compiled, or when it is first read or set. Not thread-safe. Closing releases the memory; any later
 * call throws an {@link IllegalStateException}.
 */
public interface Session extends AutoCloseable {
    /**
     * Compiles a graph, so that it can run many times.
     *
     * @throws IllegalArgumentException if two different variables or two different inputs have the same name
     */
    Program compile(Graph graph);

    /** Returns the current value of a variable, which is its initial value if nothing was assigned yet. */
    TensorData get(Variable variable);

    /**
     * Replaces the value of a variable.
     *
     * @throws org.gan4j.tensor.ShapeException if the shape or the element type differs
     */
    void set(Variable variable, TensorData value);

    /** Returns the variables that exist, in the order of their creation. */
    Collection<Variable> variables();

    /** Computes one tensor once. */
    default TensorData evaluate(Tensor tensor) {
        try (Program program = compile(Graph.of(Stage.named("evaluate").output("value", tensor)))) {
            return program.run(Map.of()).get("value");
        }
    }

    @Override
    void close();

    /**
     * Checks that a value fits a variable.
     *
     * @throws org.gan4j.tensor.ShapeException if the shape or the element type differs
     */
    static void requireFit(Variable variable, TensorData value) {
        DType dtype = value.dtype();
        if (dtype != variable.dtype() || !value.shape().equals(variable.shape())) {
            throw new org.gan4j.tensor.ShapeException("variable " + variable.name() + " is " + variable.dtype() + " "
                    + variable.shape() + "; it cannot take " + dtype + " " + value.shape());
        }
    }
}
