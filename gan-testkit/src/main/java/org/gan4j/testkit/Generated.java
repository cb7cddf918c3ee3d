package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import org.gan4j.tensor.Shape;

/** Shapes and numbers as jqwik generates them, from a seed: scalars, nothing at all, odd lengths, lengths of one. */
final class Generated {
    private static final int MOST_ELEMENTS = 3000;
    private static final int EDGE_CASES = 100;

    private static final Arbitrary<Integer> LENGTHS = Arbitraries.frequency(
            Tuple.of(1, 0),
            Tuple.of(3, 1),
            Tuple.of(4, 2),
            Tuple.of(4, 3),
            Tuple.of(3, 5),
            Tuple.of(2, 7),
            Tuple.of(2, 17),
            Tuple.of(1, 33));

    private final Random random;
    private final RandomGenerator<Integer> lengths = LENGTHS.generator(EDGE_CASES);

    Generated(long seed) {
        this.random = new Random(seed);
    }

    /** From low to high, both included. */
    int number(int low, int high) {
        return Arbitraries.integers()
                .between(low, high)
                .generator(EDGE_CASES)
                .next(random)
                .value();
    }

    boolean coin() {
        return random.nextBoolean();
    }

    int length() {
        return lengths.next(random).value();
    }

    /** A shape with so many axes. */
    Shape shape(int rank) {
        for (; ; ) {
            long[] dims = IntStream.range(0, rank).mapToLong(i -> length()).toArray();
            long size = 1;
            for (long dim : dims) {
                size *= dim;
            }
            if (size <= MOST_ELEMENTS) {
                return Shape.of(dims);
            }
        }
    }

    /** A shape with up to four axes. */
    Shape shape() {
        return shape(number(0, 4));
    }

    /** A shape with at least one axis. */
    Shape shapeWithAxes() {
        return shape(number(1, 4));
    }

    /** A shape with something in it. */
    Shape filledShape() {
        Shape shape = shapeWithAxes();
        return shape.size() > 0 ? shape : Shape.of(3, 2);
    }

    /** A shape that stretches to the given one: lengths of one in some places, leading axes left out. */
    Shape narrower(Shape shape) {
        long[] dims = shape.dims();
        for (int i = 0; i < dims.length; i++) {
            dims[i] = number(0, 2) == 0 ? 1 : dims[i];
        }
        int dropped = number(0, 3) == 0 ? number(0, dims.length) : 0;
        return Shape.of(Arrays.copyOfRange(dims, dropped, dims.length));
    }

    /** Some of the axes, at least one. */
    int[] someAxes(int rank) {
        int always = number(0, rank - 1);
        return IntStream.range(0, rank).filter(axis -> axis == always || coin()).toArray();
    }

    int[] order(int rank) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
