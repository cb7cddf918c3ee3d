package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.op.Identity;
import org.gan4j.tensor.reference.ReferenceEngine;

/**
 * Checks the gradients of an expression against central finite differences, in double precision.
 *
 * <pre>{@code
 * GradientCheck.of(in -> loss.critic(in.get(0), in.get(1)), real.named("real"), fake.named("fake"))
 *         .order(2)
 *         .holds();
 * GradientCheck.ofExpression(penalty).by(critic.parameters()).feed("real", images).holds();
 * }</pre>
 *
 * <p>An expression that is not a scalar is projected on a fixed cotangent; the function whose gradient is checked at
 * order 2 is the projection of the first gradients on another one, and so on. Small inputs are moved element by
 * element, large ones along random directions. FLOAT expressions are rewritten to DOUBLE first, so the parameters of a
 * network need no special treatment. The point must be away from kinks and jumps.
 */
public final class GradientCheck {
    private static final double DEFAULT_TOLERANCE = 1e-6;
    private static final double DEFAULT_STEP = 0x1p-17;

    private final Function<List<Tensor>, Tensor> expression;
    private final List<Tensor> points;
    private final List<Variable> variables = new ArrayList<>();
    private final Map<String, TensorData> feeds = new HashMap<>();
    private Engine engine = new ReferenceEngine();
    private int order = 1;
    private double tolerance = DEFAULT_TOLERANCE;
    private double step = DEFAULT_STEP;
    private boolean rewritten = true;

    private GradientCheck(Function<List<Tensor>, Tensor> expression, List<Tensor> points) {
        this.expression = expression;
        this.points = points;
    }

    /**
     * Checks a function at a point, by each of its floating-point inputs. An input that is {@linkplain Tensor#named
     * named} is called so in messages.
     *
     * @param expression called once, with stand-ins for the points, DOUBLE where those are FLOAT
     * @param points expressions without inputs or variables, such as constants
     */
    public static GradientCheck of(Function<List<Tensor>, Tensor> expression, Tensor... points) {
        return new GradientCheck(expression, List.of(points));
    }

    /** Checks an expression by the variables that {@link #by} names, at the values with which they start. */
    public static GradientCheck ofExpression(Tensor expression) {
        return new GradientCheck(none -> expression, List.of());
    }

    /** Checks the gradients by these variables too. */
    public GradientCheck by(Variable... more) {
        return by(List.of(more));
    }

    /** Checks the gradients by these variables too. */
    public GradientCheck by(List<Variable> more) {
        variables.addAll(more);
        return this;
    }

    /** Gives a value to an input that the expression uses besides the points. */
    public GradientCheck feed(String input, TensorData value) {
        feeds.put(input, value);
        return this;
    }

    /** Up to which order gradients are checked; 1 if nothing is said. */
    public GradientCheck order(int highest) {
        if (highest < 1) {
            throw new IllegalArgumentException("the order must be at least 1, not " + highest);
        }
        order = highest;
        return this;
    }

    /** The allowed difference, relative to the largest element of the gradient; 1e-6 if nothing is said. */
    public GradientCheck tolerance(double allowed) {
        tolerance = allowed;
        return this;
    }

    /** How far inputs are moved to either side; 2^-17 if nothing is said. */
    public GradientCheck step(double distance) {
        step = distance;
        return this;
    }

    /** What computes; the reference engine if nothing is said. */
    public GradientCheck on(Engine other) {
        engine = other;
        return this;
    }

    /** Keeps casts to FLOAT, for points and steps that FLOAT holds exactly. */
    GradientCheck asWritten() {
        rewritten = false;
        return this;
    }

    /**
     * Does the check.
     *
     * @throws AssertionError if a gradient is wrong; it says which, where, what it should be and what it is
     */
    public void holds() {
        failure().ifPresent(message -> {
            throw new AssertionError(message);
        });
    }

    /** What {@link #holds} would complain about. */
    Optional<String> failure() {
        List<Place> places = new ArrayList<>();
        List<Tensor> standIns = new ArrayList<>();
        Map<String, TensorData> fed = new HashMap<>(feeds);
        for (int i = 0; i < points.size(); i++) {
            Place place = place(name(points.get(i), i), points.get(i).evaluate());
            fed.put(place.feed(), place.value());
            standIns.add(place.node());
            places.add(place);
        }
        try (Session session = engine.open()) {
            IdentityHashMap<Tensor, Tensor> replaced = new IdentityHashMap<>();
            for (Variable variable : variables) {
                Place place = place("variable " + variable.name(), session.get(variable));
                fed.put(place.feed(), place.value());
                replaced.put(variable.value(), place.node());
                places.add(place);
            }
            Tensor written = expression.apply(standIns);
            Tensor y = rewritten ? InDouble.rewrite(written, replaced) : written;
            List<Place> moved = places.stream()
                    .filter(place -> place.node().dtype().isFloating())
                    .toList();
            if (moved.isEmpty()) {
                throw new IllegalArgumentException(
                        "nothing to differentiate by: give a floating-point input or variable");
            }
            return failure(session, y, moved, fed);
        }
    }

    private Optional<String> failure(Session session, Tensor y, List<Place> places, Map<String, TensorData> fed) {
        List<Tensor> xs = places.stream().map(Place::node).toList();
        Projection function = Projection.of(List.of(y));
        for (int k = 1; k <= order; k++) {
            List<Tensor> gradients = Gradients.of(function.value(), xs);
            Differences differences = new Differences(session, function, gradients, places, fed, step);
            Optional<String> failure = differences.failure(k, tolerance);
            if (failure.isPresent()) {
                return failure;
            }
            function = Projection.of(gradients);
        }
        return Optional.empty();
    }

    private static Place place(String name, TensorData value) {
        DType dtype = value.dtype() == DType.FLOAT ? DType.DOUBLE : value.dtype();
        TensorData data = TensorData.of(dtype, value.toDoubles(), value.shape());
        String feed = "gradient check: " + name;
        return new Place(name, feed, Tensor.input(feed, dtype, data.shape().dims()), data);
    }

    private static String name(Tensor point, int index) {
        return point.op() instanceof Identity identity && !identity.stopsGradient()
                ? "input " + index + " (" + identity.name() + ")"
                : "input " + index;
    }
}
