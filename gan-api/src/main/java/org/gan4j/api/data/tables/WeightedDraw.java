package org.gan4j.api.data.tables;

import java.util.Arrays;
import java.util.List;

/** A draw of one of several choices, each as often as its weight says. */
final class WeightedDraw {
    private WeightedDraw() {}

    /**
     * Returns the place of the drawn choice.
     *
     * @param draw a random number in [0, 1)
     */
    static int of(List<Double> weights, double draw) {
        double[] parts = weights.stream().mapToDouble(Double::doubleValue).toArray();
        return at(parts, draw * Arrays.stream(parts).sum());
    }

    /**
     * Returns the place of the choice in whose part of a line a point lies; the weights are the lengths of the parts.
     *
     * @param point the distance from the beginning of the line; beyond its end, the last choice is drawn
     */
    static int at(double[] weights, double point) {
        int place = 0;
        double left = point;
        while (place + 1 < weights.length && left >= weights[place]) {
            left -= weights[place];
            place++;
        }
        return place;
    }
}
