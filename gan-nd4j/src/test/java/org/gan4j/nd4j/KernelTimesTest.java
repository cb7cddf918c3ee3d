package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.functions.Ordering;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints the table of kernel times that docs/engine.md has: each op at a million floats, on this engine and on the
 * reference engine in turn, as the programs explain themselves (so feeding and reading are not in it).
 *
 * <p>{@code mvn -o -Plong test -pl gan-nd4j -am -Dtest=KernelTimesTest -Dsurefire.failIfNoSpecifiedTests=false}
 */
@Tag("long")
class KernelTimesTest {
    private static final int BLOCKS = 5;
    private static final int RUNS = 10;
    private static final double SLOW_MILLISECONDS = 200;

    private static final Tensor X = Tensor.input("x", DType.FLOAT, 32, 128, 16, 16);
    private static final Tensor Y = Tensor.input("y", DType.FLOAT, 32, 128, 16, 16);
    private static final Tensor CHANNEL = Tensor.input("channel", DType.FLOAT, 1, 128, 1, 1);
    private static final Tensor INDICES = Tensor.input("indices", DType.INT, 32);
    private static final Tensor ROUND = Tensor.input("round", DType.INT);

    private static Map<String, Tensor> ops() {
        Map<String, Tensor> ops = new LinkedHashMap<>();
        elementwise(ops);
        Tensor positive = X.greater(Y);
        ops.put("compare", positive);
        ops.put("compare, where", positive.where(X, Y));
        ops.put("and (of two comparisons)", positive.and(X.greater(0)));
        ops.put("not (of a comparison)", positive.not());
        ops.put("cast to BOOL", X.cast(DType.BOOL));
        ops.put("cast to INT", X.cast(DType.INT));
        ops.put("cast to DOUBLE", X.cast(DType.DOUBLE));
        ops.put("add a stretched channel", X.add(CHANNEL));
        ops.put("leaky ReLU of scale and shift", X.mul(CHANNEL).add(CHANNEL).leakyRelu(0.2));
        ops.put("sum (0,2,3)", X.sum(0, 2, 3));
        ops.put("sum last", X.sum(3));
        ops.put("sum axis 0", X.sum(0));
        ops.put("sum of all", X.sum());
        ops.put("max (0,2,3)", X.max(0, 2, 3));
        ops.put("min last", X.min(3));
        ops.put("broadcastTo", CHANNEL.broadcastTo(X.shape()).flip());
        ops.put("permute to NHWC", X.permute(0, 2, 3, 1));
        ops.put("slice, every second", X.slice(3, 0, 16, 2));
        ops.put("flip", X.flip(3));
        ops.put("pad by 1", X.pad(2, 1, 1).pad(3, 1, 1));
        ops.put("concat (1)", Tensor.concat(1, X, Y));
        ops.put("argSort last", Ordering.argSort(X, -1, false));
        ops.put("gather rows", X.gather(0, INDICES));
        ops.put("scatterAdd rows", X.scatterAdd(0, 32, INDICES));
        ops.put(
                "uniform numbers",
                Tensor.uniform(RandomKey.of(1).child("u").at(ROUND), X.shape().dims()));
        ops.put(
                "normal numbers",
                Tensor.normal(RandomKey.of(1).child("n").at(ROUND), X.shape().dims()));
        contractions(ops);
        return ops;
    }

    private static void elementwise(Map<String, Tensor> ops) {
        Tensor positive = X.square().add(0.1);
        ops.put("add", X.add(Y));
        ops.put("sub", X.sub(Y));
        ops.put("mul", X.mul(Y));
        ops.put("div", X.div(Y));
        ops.put("maximum", X.maximum(Y));
        ops.put("minimum", X.minimum(Y));
        ops.put("neg", X.neg());
        ops.put("abs", X.abs());
        ops.put("square", X.square());
        ops.put("square, add, sqrt", positive.sqrt());
        ops.put("square, add, rsqrt", positive.rsqrt());
        ops.put("square, add, log", positive.log());
        ops.put("square, add, pow 1.7", positive.pow(1.7));
        ops.put("sign", X.sign());
        ops.put("floor", X.floor());
        ops.put("exp", X.exp());
        ops.put("sin", X.sin());
        ops.put("cos", X.cos());
        ops.put("tanh", X.tanh());
        ops.put("sigmoid", X.sigmoid());
        ops.put("softplus", X.softplus());
        ops.put("erf", X.erf());
        ops.put("clamp", X.clamp(-1, 1));
        ops.put("ReLU", X.relu());
        ops.put("leaky ReLU", X.leakyRelu(0.2));
    }

