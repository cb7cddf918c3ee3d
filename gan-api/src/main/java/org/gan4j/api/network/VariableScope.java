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
 * @param orthogonal whether weights begin as orthogonal matrices, whatever deviation a layer asks for
 */
public record VariableScope(String path, RandomKey random, boolean orthogonal) {
    /**
     * Creates a scope whose weights begin as independent normal numbers.
     *
     * @param path the path that begins the names of its variables
     * @param random the random stream of their initial values
     */
    public VariableScope(String path, RandomKey random) {
        this(path, random, false);
    }

    /** Returns the outermost scope of a network. */
    public static VariableScope of(String path, long seed) {
        return new VariableScope(path, RandomKey.of(seed).child("initial").child(path));
    }

    /** Returns the scope of a part, whose path and random stream extend those of this scope. */
    public VariableScope child(String name) {
        return new VariableScope(path + "/" + name, random.child(name), orthogonal);
    }

    /**
     * Returns a copy in which weights begin as random orthogonal matrices of one row per output (<a
     * href="https://arxiv.org/abs/1312.6120">Saxe et al. 2014</a>), whatever deviation a layer asks for.
     */
    public VariableScope orthogonalWeights() {
        return new VariableScope(path, random, true);
    }

    /** Creates a variable whose initial values are independent normal numbers. */
    public Variable normal(String name, double mean, double deviation, long... shape) {
        return variable(name, noise(name, mean, deviation, shape));
    }

    /**
     * Creates a {@linkplain Variable#weight weight}, the matrix or the kernels of a layer, whose initial values are
     * independent normal numbers around 0, or an orthogonal matrix if this scope says so.
     *
     * @param outputAxis the axis of the layer's outputs
     * @param deviation the standard deviation of normal numbers; orthogonal matrices have none
     * @throws org.gan4j.tensor.ShapeException if the shape has fewer than two axes, or no such axis
     */
    public Variable weight(String name, int outputAxis, double deviation, long... shape) {
        Tensor initial = orthogonal
                ? OrthogonalMatrix.like(noise(name, 0, 1, shape), outputAxis)
                : noise(name, 0, deviation, shape);
        return Variable.weight(path + "/" + name, initial, outputAxis);
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
