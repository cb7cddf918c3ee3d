package org.gan4j.tensor.reference;

import java.util.List;
import java.util.Map;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.SessionOptions;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.VariableLeaf;

/**
 * The engine that other engines are compared with: plain Java, one loop per op, everything in double precision (FLOAT
 * values are rounded when they are output or assigned to a variable). It is slow and easy to verify.
 */
public final class ReferenceEngine implements Engine {
    private static final int MOST_ELEMENTS_TO_PREVIEW = 1_000_000;

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public String description() {
        return "plain Java in double precision: slow, for checking";
    }

    @Override
    public Session open(SessionOptions options) {
        return new ReferenceSession();
    }

    /**
     * Computes expressions that use neither inputs nor variables.
     *
     * @throws IllegalStateException if one uses an input or a variable
     */
    public static List<TensorData> evaluate(List<Tensor> tensors) {
        for (Tensor node : Traversal.order(tensors)) {
            if (node.op() instanceof InputLeaf || node.op() instanceof VariableLeaf) {
                throw new IllegalStateException(
                        "this expression uses " + node.op().label()
                                + ", which has a value only while a program runs in a session:"
                                + " make it an output of a stage");
            }
        }
        Stage stage = Stage.named("evaluate");
        for (int i = 0; i < tensors.size(); i++) {
            stage = stage.output("value." + i, tensors.get(i));
        }
        try (ReferenceSession session = new ReferenceSession()) {
            return List.copyOf(
                    session.compile(Graph.of(stage)).run(Map.of()).outputs().values());
        }
    }

    /**
     * Returns values for printing, or a description of the expression if computing them is impossible or
     * expensive.
     */
    public static String preview(Tensor tensor) {
        try {
            List<Tensor> order = Traversal.order(List.of(tensor));
            long elements =
                    order.stream().mapToLong(node -> node.shape().size()).sum();
            boolean open = order.stream()
                    .anyMatch(node -> node.op() instanceof InputLeaf || node.op() instanceof VariableLeaf);
            if (open || elements > MOST_ELEMENTS_TO_PREVIEW) {
                return "(" + tensor.op().label() + ", not computed)";
            }
            String shown = evaluate(List.of(tensor)).get(0).toString();
            return shown.substring(shown.indexOf(' ', shown.indexOf(']')) + 1);
        } catch (RuntimeException failed) {
            return "(" + tensor.op().label() + ", not computable: " + failed.getMessage() + ")";
        }
    }

    /** Returns the name and the description. */
    @Override
    public String toString() {
        return name() + ": " + description();
    }
}
