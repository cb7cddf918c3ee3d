package org.gan4j.training.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.op.Constant;
import org.gan4j.tensor.op.InputLeaf;
import org.gan4j.tensor.op.VariableLeaf;

/**
 * The search for the first value of a failed stage that is NaN or infinite. A failed stage assigned nothing, so the
 * session still has its variables, and the stage is computed again by the same engine, with a check after each op. The
 * first value in the order of computation that is not finite is the cause: all that it is computed from is finite.
 */
public final class FirstNonFinite {
    /** The number of variables that are named. */
    private static final int NAMED = 2;
    /** The number of rows that are named. */
    private static final int ROWS = 5;

    private final Session session;
    private final Map<String, TensorData> feeds;
    private final List<Tensor> order;

    private FirstNonFinite(Session session, Stage failed, Map<String, TensorData> feeds) {
        this.session = session;
        this.feeds = new TreeMap<>(feeds);
        this.order = Traversal.order(
                failed.guards().stream().map(failed.outputs()::get).toList());
    }

    /**
     * Returns the cause in one sentence without a full stop; empty if computing the stage again gives finite values.
     *
     * @param session has the variables as they were when the stage failed
     * @param graph the graph that ran
     * @param output the guarded output that was not finite
     * @param feeds the inputs of the graph, by name
     * @throws IllegalArgumentException if the graph has no guarded output of this name
     */
    public static Optional<String> of(Session session, Graph graph, String output, Map<String, TensorData> feeds) {
        Stage failed = graph.stages().stream()
                .filter(stage -> stage.guards().contains(output))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the graph guards no output " + output));
        FirstNonFinite search = new FirstNonFinite(session, failed, feeds);
        return search.data().or(search::computed);
    }

    /** Names the rows of the data that are not finite. */
    private Optional<String> data() {
        for (Map.Entry<String, TensorData> fed : feeds.entrySet()) {
            Set<Integer> rows = rows(fed.getValue());
            if (!rows.isEmpty()) {
                List<String> named =
                        rows.stream().limit(ROWS).map(String::valueOf).toList();
                return Optional.of(String.format(
                        Locale.ROOT,
                        "The data are the cause: %d of %d rows of %s are not finite, counted from 0 these: %s%s",
                        rows.size(),
                        fed.getValue().shape().dim(0),
                        fed.getKey(),
                        String.join(", ", named),
                        rows.size() > ROWS ? " ..." : ""));
            }
        }
        return Optional.empty();
    }

    private static Set<Integer> rows(TensorData fed) {
        Set<Integer> rows = new LinkedHashSet<>();
        if (fed.shape().rank() > 0) {
            int width = fed.shape().size() / Math.max(1, fed.shape().dim(0));
            for (int i = 0; i < fed.shape().size(); i++) {
                if (!Double.isFinite(fed.get(i))) {
                    rows.add(i / width);
                }
            }
        }
        return rows;
    }

    private Optional<String> computed() {
        Stage checks = Stage.named("first non-finite");
        Map<String, Tensor> checked = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Tensor node : order) {
            if (node.dtype().isFloating() && !(node.op() instanceof Constant)) {
                String name = "value" + names.size();
                // 0 times infinity is NaN; an engine that computes in double rounds the largest value
                checks = checks.output(name, node.mul(0).sum().add(node.abs().max()));
                checked.put(name, node);
                names.add(name);
            }
        }
        Map<String, TensorData> values = run(checks);
        return names.stream()
                .filter(name -> !Double.isFinite(values.get(name).item()))
                .findFirst()
                .map(name -> sentence(checked.get(name)));
    }

    private Map<String, TensorData> run(Stage stage) {
        Graph graph = Graph.of(stage);
        Map<String, TensorData> used = new HashMap<>(feeds);
        used.keySet().retainAll(graph.inputs());
        try (Program program = session.compile(graph)) {
            return program.run(used).outputs();
        }
    }

    private String sentence(Tensor first) {
        if (first.op() instanceof VariableLeaf leaf) {
            return "The variable " + leaf.variable().name()
                    + " is the first value that is not finite, so its last update overflowed";
        }
        return "The first value that is not finite is the " + first.op().label() + " " + first.shape() + " "
                + place(first) + ", computed from " + operands(first);
    }

    /** Names the variables that are nearest before a value, which tell its layer. */
    private static String place(Tensor value) {
        Set<String> nearest = new LinkedHashSet<>();
        Set<Tensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Tensor> next = new ArrayDeque<>(List.of(value));
        while (!next.isEmpty() && nearest.size() < NAMED) {
            Tensor node = next.poll();
            if (node.op() instanceof VariableLeaf leaf) {
                nearest.add(leaf.variable().name());
            } else if (node.op() instanceof InputLeaf leaf && !isStep(leaf)) {
                nearest.add(leaf.name());
            }
            node.inputs().stream().filter(seen::add).forEach(next::add);
        }
        return nearest.isEmpty() ? "of no variable" : "after " + String.join(" and ", nearest);
    }

    private static boolean isStep(InputLeaf leaf) {
        return leaf.name().equals("step") || leaf.name().startsWith("step/");
    }

    private String operands(Tensor value) {
        Stage stage = Stage.named("operands");
        List<Tensor> operands = value.inputs();
        for (int i = 0; i < operands.size(); i++) {
            stage = stage.output("operand" + i, operands.get(i));
        }
        Map<String, TensorData> values = run(stage);
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            ranges.add(range(values.get("operand" + i)));
        }
        return ranges.isEmpty() ? "nothing" : "values " + String.join(" and ", ranges);
    }

    private static String range(TensorData values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.shape().size(); i++) {
            least = Math.min(least, values.get(i));
            most = Math.max(most, values.get(i));
        }
        return String.format(Locale.ROOT, "from %.4g to %.4g", least, most);
    }
}
