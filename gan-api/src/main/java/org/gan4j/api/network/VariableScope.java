package org.gan4j.api.network;

import java.util.List;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A scope that creates a network's variables with unique, stable names and reproducible initial values.
 *
 * @param path the path that begins the names of its variables
 * @param random the random stream of their initial values
 */
public record VariableScope(String path, RandomKey random) {
    /** Returns the outermost scope of a network. */
    public static VariableScope of(String path, long seed) {
        return new VariableScope(path, RandomKey.of(seed).child("initial").child(path));
    }

    /** Returns the scope of a part, whose path and random stream extend those of this scope. */
    public VariableScope child(String name) {
        return new VariableScope(path + "/" + name, random.child(name));
    }

    /** Creates a variable whose initial values are independent normal numbers. */
    public Variable normal(String name, double mean, double deviation, long... shape) {
        return variable(name, noise(name, mean, deviation, shape));
    }

    /**
     * Creates a {@linkplain Variable#weight weight}, the matrix or the kernels of a layer, whose initial values are
     * independent normal numbers around 0.
     *
     * @param outputAxis the axis of the layer's outputs
     * @throws org.gan4j.tensor.ShapeException if the shape has fewer than two axes, or no such axis
     */
    public Variable weight(String name, int outputAxis, double deviation, long... shape) {
        return Variable.weight(path + "/" + name, noise(name, 0, deviation, shape), outputAxis);
    }

    private Tensor noise(String name, double mean, double deviation, long... shape) {
        return random.child(name).normal(shape).mul(deviation).add(mean);
    }

    /** Creates a variable whose initial values are all equal to one number. */
    public Variable filled(String name, double value, long... shape) {
        return variable(name, Tensor.full(value, shape));
    }

    /** Creates a variable of zeros for each given variable, under its name, such as the moments of an optimizer. */
    public List<Variable> zerosLike(List<Variable> variables) {
        return variables.stream()
                .map(each -> variable(each.name(), each.value().zerosLike()))
                .toList();
    }

    /** Creates a variable with this initial value. */
    public Variable variable(String name, Tensor initial) {
        return Variable.of(path + "/" + name, initial);
    }
}
