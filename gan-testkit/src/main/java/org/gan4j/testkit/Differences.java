package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;

/** A comparison of one function's gradients with its central finite differences. */
final class Differences {
    private static final int SMALL = 64;
    private static final int DIRECTIONS = 3;
    private static final int ELEMENTS_TO_BLAME = 256;
    /** The error from rounding and curvature that is allowed, relative to the function's magnitude. */
    private static final double NOISE = 1e-9;

    private final Session session;
    private final Projection function;
    private final List<Tensor> gradients;
    private final List<Place> places;
    private final Map<String, TensorData> feeds;
    private final double step;
    private Program program;
    private Map<String, TensorData> fed;
    private double noise;

    Differences(
            Session session,
            Projection function,
            List<Tensor> gradients,
            List<Place> places,
            Map<String, TensorData> feeds,
            double step) {
        this.session = session;
        this.function = function;
        this.gradients = gradients;
        this.places = places;
        this.feeds = feeds;
        this.step = step;
    }

    /** Describes the first wrong gradient; empty if all are right. */
    Optional<String> failure(int order, double tolerance) {
        List<TensorData> found = computed();
        Stage stage = Stage.named("difference").output("value", function.value());
        fed = Feeds.used(stage, feeds);
        try (Program compiled = session.compile(Graph.of(stage))) {
            program = compiled;
            for (int i = 0; i < places.size(); i++) {
                Place place = places.get(i);
                TensorData gradient = found.get(i);
                String what = "the gradient of order " + order + " by " + place.name();
                if (!gradient.shape().equals(place.value().shape())
                        || gradient.dtype() != place.value().dtype()) {
                    return Optional.of(what + " is " + gradient.dtype() + " " + gradient.shape() + "; it must be "
                            + place.value().dtype() + " " + place.value().shape());
                }
                Optional<String> wrong = failure(place, gradient.toDoubles(), tolerance);
                if (wrong.isPresent()) {
                    return Optional.of(what + ", " + place.value().dtype() + " "
                            + place.value().shape() + ", is wrong " + wrong.get());
                }
            }
            return Optional.empty();
        }
    }

    private List<TensorData> computed() {
        Stage stage = Stage.named("gradients").output("magnitude", function.magnitude());
        for (int i = 0; i < gradients.size(); i++) {
            stage = stage.output("gradient " + i, gradients.get(i));
        }
        try (Program compiled = session.compile(Graph.of(stage))) {
            RunResult result = compiled.run(Feeds.used(stage, feeds));
            noise = NOISE * result.get("magnitude").item() + Double.MIN_NORMAL;
            List<TensorData> found = new ArrayList<>();
            for (int i = 0; i < gradients.size(); i++) {
                found.add(result.get("gradient " + i));
            }
            return found;
        }
    }

    private Optional<String> failure(Place place, double[] gradient, double tolerance) {
        int size = gradient.length;
        double largest = 0;
        double square = 0;
        for (double value : gradient) {
            largest = Math.max(largest, Math.abs(value));
            square += value * value;
        }
        if (size > SMALL) {
            for (int direction = 0; direction < DIRECTIONS; direction++) {
                double[] along = direction(size, direction);
                double expected = slope(place, along, step);
                double said = 0;
                for (int i = 0; i < size; i++) {
                    said += along[i] * gradient[i];
                }
                if (differ(said, expected, Math.sqrt(square), tolerance)) {
                    String message =
                            "along random direction " + direction + ": " + describe(place, along, said, expected);
                    return Optional.of(
                            blame(place, gradient, largest, tolerance).orElse(message));
                }
            }
            return Optional.empty();
        }
        return blame(place, gradient, largest, tolerance);
    }

    /** Describes the element with the largest error, among the first {@link #ELEMENTS_TO_BLAME}. */
    private Optional<String> blame(Place place, double[] gradient, double largest, double tolerance) {
        double most = -1;
        Optional<String> message = Optional.empty();
        for (int i = 0; i < Math.min(gradient.length, ELEMENTS_TO_BLAME); i++) {
            double[] along = new double[gradient.length];
            along[i] = 1;
            double expected = slope(place, along, step);
            double error = Math.abs(expected - gradient[i]);
            if (differ(gradient[i], expected, largest, tolerance) && !(error <= most)) {
                most = Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
                message = Optional.of("at element " + index(i, place.value().shape()) + ": "
                        + describe(place, along, gradient[i], expected));
            }
        }
        return message;
    }

    private boolean differ(double found, double expected, double scale, double tolerance) {
        double allowed = tolerance * Math.max(scale, Math.abs(expected)) + noise;
        return !(Math.abs(found - expected) <= allowed);
    }

    private String describe(Place place, double[] along, double found, double expected) {
        double nearer = slope(place, along, step / 4);
        boolean steady =
                Math.abs(nearer - expected) <= 1e-3 * Math.max(Math.abs(expected), Math.abs(nearer)) + noise * 8;
        String hint = steady
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (with a quarter of the step, finite differences give %.9g: is there a kink or jump here?)",
                        nearer);
        return String.format(
                Locale.ROOT,
                "expected %.9g (finite differences), found %.9g (gradient), a difference of %.2g%s",
                expected,
                found,
                Math.abs(found - expected),
                hint);
    }

    private double slope(Place place, double[] along, double distance) {
        return (value(place, along, distance) - value(place, along, -distance)) / (2 * distance);
    }

    private double value(Place place, double[] along, double distance) {
        double[] moved = place.value().toDoubles();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += distance * along[i];
        }
        Map<String, TensorData> elsewhere = new HashMap<>(fed);
        elsewhere.replace(place.feed(), TensorData.of(moved, place.value().shape()));
        return program.run(elsewhere).get("value").item();
    }

    /** Returns a direction whose elements are plus or minus 1, so that exact numbers stay exact. */
    private static double[] direction(int size, int salt) {
        double[] along = new double[size];
        for (int i = 0; i < size; i++) {
            along[i] = Points.scrambled(i, 2000 + salt, 2) == 0 ? -1 : 1;
        }
        return along;
    }

    private static List<Integer> index(int at, Shape shape) {
        List<Integer> index = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            index.add(at / shape.stride(axis) % shape.dim(axis));
        }
        return index;
    }
}
