package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

class DcganStepTest {
    private static List<TensorData> train(Engine engine, int threads, int batch, int width, int steps) {
        DcganStep step = new DcganStep(batch, width);
        List<TensorData> seen = new ArrayList<>();
        try (Session session = engine.open(new SessionOptions(threads));
                Program program = session.compile(step.graph())) {
            TensorData real =
                    SameAsReference.normal("real", batch, 1, 28, 28).tanh().evaluate();
            for (int i = 0; i < steps; i++) {
                seen.addAll(program.run(Map.of("real", real, "round", TensorData.scalar(i)))
                        .outputs()
                        .values());
            }
            for (Variable variable : step.variables()) {
                seen.add(session.get(variable));
            }
        }
        return seen;
    }

    @Test
    void trainsAsTheReferenceDoes() {
        List<TensorData> ours = train(new Nd4jEngine(), 2, 3, 4, 1);
        List<TensorData> right = train(new ReferenceEngine(), 1, 3, 4, 1);
        for (int i = 0; i < ours.size(); i++) {
            SameAsReference.close("value " + i, ours.get(i), right.get(i));
        }
    }

    @Test
    void resultsDoNotDependOnThreads() {
        assertThat(train(new Nd4jEngine(), 1, 16, 32, 3)).isEqualTo(train(new Nd4jEngine(), 2, 16, 32, 3));
    }
}
