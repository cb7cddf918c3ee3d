package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Traversal;
import org.junit.jupiter.api.Test;

class RandomGraphTest {
    @Test
    void gradientsOfOrderTwoAreRightInRandomGraphs() {
        for (int seed = 0; seed < 12; seed++) {
            OpExample graph = RandomGraph.of(seed);
            Tensor[] points = graph.points().stream().map(Tensor::of).toArray(Tensor[]::new);
            assertThat(GradientCheck.of(graph.expression(), points).order(2).failure())
                    .as(graph.label())
                    .isEmpty();
        }
    }

    @Test
    void theSameSeedGivesTheSameGraph() {
        assertThat(RandomGraph.of(5).label()).isEqualTo(RandomGraph.of(5).label());
        assertThat(RandomGraph.of(5).label()).isNotEqualTo(RandomGraph.of(6).label());
    }

    @Test
    void everyKindOfStepComesUp() {
        TreeSet<String> missing = new TreeSet<>();
        for (RandomStep.Kind kind : RandomStep.Kind.values()) {
            missing.add(kind.name());
        }
        for (int seed = 0; seed < 30; seed++) {
            String label = RandomGraph.of(seed).label();
            missing.removeIf(kind -> label.contains(" " + kind + "("));
        }
        assertThat(missing).hasSizeLessThan(4);
    }

    @Test
    void theGraphsHaveFiveOpsAndMore() {
        for (int seed = 0; seed < 30; seed++) {
            OpExample graph = RandomGraph.of(seed);
            List<Tensor> constants =
                    graph.points(DType.FLOAT).stream().map(Tensor::of).toList();
            assertThat(Traversal.order(List.of(graph.expression().apply(constants))))
                    .hasSizeBetween(8, 200);
        }
    }
}
