package org.gan4j.api.network;

import java.util.List;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Where a network's variables are: a path that makes their names unique and stable, and the random stream that their
 * initial values are drawn from.
 */
public record VariableScope(String path, RandomKey random) {
    /** The outermost scope of a network. */
    public static VariableScope of(String path, long seed) {
        return new VariableScope(path, RandomKey.of(seed).child("initial").child(path));
    }

    /** The scope of a part. */
    public VariableScope child(String name) {
        return new VariableScope(path + "/" + name, random.child(name));
    }

    /** A variable that starts with independent normal numbers. */
    public Variable normal(String name, double mean, double deviation, long... shape) {
        Tensor noise = random.child(name).normal(shape);
        return variable(name, noise.mul(deviation).add(mean));
    }

    /** A variable that starts with one number everywhere. */
    public Variable filled(String name, double value, long... shape) {
        return variable(name, Tensor.full(value, shape));
    }

    /** One variable of zeros for each of these, under its name: the moments of an optimizer. */
    public List<Variable> zerosLike(List<Variable> variables) {
        return variables.stream()
                .map(each -> variable(each.name(), each.value().zerosLike()))
                .toList();
    }

    public Variable variable(String name, Tensor initial) {
        return Variable.of(path + "/" + name, initial);
    }
}
