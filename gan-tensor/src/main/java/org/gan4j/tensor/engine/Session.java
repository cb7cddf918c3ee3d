package org.gan4j.tensor.engine;

import java.util.Collection;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;

/**
 * Owns the memory of variables; the programs compiled in it share them. A variable comes into being when a program that
 * uses it is compiled, or when it is first read or set. Not safe for use by several threads at once. Closing gives the
 * memory back; any later call is an {@link IllegalStateException}.
 */
public interface Session extends AutoCloseable {
    /** Makes a graph ready to run many times. */
    Program compile(Graph graph);

    /** The present value of a variable; its initial value if nothing was assigned yet. */
    TensorData get(Variable variable);

    /**
     * Replaces the value of a variable.
     *
     * @throws org.gan4j.tensor.ShapeException if shape or element type differ
     */
    void set(Variable variable, TensorData value);

    /** The variables that exist, in the order they came into being. */
    Collection<Variable> variables();

    /** Computes one tensor once. */
    default TensorData evaluate(Tensor tensor) {
        try (Program program = compile(Graph.of(Stage.named("evaluate").output("value", tensor)))) {
            return program.run(Map.of()).get("value");
        }
    }

    @Override
    void close();

    /** Checks that a value fits a variable. */
    static void requireFit(Variable variable, TensorData value) {
        DType dtype = value.dtype();
        if (dtype != variable.dtype() || !value.shape().equals(variable.shape())) {
            throw new org.gan4j.tensor.ShapeException("variable " + variable.name() + " is " + variable.dtype() + " "
                    + variable.shape() + "; it cannot take " + dtype + " " + value.shape());
        }
    }
}
