package org.gan4j.data.numbers;

import java.util.Arrays;
import java.util.stream.Stream;

/** The spread of all numbers of images together, or of each column of vectors. */
final class Spreads {
    private final Spread[] spreads;

    private Spreads(int count) {
        this.spreads = Stream.generate(Spread::new).limit(count).toArray(Spread[]::new);
    }

    static Spreads together() {
        return new Spreads(1);
    }

    static Spreads ofColumns(int count) {
        return new Spreads(count);
    }

    /** Adds one sample. */
    void add(double[] sample) {
        for (int i = 0; i < sample.length; i++) {
            spreads[i % spreads.length].add(sample[i]);
        }
    }

    /** Returns one scaling for all numbers, or one for each column. */
    Line[] lines(Scaling scaling) {
        Scaling chosen = scaling;
        if (scaling == Scaling.AUTO) {
            chosen = Arrays.stream(spreads).allMatch(Spread::isWithinOne) ? Scaling.NONE : Scaling.MIN_MAX;
        }
        Line[] lines = new Line[spreads.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = switch (chosen) {
                case MIN_MAX -> spreads[i].minMax();
                case STANDARD -> spreads[i].standard();
                default -> Line.UNCHANGED;
            };
        }
        return lines;
    }
}
