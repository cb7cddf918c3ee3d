package org.gan4j.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesDetectorsTest {
    private final Diagnoser diagnoser = Diagnoser.standard();

    private List<String> found(int step, SampleDistances distances) {
        return diagnoser.sampled(step, "generator", distances).stream()
                .map(event -> event.kind().key() + (event.diagnosis().isPresent() ? "" : " over"))
                .toList();
    }

    /** Returns distances where those of the data are 10, 5 and 4. */
    private static SampleDistances distances(double apart, double nearest, double toData) {
        return new SampleDistances(apart, 10, nearest, 5, toData, 4);
    }

    @Test
    void samplesLikeTheDataAreHealthy() {
        assertThat(found(100, distances(10, 5, 4))).isEmpty();
    }

    @Test
    void samplesThatAreAlikeHaveCollapsed() {
        assertThat(found(100, distances(0.5, 0.3, 4))).containsExactly("mode-collapse");
        assertThat(found(200, distances(0.5, 0.3, 4))).isEmpty();
        assertThat(found(300, distances(9, 5, 4))).containsExactly("mode-collapse over");
        assertThat(found(400, distances(0.5, 0.3, 4))).containsExactly("mode-collapse");
    }

    @Test
    void copiesOfAFewFarApartHaveCollapsed() {
        assertThat(found(100, distances(9, 0.01, 4))).containsExactly("mode-collapse");
    }

    @Test
    void constantSamplesAreDeadNotCollapsed() {
        assertThat(found(100, distances(0, 0, 4))).containsExactly("dead-network");
    }

    @Test
    void copiesOfTheDataAreMemorized() {
        assertThat(found(100, distances(10, 5, 0.1))).containsExactly("memorized-samples");
    }

    @Test
    void dataWithEqualRowsTellNothingAboutCopies() {
        assertThat(found(100, new SampleDistances(10, 10, 0, 0, 0, 0))).isEmpty();
    }
}
