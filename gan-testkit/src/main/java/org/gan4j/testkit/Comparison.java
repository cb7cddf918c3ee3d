package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.reference.ReferenceEngine;

/** Comparisons of an engine with the reference engine. */
final class Comparison {
    private static final double FLOAT_TOLERANCE = 2e-4;
    private static final double DOUBLE_TOLERANCE = 1e-9;

    private Comparison() {}

    static double tolerance(DType floating) {
        return floating == DType.FLOAT ? FLOAT_TOLERANCE : DOUBLE_TOLERANCE;
    }

    /** Describes how the two engines differ on an example in one view; empty if they agree. */
    static Optional<String> difference(Session session, OpExample example, DType floating, View view) {
        Map<String, TensorData> feeds = new HashMap<>();
        List<Tensor> inputs = new ArrayList<>();
        for (TensorData point : example.points(floating)) {
            inputs.add(view.feed("input " + inputs.size(), point, feeds));
        }
        Tensor y = example.expression().apply(inputs);
        List<Tensor> xs = example.kind() == OpExample.Kind.VALUE
                ? List.of()
                : inputs.stream().filter(x -> x.dtype().isFloating()).toList();
        // random numbers are FLOAT, regardless of the points' type
        DType coarsest = y.dtype() == DType.FLOAT ? y.dtype() : floating;
        return difference(session, Derivatives.stage(y, xs), feeds, new Closeness(tolerance(coarsest)))
                .map(message -> example + ", " + floating + ", " + view + " inputs, " + message);
    }

    static Optional<String> difference(
            Session session, Stage stage, Map<String, TensorData> feeds, Closeness closeness) {
        RunResult found = run(session, stage, feeds);
        try (Session reference = new ReferenceEngine().open()) {
            RunResult expected = run(reference, stage, feeds);
            for (String output : stage.outputs().keySet()) {
                Optional<String> difference = difference(output, found.get(output), expected.get(output), closeness);
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<String> difference(
            String what, TensorData found, TensorData expected, Closeness closeness) {
        return found.dtype() != expected.dtype()
                ? Optional.of(what + ": expected " + expected.dtype() + ", found " + found.dtype())
                : closeness.difference(what, found, expected);
    }

    /** Runs one stage with the feeds that it uses. */
    static RunResult run(Session session, Stage stage, Map<String, TensorData> feeds) {
        try (Program program = session.compile(Graph.of(stage))) {
            return program.run(Feeds.used(stage, feeds));
        }
    }

    static RunResult run(Engine engine, Stage stage, Map<String, TensorData> feeds) {
        try (Session session = engine.open()) {
            return run(session, stage, feeds);
        }
    }
}
