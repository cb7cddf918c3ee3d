package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.tensor.op.Reduce;
import org.gan4j.tensor.op.Unary;
import org.junit.jupiter.api.Test;

class OpTableTest {
    @Test
    void listsRecordsEnumConstantsAndKinds() {
        assertThat(OpTable.names())
                .contains("Unary.TANH", "Reduce.MAX", "RandomNumbers.NORMAL", "Conv2d", "VariableLeaf", "Where")
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates();
    }

    @Test
    void namesAnOpAsItIsListed() {
        assertThat(OpTable.name(Unary.EXP)).isEqualTo("Unary.EXP");
        assertThat(OpTable.name(new Reduce(Reduce.Kind.MIN, List.of(0)))).isEqualTo("Reduce.MIN");
    }

    @Test
    void everyOpHasExamplesAndEveryDerivativeIsRight() {
        assertThat(OpTableCheck.problems(OpExamples.all())).isEmpty();
    }

    @Test
    void examplesHaveNamesOfTheirOwn() {
        assertThat(OpExamples.all().stream().map(OpExample::toString)).doesNotHaveDuplicates();
    }

    @Test
    void anOpWithoutAnExampleIsReported() {
        List<OpExample> reduced = OpExamples.all().stream()
                .filter(example -> Set.of("Unary.TANH", "Compare.EQUAL").contains(example.op()))
                .filter(example -> !example.op().equals("Unary.TANH"))
                .toList();
        assertThat(OpTableCheck.problems(reduced))
                .contains("op Unary.TANH has no example: add one to OpExamples")
                .noneMatch(problem -> problem.contains("Compare.EQUAL"))
                .hasSize(OpTable.names().size() - 1);
    }

    @Test
    void aDerivativeThatNoExampleReachesIsReported() {
        OpExample half = OpExample.smooth(
                "Binary.MUL",
                "by what is stopped",
                in -> in.get(0).mul(in.get(0).sin().stopGradient()),
                Points.signed(1, 3));
        OpExample none =
                OpExample.agreed("Unary.TANH", "unchecked", in -> in.get(0).tanh(), Points.signed(1, 3));
        List<String> aboutDerivatives = Stream.concat(
                        OpTableCheck.problems(List.of(none)).stream(), OpTableCheck.problems(List.of(half)).stream())
                .filter(problem -> problem.startsWith("the derivative"))
                .collect(Collectors.toList());
        assertThat(aboutDerivatives)
                .containsExactly(
                        "the derivative of Unary.TANH by input 0 is said to exist, but no smooth example passes a "
                                + "gradient check by it at orders 1 and 2",
                        "the derivative of Binary.MUL by input 0 is said to exist, but no smooth example passes a "
                                + "gradient check by it at orders 1 and 2",
                        "the derivative of Binary.MUL by input 1 is said to exist, but no smooth example passes a "
                                + "gradient check by it at orders 1 and 2");
    }

    @Test
    void anExampleThatDoesNotUseItsOpIsReported() {
        OpExample empty =
                OpExample.smooth("Unary.TANH", "forgotten", in -> in.get(0).sigmoid(), Points.signed(1, 3));
        assertThat(OpTableCheck.problems(List.of(empty)))
                .contains("the example \"Unary.TANH, forgotten\" does not use its op");
    }

    @Test
    void aWrongGradientIsReported() {
        OpExample wrong = OpExample.smooth(
                "Unary.TANH",
                "with part of its gradient stopped",
                in -> in.get(0).tanh().add(in.get(0).stopGradient().sin()),
                Points.signed(1, 3));
        assertThat(OpTableCheck.problems(List.of(wrong)))
                .anyMatch(problem -> problem.contains("the gradient of order 1 by input 0"));
    }
}
