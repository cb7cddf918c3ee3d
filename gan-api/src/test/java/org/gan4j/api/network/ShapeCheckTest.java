package org.gan4j.api.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class ShapeCheckTest {
    /** A critic that is this function of its input. */
    private record Fake(UnaryOperator<Tensor> scores) implements Network {
        @Override
        public String name() {
            return "critic";
        }

        @Override
        public List<Variable> parameters() {
            return List.of();
        }

        @Override
        public List<Variable> state() {
            return List.of();
        }

        @Override
        public boolean mixesSamples() {
            return false;
        }

        @Override
        public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
            return Outputs.of(scores.apply(inputs.value()));
        }
    }

    private static List<String> problems(int samples, int samplesPerScore, UnaryOperator<Tensor> scores) {
        return ShapeCheck.scores(new Fake(scores), Inputs.of(Tensor.zeros(samples, 1, 4, 4)), samplesPerScore);
    }

    @Test
    void oneScoreOrOneMapOfScoresPerSampleFits() {
        assertThat(problems(2, 1, x -> x.mean(1, 2, 3))).isEmpty();
        assertThat(problems(2, 1, x -> x)).isEmpty();
        assertThat(problems(6, 3, x -> x.reshape(2, -1).mean(1))).isEmpty();
    }

    @Test
    void otherScoresSayWhatIsExpected() {
        assertThat(problems(2, 1, x -> x.reshape(-1)))
                .containsExactly("the critic outputs [32] for 2 samples instead of [2, ...] (one score, or one map of"
                        + " scores, per sample): choose an architecture that fits the data");
        assertThat(problems(2, 1, x -> x.mean())).hasSize(1);
        assertThat(problems(6, 3, x -> x.mean(1, 2, 3)))
                .containsExactly("the critic outputs [6] for 6 samples instead of [2, ...] (one score, or one map of"
                        + " scores, per pack of 3 samples): choose an architecture that fits the data");
        assertThat(problems(2, 1, x -> x.reshape(3, 5)))
                .singleElement()
                .asString()
                .startsWith("the critic cannot be applied to [2, 1, 4, 4]: ");
    }
}
