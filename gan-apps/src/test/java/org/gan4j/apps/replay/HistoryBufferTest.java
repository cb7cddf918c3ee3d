package org.gan4j.apps.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

/** Verifies the rule of section 2.3 of the paper on images of one number each. */
class HistoryBufferTest {
    private final Map<Variable, Tensor> state = new HashMap<>();

    private HistoryBuffer buffer(int places) {
        HistoryBuffer buffer = HistoryBuffer.of("history", places, Shape.of(1));
        buffer.state().forEach(variable -> state.put(variable, variable.initial()));
        return buffer;
    }

    /** Feeds images and returns those that the critic sees. */
    private List<Float> seen(HistoryBuffer buffer, int step, float... images) {
        ForwardPass pass = ForwardPass.training(RandomKey.of(step));
        Tensor out = buffer.apply(
                        Parameters.variables().with(state), pass, Inputs.of(Tensor.of(images, images.length, 1)))
                .value();
        List<Float> values = numbers(out);
        pass.updates().forEach((variable, next) -> state.put(variable, Tensor.of(next.evaluate())));
        return values;
    }

    private List<Float> kept(HistoryBuffer buffer) {
        return numbers(state.get(buffer.kept()));
    }

    private static List<Float> numbers(Tensor tensor) {
        List<Float> all = new ArrayList<>();
        for (float value : tensor.evaluate().toFloats()) {
            all.add(value);
        }
        return all;
    }

    @Test
    void anEmptyBufferIsFilledInOrderAndChangesNothing() {
        HistoryBuffer buffer = buffer(6);
        assertThat(seen(buffer, 0, 1, 2, 3, 4)).containsExactly(1f, 2f, 3f, 4f);
        assertThat(kept(buffer)).containsExactly(3f, 4f, 0f, 0f, 0f, 0f);
        List<Float> next = seen(buffer, 1, 5, 6, 7, 8);
        assertThat(next.subList(0, 2)).containsExactly(5f, 6f);
        assertThat(next.subList(2, 4)).containsExactlyInAnyOrder(3f, 4f);
        assertThat(kept(buffer)).containsExactly(3f, 4f, 7f, 8f, 0f, 0f);
    }

    @Test
    void imagesThatFindNoReplacementStay() {
        HistoryBuffer buffer = buffer(5);
        seen(buffer, 0, 1, 2);
        assertThat(seen(buffer, 1, 3, 4, 5, 6, 7)).containsExactly(3f, 4f, 5f, 2f, 7f);
        assertThat(kept(buffer)).containsExactly(2f, 6f, 7f, 0f, 0f);
    }

    /** The first places that are free are filled before any is overwritten. */
    @Test
    void theLastFreePlacesAreFilledFirst() {
        HistoryBuffer buffer = buffer(3);
        seen(buffer, 0, 1, 2, 3, 4);
        seen(buffer, 1, 5, 6, 7, 8);
        List<Float> kept = kept(buffer);
        assertThat(kept.get(2)).isEqualTo(7f);
        assertThat(kept.subList(0, 2)).containsOnlyOnce(8f).containsAnyOf(3f, 4f);
        assertThat(numbers(state.get(buffer.filled()))).containsExactly(3f);
    }

    @Test
    void halfOfEachBatchComesFromAFullBufferAndReplacesAsManyOfItsImages() {
        HistoryBuffer buffer = buffer(4);
        seen(buffer, 0, 1, 2, 3, 4);
        seen(buffer, 1, 5, 6, 7, 8);
        int[] shown = new int[4];
        int[] overwritten = new int[4];
        for (int step = 2; step < 402; step++) {
            List<Float> before = kept(buffer);
            float first = 4 * step + 1;
            List<Float> seen = seen(buffer, step, first, first + 1, first + 2, first + 3);
            assertThat(seen.subList(0, 2)).containsExactly(first, first + 1);
            List<Float> replayed = seen.subList(2, 4);
            assertThat(before).containsAll(replayed);
            assertThat(new HashSet<>(replayed)).hasSize(2);
            List<Float> after = kept(buffer);
            assertThat(after).contains(first + 2, first + 3);
            for (int i = 0; i < 4; i++) {
                shown[i] += replayed.contains(before.get(i)) ? 1 : 0;
                overwritten[i] += after.get(i).equals(before.get(i)) ? 0 : 1;
            }
        }
        // 400 times 2 of 4 places: each 200 times, with a deviation of 10
        assertThat(IntStream.of(shown)).allMatch(count -> Math.abs(count - 200) < 40);
        assertThat(IntStream.of(overwritten)).allMatch(count -> Math.abs(count - 200) < 40);
        assertThat(IntStream.of(shown).sum()).isEqualTo(800);
        assertThat(IntStream.of(overwritten).sum()).isEqualTo(800);
    }

    @Test
    void theSameStepDrawsTheSameImages() {
        HistoryBuffer buffer = buffer(8);
        seen(buffer, 0, 1, 2, 3, 4, 5, 6, 7, 8);
        Map<Variable, Tensor> saved = new HashMap<>(state);
        List<Float> once = seen(buffer, 1, 11, 12, 13, 14);
        List<Float> keptOnce = kept(buffer);
        state.putAll(saved);
        assertThat(seen(buffer, 1, 11, 12, 13, 14)).isEqualTo(once);
        assertThat(kept(buffer)).isEqualTo(keptOnce);
    }

    @Test
    void aSmallBufferReplacesAsManyImagesAsItHasPlaces() {
        HistoryBuffer buffer = buffer(1);
        seen(buffer, 0, 1, 2, 3, 4, 5, 6);
        assertThat(seen(buffer, 1, 7, 8, 9, 10, 11, 12)).containsExactly(7f, 8f, 9f, 10f, 11f, 6f);
    }

    @Test
    void noGradientFlowsAndInferenceKeepsImages() {
        HistoryBuffer buffer = buffer(2);
        Tensor images = Tensor.of(new float[] {1, 2}, 2, 1).named("images");
        Parameters parameters = Parameters.variables().with(state);
        Tensor out = buffer.apply(parameters, ForwardPass.training(RandomKey.of(0)), Inputs.of(images))
                .value();
        assertThat(numbers(Gradients.of(out.sum(), images))).containsExactly(0f, 0f);
        assertThat(numbers(buffer.apply(parameters, ForwardPass.inference(), Inputs.of(images))
                        .value()))
                .containsExactly(1f, 2f);
    }

    @Test
    void aBatchOfOneHasNoHalfAndABufferNeedsAPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seen(buffer(2), 0, 1))
                .withMessage("half of each batch comes from the history of refined images, but the batch size is 1:"
                        + " use 2 or more, or set the history to 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buffer(0))
                .withMessage("a history of images needs at least 1 place, not 0");
    }
}