    private static void contractions(Map<String, Tensor> ops) {
        Tensor square = X.reshape(1024, 1024);
        ops.put("matmul 1024³", square.matmul(Y.reshape(1024, 1024)));
        ops.put("matmul 64×(128×128×128)", X.reshape(64, 128, 128).matmul(Y.reshape(64, 128, 128)));
        Tensor images = X.slice(1, 0, 16);
        Tensor w = Tensor.input("w", DType.FLOAT, 32, 16, 4, 4);
        Tensor g = Y.slice(1, 0, 32).slice(2, 0, 8).slice(3, 0, 8);
        ops.put("conv2d 16→32 k4 s2, batch 32", images.conv2d(w, 2, 1));
        ops.put("convTranspose2d 32→16 k4 s2, batch 32", g.convTranspose2d(w, 2, 1));
        ops.put(
                "conv2d weight gradient",
                Gradients.of(images.conv2d(w, 2, 1).mul(g).sum(), w));
    }

    @Test
    void printsTheTable() {
        System.out.println("| op | nd4j min | median | reference min | median | reference / nd4j | kernels |");
        System.out.println("|---|---|---|---|---|---|---|");
        List<String> slower = new ArrayList<>();
        ops().forEach((name, y) -> {
            String[] kernels = new String[1];
            double[][] times = times(y, kernels);
            double ratio = min(times[1]) / min(times[0]);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.1f | %.1f | %.1f | %s |%n",
                    name,
                    min(times[0]),
                    median(times[0]),
                    min(times[1]),
                    median(times[1]),
                    ratio,
                    kernels[0]);
            if (ratio < 1) {
                slower.add(name);
            }
        });
        System.out.println("slower than the reference: " + slower);
        assertThat(ops()).isNotEmpty();
    }

    /** Milliseconds, of this engine and of the reference engine, block by block in turn. */
    private static double[][] times(Tensor y, String[] kernels) {
        Graph graph = Graph.of(Stage.named("s").output("y", y));
        Map<String, TensorData> feeds = feeds(graph);
        Engine[] engines = {new Nd4jEngine(), new ReferenceEngine()};
        List<List<Double>> seen = List.of(new ArrayList<>(), new ArrayList<>());
        try (Session ours = engines[0].open(new SessionOptions(2));
                Session reference = engines[1].open();
                Program fast = ours.compile(graph);
                Program slow = reference.compile(graph)) {
            for (int block = 0; block < BLOCKS; block++) {
                measure(fast, feeds, RUNS, seen.get(0));
                measure(slow, feeds, RUNS / 3, seen.get(1));
            }
            kernels[0] = String.join(
                    ", ",
                    fast.explain().rows().stream()
                            .map(row -> row.kernel())
                            .distinct()
                            .toList());
        }
        return new double[][] {
            seen.get(0).stream().mapToDouble(Double::doubleValue).toArray(),
            seen.get(1).stream().mapToDouble(Double::doubleValue).toArray()
        };
    }

    private static void measure(Program program, Map<String, TensorData> feeds, int runs, List<Double> seen) {
        for (int i = 0; i < runs; i++) {
            program.run(feeds);
            double milliseconds = program.explain().total().nanoseconds().getAsLong() / 1e6;
            seen.add(milliseconds);
            if (milliseconds > SLOW_MILLISECONDS) {
                return;
            }
        }
    }

    private static Map<String, TensorData> feeds(Graph graph) {
        Map<String, TensorData> feeds = new HashMap<>();
        for (Tensor node :
                Traversal.order(new ArrayList<>(graph.stages().get(0).outputs().values()))) {
            if (node.op() instanceof InputLeaf input) {
                feeds.put(
                        input.name(),
                        input.type() == DType.INT
                                ? TensorData.of(new int[input.fed().size()], input.fed())
                                : SameAsReference.normal(
                                                input.name(), input.fed().dims())
                                        .evaluate());
            }
        }
        return feeds;
    }

    private static double min(double[] times) {
        return Arrays.stream(times).min().orElseThrow();
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
