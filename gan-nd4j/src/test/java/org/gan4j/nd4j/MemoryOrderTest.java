package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.nd4j.SameAsReference.normal;
import static org.gan4j.nd4j.SameAsReference.values;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

/** Tests that nodes run in an order that keeps little in memory at a time. */
class MemoryOrderTest {
    private static final int SIZE = 100;
    private static final long BYTES = 4L * SIZE * SIZE;

    private static final int LAYERS = 6;

    private final List<Tensor> weights = IntStream.range(0, LAYERS)
            .mapToObj(layer ->
                    Variable.of("w" + layer, normal("w" + layer, SIZE, SIZE)).value())
            .toList();

    private Tensor critic(String samples) {
        Tensor h = Variable.of(samples, normal(samples, SIZE, SIZE)).value();
        for (Tensor w : weights) {
            h = h.matmul(w).mul(0.1).tanh();
        }
        return h.sum();
    }

    /** Returns a graph whose gradients are all kept to the end. */
    private long arenaOfGradients(Tensor loss) {
        Stage stage = Stage.named("s");
        for (Tensor gradient : Gradients.of(loss, weights)) {
            stage = stage.output("g" + stage.outputs().size(), gradient);
        }
        try (Session session = new Nd4jEngine().open();
                Program program = session.compile(Graph.of(stage))) {
            return program.explain().arenaBytes();
        }
    }

    @Test
    void theBackwardPassThroughOneBatchIsOverBeforeTheNextBegins() {
        Tensor onReal = critic("real");
        Tensor onFake = critic("fake");
        long one = arenaOfGradients(onReal);
        long both = arenaOfGradients(onReal.sub(onFake));
        assertThat(one).isGreaterThanOrEqualTo((LAYERS + 1) * BYTES);
        // the gradients of the first batch wait for those of the second; its activations are freed
        assertThat(both).isLessThanOrEqualTo(one + LAYERS * BYTES + 1000);
        values(Gradients.of(onReal.sub(onFake), weights).toArray(new Tensor[0]));
    }

    /** Sums the gradients of several batches, each in a stage of its own if asked. */
    private long arenaOfSums(int batches, boolean ahead) {
        List<Tensor> sums = Gradients.of(critic("batch0"), weights);
        List<Stage> stages = new ArrayList<>();
        for (int i = 1; i < batches; i++) {
            if (ahead) {
                stages.add(Stage.named("part" + i).ahead(sums));
            }
            List<Tensor> before = sums;
            List<Tensor> next = Gradients.of(critic("batch" + i), weights);
            sums = IntStream.range(0, LAYERS)
                    .mapToObj(layer -> before.get(layer).add(next.get(layer)))
                    .toList();
        }
        Stage last = Stage.named("sum");
        for (Tensor sum : sums) {
            last = last.output("g" + last.outputs().size(), sum);
        }
        stages.add(last);
        try (Session session = new Nd4jEngine().open();
                Program program = session.compile(new Graph(stages))) {
            return program.explain().arenaBytes();
        }
    }

    @Test
    void valuesComputedAheadLeaveNothingButThemselvesInMemory() {
        long one = arenaOfSums(1, false);
        // the sums so far wait while the next batch is computed
        assertThat(arenaOfSums(2, true)).isLessThanOrEqualTo(one + LAYERS * BYTES + 1000);
        assertThat(arenaOfSums(5, true)).isLessThanOrEqualTo(one + LAYERS * BYTES + 1000);
    }
}
