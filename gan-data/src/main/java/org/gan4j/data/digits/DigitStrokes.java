package org.gan4j.data.digits;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;

/**
 * The strokes of the ten digits in the unit square, with one or more ways to write each. They are written down as in SVG, in
 * percent: M moves the pen, L draws a line, C a cubic curve.
 */
final class DigitStrokes {
    private static final double PERCENT = 0.01;

    private static final List<List<Path2D>> DIGITS = List.of(
            paths("M 50 5 C 12 5 12 95 50 95 C 88 95 88 5 50 5"),
            paths("M 50 5 L 50 95", "M 28 28 L 54 5 L 54 95", "M 28 28 L 52 5 L 52 95 M 28 95 L 76 95"),
            paths("M 22 25 C 25 -2 80 -2 75 33 C 72 58 35 68 20 95 L 82 95"),
            paths("M 22 14 C 60 -10 95 38 45 47 C 98 48 85 110 20 90", "M 22 5 L 76 5 L 46 42 C 98 45 85 110 20 90"),
            paths("M 62 95 L 62 5 L 18 66 L 84 66", "M 28 5 L 20 55 L 82 55 M 66 8 L 62 95"),
            paths("M 78 5 L 32 5 L 28 45 C 88 26 94 96 24 94"),
            paths("M 68 5 C 30 18 16 62 25 78 C 36 106 82 95 76 68 C 70 44 34 50 24 74"),
            paths("M 20 5 L 80 5 L 42 95", "M 20 5 L 80 5 L 42 95 M 34 50 L 74 50"),
            paths("M 50 47 C 15 39 20 5 50 5 C 80 5 85 39 50 47 C 10 58 15 95 50 95 C 85 95 90 58 50 47"),
            paths(
                    "M 75 30 C 70 4 28 0 25 30 C 24 58 68 56 75 30 L 70 95",
                    "M 75 30 C 70 4 28 0 25 30 C 24 58 68 56 75 30 C 76 60 74 104 26 92"));

    private DigitStrokes() {}

    /** Returns the ways to write a digit. */
    static List<Path2D> of(int digit) {
        return DIGITS.get(digit);
    }

    private static List<Path2D> paths(String... written) {
        return Stream.of(written).map(DigitStrokes::path).toList();
    }

    private static Path2D path(String written) {
        Path2D path = new Path2D.Double();
        Scanner in = new Scanner(written);
        while (in.hasNext()) {
            switch (in.next()) {
                case "M" -> path.moveTo(next(in), next(in));
                case "L" -> path.lineTo(next(in), next(in));
                case "C" -> path.curveTo(next(in), next(in), next(in), next(in), next(in), next(in));
                default -> throw new IllegalArgumentException("a stroke begins with M, L or C: " + written);
            }
        }
        return path;
    }

    private static double next(Scanner in) {
        return in.nextInt() * PERCENT;
    }
}
