package org.gan4j.apps.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class ImagePoolTest {
    private final ImagePool pool = ImagePool.of("pool", 3, Shape.of(1));
    private final Map<Variable, Tensor> state = new HashMap<>();

    ImagePoolTest() {
        pool.state().forEach(variable -> state.put(variable, variable.initial()));
    }

    /** Feeds two images, which have one number each, and returns the two that come out. */
    private List<Float> fed(int step, float first, float second) {
        ForwardPass pass = ForwardPass.training(RandomKey.of(step));
        Tensor out = pool.apply(
                        Parameters.variables().with(state),
                        pass,
                        Inputs.of(Tensor.of(new float[] {first, second}, 2, 1)))
                .value();
        List<Float> values = numbers(out);
        pass.updates().forEach((variable, next) -> state.put(variable, Tensor.of(next.evaluate())));
        return values;
    }

    private static List<Float> numbers(Tensor tensor) {
        List<Float> all = new ArrayList<>();
        for (float value : tensor.evaluate().toFloats()) {
            all.add(value);
        }
        return all;
    }

    @Test
    void keepsAndReturnsTheFirstOnes() {
        assertThat(fed(0, 1, 2)).containsExactly(1f, 2f);
        assertThat(numbers(state.get(pool.kept()))).containsExactly(1f, 2f, 0f);
        assertThat(numbers(state.get(pool.filled()))).containsExactly(2f);
    }

    /** Nothing is lost or doubled: what went in came out or is kept. */
    @Test
    void swapsHalfOfTheLaterOnesForEarlierOnes() {
        fed(0, 1, 2);
        fed(1, 3, 4);
        List<Float> kept = numbers(state.get(pool.kept()));
        assertThat(kept).doesNotHaveDuplicates().allMatch(value -> value >= 1 && value <= 4);
        int swapped = 0;
        for (int step = 2; step < 202; step++) {
            float first = 2 * step + 1;
            List<Float> before = new ArrayList<>(numbers(state.get(pool.kept())));
            List<Float> out = fed(step, first, first + 1);
            swapped += (int) out.stream().filter(before::contains).count();
            List<Float> after = new ArrayList<>(numbers(state.get(pool.kept())));
            after.addAll(out);
            before.addAll(List.of(first, first + 1));
            assertThat(after).containsExactlyInAnyOrderElementsOf(before);
        }
        // 400 fair coins: 200 with a deviation of 10
        assertThat(swapped).isBetween(160, 240);
    }

    /** The third place is free for the first; the second finds none and passes through. */
    @Test
    void whatFindsNoFreePlacePassesThrough() {
        fed(0, 1, 2);
        assertThat(fed(1, 3, 4)).containsExactly(3f, 4f);
        assertThat(numbers(state.get(pool.kept()))).containsExactly(1f, 2f, 3f);
    }

    @Test
    void ofALargerBatchTheRestPassesThrough() {
        ForwardPass pass = ForwardPass.training(RandomKey.of(0));
        Tensor out = pool.apply(
                        Parameters.variables().with(state),
                        pass,
                        Inputs.of(Tensor.of(new float[] {1, 2, 3, 4, 5}, 5, 1)))
                .value();
        assertThat(numbers(out)).containsExactly(1f, 2f, 3f, 4f, 5f);
        assertThat(numbers(pass.updates().get(pool.kept()))).containsExactly(1f, 2f, 3f);
    }

    @Test
    void refusesToHaveNoPlace() {
        assertThatThrownBy(() -> ImagePool.of("pool", 0, Shape.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pool of images needs at least 1 place, not 0");
    }
}
