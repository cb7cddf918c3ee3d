package org.gan4j.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * A well-conditioned expression of many ops, a pure function of its seed. It is grown one {@link RandomStep} at a time.
 * A step that gives large numbers or comes near a kink is rejected, so that FLOAT results stay accurate.
 */
final class RandomGraph {
    private static final int INPUTS = 3;
    private static final int FEWEST_STEPS = 4;
    private static final int MOST_STEPS = 24;
    private static final int MOST_ELEMENTS = 200;
    private static final double LARGEST = 8;

    private final Random random;
    private final List<RandomStep> steps = new ArrayList<>();
    private final List<Tensor> values = new ArrayList<>();

    private RandomGraph(long seed) {
        random = new Random(seed);
    }

    static OpExample of(int seed) {
        RandomGraph graph = new RandomGraph(seed);
        List<TensorData> points = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            points.add(Points.signed(seed * INPUTS + i, graph.shape()));
            graph.values.add(Tensor.of(points.get(i)));
        }
        graph.grow();
        String label = "seed " + seed + ": "
                + graph.steps.stream().map(RandomStep::name).toList();
        return new OpExample("random graph", label, OpExample.Kind.AGREED, points, graph.expression());
    }

    private long[] shape() {
        return random.longs(1 + random.nextInt(4), 1, 6).limit(4).toArray();
    }

    private void grow() {
        int count = FEWEST_STEPS + random.nextInt(MOST_STEPS - FEWEST_STEPS + 1);
        while (steps.size() < count) {
            int last = values.size() - 1;
            int left = random.nextBoolean() ? last : random.nextInt(values.size());
            RandomStep step = RandomStep.draw(random, left, random.nextInt(values.size()));
            if (step.fits(values)) {
                TensorData value = step.apply(values).evaluate();
                if (calm(value)) {
                    steps.add(step);
                    values.add(Tensor.of(value));
                }
            }
        }
    }

    private static boolean calm(TensorData value) {
        for (int i = 0; i < value.shape().size(); i++) {
            if (!(Math.abs(value.get(i)) <= LARGEST)) {
                return false;
            }
        }
        return value.shape().size() > 0 && value.shape().size() <= MOST_ELEMENTS && value.dtype() == DType.DOUBLE;
    }

    /** Returns an expression that concatenates the last values. */
    private Function<List<Tensor>, Tensor> expression() {
        List<RandomStep> taken = List.copyOf(steps);
        return inputs -> {
            List<Tensor> grown = new ArrayList<>(inputs);
            taken.forEach(step -> grown.add(step.apply(grown)));
            Stream<Tensor> ends = grown.subList(grown.size() - INPUTS, grown.size()).stream();
            return Tensor.concat(0, ends.map(end -> end.reshape(-1)).toList());
        };
    }
}
