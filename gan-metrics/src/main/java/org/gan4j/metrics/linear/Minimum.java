package org.gan4j.metrics.linear;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The minimum of a smooth convex function by L-BFGS (<a href="https://doi.org/10.1007/BF01589116">Liu and Nocedal
 * 1989</a>): Newton's steps, with a curvature that is estimated from the last ten steps and never stored as a matrix.
 */
public final class Minimum {
    private static final int MEMORY = 10;
    private static final int MOST_STEPS = 1000;
    private static final double TOLERANCE = 1e-7;
    private static final double SUFFICIENT = 1e-4;

    private Minimum() {}

    /** A function of several variables. */
    public interface Function {
        /** Returns the value at a point, and fills in the gradient there. */
        double at(double[] point, double[] gradient);
    }

    /** One step and the change of the gradient along it. */
    private record Step(double[] moved, double[] turned, double curvature) {}

    /** Returns the point of the minimum, found from the origin on. */
    public static double[] of(Function function, int variables) {
        return of(function, variables, MOST_STEPS, TOLERANCE);
    }

    /**
     * Returns a point near the minimum, found from the origin on.
     *
     * @param most the most steps
     * @param tolerance the largest absolute slope at which the search ends
     */
    public static double[] of(Function function, int variables, int most, double tolerance) {
        double[] point = new double[variables];
        double[] gradient = new double[variables];
        double value = function.at(point, gradient);
        Deque<Step> steps = new ArrayDeque<>();
        for (int step = 0; step < most && largest(gradient) > tolerance; step++) {
            double[] direction = direction(gradient, steps);
            double slope = dot(direction, gradient);
            double[] next = new double[variables];
            double[] nextGradient = new double[variables];
            double length = steps.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            double nextValue;
            do {
                for (int i = 0; i < variables; i++) {
                    next[i] = point[i] + length * direction[i];
                }
                nextValue = function.at(next, nextGradient);
                length /= 2;
            } while (nextValue > value + SUFFICIENT * 2 * length * slope && length > 1e-12);
            if (nextValue >= value) {
                break; // as near as rounding allows
            }
            remember(steps, point, next, gradient, nextGradient);
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    private static void remember(Deque<Step> steps, double[] from, double[] to, double[] before, double[] after) {
        double[] moved = difference(to, from);
        double[] turned = difference(after, before);
        double curvature = dot(moved, turned);
        if (curvature > 0) {
            steps.addLast(new Step(moved, turned, curvature));
        }
        if (steps.size() > MEMORY) {
            steps.removeFirst();
        }
    }

    /** Returns minus the estimated inverse curvature times the gradient, by the recursion of two loops. */
    private static double[] direction(double[] gradient, Deque<Step> steps) {
        double[] direction = gradient.clone();
        Deque<Double> factors = new ArrayDeque<>();
        for (Iterator<Step> latest = steps.descendingIterator(); latest.hasNext(); ) {
            Step step = latest.next();
            double factor = dot(step.moved, direction) / step.curvature;
            add(direction, -factor, step.turned);
            factors.push(factor);
        }
        if (!steps.isEmpty()) {
            Step last = steps.getLast();
            scale(direction, last.curvature / dot(last.turned, last.turned));
        }
        for (Step step : steps) {
            add(direction, factors.pop() - dot(step.turned, direction) / step.curvature, step.moved);
        }
        scale(direction, -1);
        return direction;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, -1, b);
        return difference;
    }

    private static void add(double[] to, double factor, double[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * values[i];
        }
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
