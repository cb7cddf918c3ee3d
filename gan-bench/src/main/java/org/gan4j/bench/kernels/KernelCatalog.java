package org.gan4j.bench.kernels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.functions.Ordering;

/** The catalog of operations that are timed separately, on a million floats of the shape 32×128×16×16. */
final class KernelCatalog {
    private static final Tensor X = normal("x", 32, 128, 16, 16);
    private static final Tensor Y = normal("y", 32, 128, 16, 16);
    private static final Tensor CHANNEL = normal("channel", 1, 128, 1, 1);
    private static final Tensor INDICES = Variable.of(
                    "indices",
                    Tensor.of(IntStream.range(0, 32).map(i -> i * 5 % 32).toArray(), 32))
            .value();
    private static final Tensor ROUND =
            Variable.of("round", Tensor.full(DType.INT, 0)).value();

    private static final Map<String, Tensor> OPERATIONS = operations();

    private KernelCatalog() {}

    static List<String> names() {
        return List.copyOf(OPERATIONS.keySet());
    }

    /** Returns a graph of one operation, which reads variables and assigns a variable; nothing is fed or fetched. */
    static Graph graph(String name) {
        Tensor result = OPERATIONS.get(name);
        Variable to = Variable.of(
                "result", Tensor.full(result.dtype(), 0, result.shape().dims()));
        return Graph.of(Stage.named("kernel").assign(to, result));
    }

    private static Tensor normal(String name, long... shape) {
        return Variable.of(name, Tensor.normal(RandomKey.of(1).child(name), shape))
                .value();
    }

    private static Map<String, Tensor> operations() {
        Map<String, Tensor> ops = new LinkedHashMap<>();
        arithmetic(ops);
        functions(ops);
        choices(ops);
        reductions(ops);
        movements(ops);
        contractions(ops);
        return ops;
    }

    private static void arithmetic(Map<String, Tensor> ops) {
        ops.put("add", X.add(Y));
        ops.put("sub", X.sub(Y));
        ops.put("mul", X.mul(Y));
        ops.put("div", X.div(Y));
        ops.put("maximum", X.maximum(Y));
        ops.put("minimum", X.minimum(Y));
        ops.put("neg", X.neg());
        ops.put("abs", X.abs());
        ops.put("square", X.square());
        ops.put("add a stretched channel", X.add(CHANNEL));
        ops.put("leaky ReLU of scale and shift", X.mul(CHANNEL).add(CHANNEL).leakyRelu(0.2));
        ops.put("an optimizer's step", adam());
    }

    /** Returns the last lines of Adam: 11 operations on two operands. */
    private static Tensor adam() {
        Tensor m = X.mul(0.9).add(Y.mul(0.1));
        Tensor v = Y.square().mul(0.001).add(0.01);
        return X.sub(m.div(v.sqrt().add(1e-8)).mul(0.0002));
    }

    private static void functions(Map<String, Tensor> ops) {
        Tensor positive = X.square().add(0.1);
        ops.put("square, add, sqrt", positive.sqrt());
        ops.put("square, add, rsqrt", positive.rsqrt());
        ops.put("square, add, log", positive.log());
        ops.put("square, add, pow 1.7", positive.pow(1.7));
        ops.put("floor", X.floor());
        ops.put("exp", X.exp());
        ops.put("sin", X.sin());
        ops.put("cos", X.cos());
        ops.put("tanh", X.tanh());
        ops.put("sigmoid", X.sigmoid());
        ops.put("softplus", X.softplus());
        ops.put("erf", X.erf());
        ops.put("uniform numbers", Tensor.uniform(RandomKey.of(1).child("u").at(ROUND), 32, 128, 16, 16));
        ops.put("normal numbers", Tensor.normal(RandomKey.of(1).child("n").at(ROUND), 32, 128, 16, 16));
    }

    private static void choices(Map<String, Tensor> ops) {
        Tensor greater = X.greater(Y);
        ops.put("sign", X.sign());
        ops.put("clamp", X.clamp(-1, 1));
        ops.put("ReLU", X.relu());
        ops.put("leaky ReLU", X.leakyRelu(0.2));
        ops.put("compare", greater);
        ops.put("equal", X.equal(Y));
        ops.put("compare, where", greater.where(X, Y));
        ops.put("and (of two comparisons)", greater.and(X.greater(0)));
        ops.put("not (of a comparison)", greater.not());
        ops.put("cast to BOOL", X.cast(DType.BOOL));
        ops.put("cast to INT", X.cast(DType.INT));
        ops.put("cast to DOUBLE", X.cast(DType.DOUBLE));
    }

    private static void reductions(Map<String, Tensor> ops) {
        ops.put("sum (0,2,3)", X.sum(0, 2, 3));
        ops.put("sum last", X.sum(3));
        ops.put("sum axis 0", X.sum(0));
        ops.put("sum of all", X.sum());
        ops.put("sum of squares", X.square().sum());
        ops.put("max (0,2,3)", X.max(0, 2, 3));
        ops.put("max of 4 rows", X.reshape(32, 4, 32, 256).max(1));
        ops.put("min last", X.min(3));
    }

    private static void movements(Map<String, Tensor> ops) {
        ops.put("broadcastTo", CHANNEL.broadcastTo(X.shape()).flip());
        ops.put("permute to NHWC", X.permute(0, 2, 3, 1));
        ops.put("slice, every second", X.slice(3, 0, 16, 2));
        ops.put("flip", X.flip(3));
        ops.put("pad by 1", X.pad(2, 1, 1).pad(3, 1, 1));
        ops.put("concat (1)", Tensor.concat(1, X, Y));
        ops.put("argSort last", Ordering.argSort(X, -1, false));
        ops.put("gather rows", X.gather(0, INDICES));
        ops.put("scatterAdd rows", X.scatterAdd(0, 32, INDICES));
    }

    private static void contractions(Map<String, Tensor> ops) {
        ops.put("matmul 1024³", X.reshape(1024, 1024).matmul(Y.reshape(1024, 1024)));
        ops.put("matmul 64×(128×128×128)", X.reshape(64, 128, 128).matmul(Y.reshape(64, 128, 128)));
        Tensor images = normal("images", 32, 16, 16, 16);
        Tensor small = normal("small", 32, 32, 8, 8);
        Tensor w = normal("w", 32, 16, 4, 4);
        ops.put("conv2d 16→32 k4 s2, batch 32", images.conv2d(w, 2, 1));
        ops.put("convTranspose2d 32→16 k4 s2, batch 32", small.convTranspose2d(w, 2, 1));
        ops.put(
                "conv2d weight gradient",
                Gradients.of(images.conv2d(w, 2, 1).mul(small).sum(), w));
    }
}
