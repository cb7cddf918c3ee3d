package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.api.Test;

/** Each op is spoiled in turn, because a contract that notices nothing is useless. */
class SpoiledEngineTest {
    @Test
    void aWrongResultOfAnyOpIsNoticed() {
        TreeSet<String> unnoticed = new TreeSet<>(OpTable.names());
        // ops that return booleans or compute nothing
        unnoticed.removeAll(List.of("Constant", "InputLeaf", "VariableLeaf", "Not", "Identity"));
        unnoticed.removeIf(op -> op.startsWith("Compare") || op.startsWith("Logic"));
        for (OpExample example : OpExamples.all()) {
            if (unnoticed.contains(example.op()) && noticed(example)) {
                unnoticed.remove(example.op());
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    @Test
    void aWrongOpIsNoticedInRandomGraphs() {
        TreeSet<String> unnoticed =
                List.of("MatMul", "Conv2d", "Unary.TANH", "Reduce.SUM", "Binary.MUL", "Slice").stream()
                        .collect(Collectors.toCollection(TreeSet::new));
        for (int seed = 0; seed < 30 && !unnoticed.isEmpty(); seed++) {
            OpExample graph = RandomGraph.of(seed);
            unnoticed.removeIf(op -> noticed(graph, op));
        }
        assertThat(unnoticed).isEmpty();
    }

    private static boolean noticed(OpExample example) {
        return noticed(example, example.op());
    }

    private static boolean noticed(OpExample example, String spoiled) {
        RoundingEngine engine =
                new RoundingEngine((op, value) -> OpTable.name(op).equals(spoiled) ? value * 1.001 + 0.001 : value);
        try (Session session = engine.open()) {
            return Comparison.difference(session, example, DType.FLOAT, View.PLAIN)
                    .isPresent();
        }
    }
}
