package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.reference.ReferenceEngine;

/** Comparisons of the engine with the reference: values, first and second gradients. */
final class SameAsReference {
    private static final double TOLERANCE = 2e-4;
    private static final Engine ND4J = new Nd4jEngine();
    private static final Engine REFERENCE = new ReferenceEngine();

    private SameAsReference() {}

    static void values(Tensor... tensors) {
        List<TensorData> ours = run(ND4J, 2, tensors);
        List<TensorData> right = run(REFERENCE, 1, tensors);
        for (int i = 0; i < tensors.length; i++) {
            close(tensors[i].op().label(), ours.get(i), right.get(i));
        }
    }

    /** Compares the value, its gradients by each x, and the gradients of a projection of these. */
    static void throughSecondOrder(Tensor y, Tensor... xs) {
        List<Tensor> all = new ArrayList<>(List.of(y));
        List<Tensor> inputs = List.of(xs);
        List<Tensor> first = Gradients.of(project(y, "y"), inputs);
        all.addAll(first);
        Tensor sum = null;
        for (int i = 0; i < first.size(); i++) {
            Tensor part = project(first.get(i).square(), "g" + i);
            sum = sum == null ? part : sum.add(part);
        }
        all.addAll(Gradients.of(sum, inputs));
        values(all.toArray(new Tensor[0]));
    }

    private static Tensor project(Tensor y, String path) {
        return y.mul(normal(path, y.shape().dims()).cast(y.dtype())).sum();
    }

    static Tensor normal(String path, long... shape) {
        return Tensor.normal(RandomKey.of(7).child(path), shape);
    }

    static List<TensorData> run(Engine engine, int threads, Tensor... tensors) {
        Stage stage = Stage.named("test");
        for (int i = 0; i < tensors.length; i++) {
            stage = stage.output("value." + i, tensors[i]);
        }
        try (Session session = engine.open(new SessionOptions(threads));
                Program program = session.compile(Graph.of(stage))) {
            program.run(Map.of());
            // twice: reused memory must not change the results
            return List.copyOf(program.run(Map.of()).outputs().values());
        }
    }

    /** Runs stages that change a variable twice, and compares the outputs and the variable's value. */
    static void stages(Variable changed, Stage... stages) {
        List<TensorData> ours = run(ND4J, changed, stages);
        List<TensorData> right = run(REFERENCE, changed, stages);
        for (int i = 0; i < right.size(); i++) {
            close("value " + i, ours.get(i), right.get(i));
        }
    }

    private static List<TensorData> run(Engine engine, Variable changed, Stage... stages) {
        try (Session session = engine.open();
                Program program = session.compile(Graph.of(stages))) {
            List<TensorData> seen = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                seen.addAll(program.run(Map.of()).outputs().values());
                seen.add(session.get(changed));
            }
            return seen;
        }
    }

    static void close(String what, TensorData ours, TensorData right) {
        close(what, ours, right, 1e-20);
    }

    /** @param scale the scale of intermediate values, where the result may be a small difference of large numbers */
    static void close(String what, TensorData ours, TensorData right, double scale) {
        assertThat(ours.dtype()).as(what).isEqualTo(right.dtype());
        assertThat(ours.shape()).as(what).isEqualTo(right.shape());
        double largest = scale;
        for (int i = 0; i < right.shape().size(); i++) {
            if (Double.isFinite(right.get(i))) {
                largest = Math.max(largest, Math.abs(right.get(i)));
            }
        }
        for (int i = 0; i < right.shape().size(); i++) {
            double a = ours.get(i);
            double b = right.get(i);
            boolean same = Double.isFinite(b) ? Math.abs(a - b) <= TOLERANCE * largest : Double.compare(a, b) == 0;
            assertThat(same)
                    .as("%s %s at %d: %s, the reference has %s", what, right.shape(), i, a, b)
                    .isTrue();
        }
    }
}
