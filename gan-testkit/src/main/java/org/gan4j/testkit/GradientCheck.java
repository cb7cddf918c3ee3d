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
 * A check of an expression's gradients against central finite differences, in double precision.
 *
 * <pre>{@code
 * GradientCheck.of(in -> loss.critic(in.get(0), in.get(1)), real.named("real"), fake.named("fake"))
 *         .order(2)
 *         .holds();
 * GradientCheck.ofExpression(penalty).by(critic.parameters()).feed("real", images).holds();
 * }</pre>
 *
 * <p>An expression that is not a scalar is projected on a fixed cotangent. At order 2, the function whose gradient is
 * checked is the projection of the first gradients on another cotangent, and so on. Small inputs are perturbed element
 * by element, large ones along random directions. FLOAT expressions are rewritten to DOUBLE first, so the parameters of
 * a network need no special treatment. The point must be away from kinks and jumps.
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
     * Creates a check of a function at a point, with respect to each of its floating-point inputs. Messages use the
     * name of an input that is {@linkplain Tensor#named named}.
     *
     * @param expression the function; called once, with placeholders for the points (DOUBLE for FLOAT points)
     * @param points expressions without inputs or variables, such as constants
     */
    public static GradientCheck of(Function<List<Tensor>, Tensor> expression, Tensor... points) {
        return new GradientCheck(expression, List.of(points));
    }

    /** Creates a check of an expression with respect to the variables given to {@link #by}, at their initial values. */
    public static GradientCheck ofExpression(Tensor expression) {
        return new GradientCheck(none -> expression, List.of());
    }

    /** Adds variables to differentiate with respect to. */
    public GradientCheck by(Variable... more) {
        return by(List.of(more));
    }

    /** Adds variables to differentiate with respect to. */
    public GradientCheck by(List<Variable> more) {
        variables.addAll(more);
        return this;
    }

    /** Sets the value of an input that the expression uses in addition to the points. */
    public GradientCheck feed(String input, TensorData value) {
        feeds.put(input, value);
        return this;
    }

    /**
     * Sets the highest order of the gradients to check. Defaults to 1.
     *
     * @throws IllegalArgumentException if the order is less than 1
     */
    public GradientCheck order(int highest) {
        if (highest < 1) {
            throw new IllegalArgumentException("the order must be at least 1, not " + highest);
        }
        order = highest;
        return this;
    }

    /** Sets the allowed difference, relative to the largest element of the gradient. Defaults to 1e-6. */
    public GradientCheck tolerance(double allowed) {
        tolerance = allowed;
        return this;
    }

    /** Sets the distance by which inputs are perturbed in either direction. Defaults to 2^-17. */
    public GradientCheck step(double distance) {
        step = distance;
        return this;
    }

    /** Sets the engine that computes. Defaults to the reference engine. */
    public GradientCheck on(Engine other) {
        engine = other;
        return this;
    }

    /** Keeps casts to FLOAT, for points and steps that are exact in FLOAT. */
    GradientCheck asWritten() {
        rewritten = false;
        return this;
    }

    /**
     * Runs the check.
     *
     * @throws AssertionError if a gradient is wrong; the message states which one, where, and the expected and found
     *     values
     * @throws IllegalArgumentException if there is no floating-point input or variable
     */
    public void holds() {
        failure().ifPresent(message -> {
            throw new AssertionError(message);
        });
    }

    /** Returns the message of the error that {@link #holds} would throw; empty if the gradients are right. */
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
                        "nothing to differentiate by: pass a floating-point input or variable");
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
