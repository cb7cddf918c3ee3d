package org.gan4j.tensor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Schedule.Value;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Variable a = Variable.of("a", Tensor.ones(2));
    private final Variable b = Variable.of("b", Tensor.ones(2));
    private final Tensor x = Tensor.input("x", DType.FLOAT, 2);

    @Test
    void equalComputationsAreOneValue() {
        Stage stage = Stage.named("s")
                .output("one", x.add(1).exp())
                .output("two", x.add(1).exp().named("again"));
        Schedule schedule = new Schedule(Graph.of(stage));
        Map<String, Value> outputs = schedule.sections().get(0).outputs();
        assertThat(outputs.get("one")).isSameAs(outputs.get("two"));
        assertThat(schedule.values()).hasSize(5);
    }

    @Test
    void differentNumbersAreDifferentValues() {
        RandomKey key = RandomKey.of(1);
        Stage stage = Stage.named("s")
                .output("one", key.child("one").normal(2))
                .output("two", key.child("two").normal(2))
                .output("again", key.child("one").normal(2))
                .output("plus", x.mul(0.0))
                .output("minus", x.mul(-0.0));
        Map<String, Value> outputs =
                new Schedule(Graph.of(stage)).sections().get(0).outputs();
        assertThat(outputs.get("one")).isSameAs(outputs.get("again")).isNotSameAs(outputs.get("two"));
        assertThat(outputs.get("plus")).isNotSameAs(outputs.get("minus"));
    }

    @Test
    void everyValueComesAfterItsInputs() {
        Stage stage = Stage.named("s")
                .output("y", x.add(a.value()).mul(x.sub(b.value())).sum());
        for (Value value : new Schedule(Graph.of(stage)).values()) {
            assertThat(value.inputs()).allMatch(input -> input.id() < value.id());
        }
    }

    @Test
    void whatDependsOnAnAssignedVariableIsComputedAgainAndNothingElse() {
        Tensor byA = a.value().exp();
        Tensor byB = b.value().exp();
        Schedule schedule = new Schedule(Graph.of(
                Stage.named("first").output("a1", byA).output("b1", byB).assign(a, byB),
                Stage.named("second").output("a2", byA).output("b2", byB)));
        Schedule.Section first = schedule.sections().get(0);
        Schedule.Section second = schedule.sections().get(1);
        assertThat(second.outputs().get("b2")).isSameAs(first.outputs().get("b1"));
        assertThat(second.outputs().get("a2")).isNotSameAs(first.outputs().get("a1"));
        assertThat(second.fresh())
                .hasSize(2)
                .allMatch(value -> value.op().label().matches("variable a|exp"));
        assertThat(second.fresh().get(0).version()).isEqualTo(1);
    }

    @Test
    void aVariableFirstReadAfterItsAssignmentIsTheNewOne() {
        Schedule schedule = new Schedule(Graph.of(
                Stage.named("first").assign(a, b.value()), Stage.named("second").output("a", a.value())));
        assertThat(schedule.sections().get(1).outputs().get("a").version()).isEqualTo(1);
    }

    @Test
    void whatALaterStageReadsCanBeComputedAhead() {
        Tensor sum = x.add(a.value());
        Stage early = Stage.named("early").ahead(List.of(sum, x.exp()));
        Schedule schedule = new Schedule(Graph.of(early, Stage.named("late").output("y", sum.square())));
        assertThat(schedule.sections().get(0).fresh())
                .extracting(value -> value.op().label())
                .contains("input x", "add")
                .doesNotContain("exp");
        assertThat(schedule.sections().get(0).outputs()).isEmpty();
        assertThat(schedule.sections().get(1).fresh()).hasSize(1);
    }

    @Test
    void variablesAreSortedByNameAndIncludeThoseOnlyAssigned() {
        Schedule schedule = new Schedule(Graph.of(Stage.named("s").assign(b, x).output("a", a.value())));
        assertThat(schedule.variables()).containsExactly(a, b);
        assertThat(schedule.inputs()).containsOnlyKeys("x");
    }

    @Test
    void feedsAreChecked() {
        Schedule schedule = new Schedule(Graph.of(Stage.named("s").output("x", x)));
        TensorData two = Tensor.ones(2).evaluate();
        schedule.check(Map.of("x", two));
        assertThatThrownBy(() -> schedule.check(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("input x (FLOAT [2]) was not fed; the values fed are []");
        assertThatThrownBy(() -> schedule.check(Map.of("x", two, "y", two)))
                .hasMessage("unknown input y; the inputs are [x]");
        assertThatThrownBy(() -> schedule.check(Map.of("x", Tensor.ones(3).evaluate())))
                .hasMessage("input x must be FLOAT [2]; it was fed FLOAT [3]");
        assertThatThrownBy(() -> schedule.check(Map.of("x", Tensor.arange(2).evaluate())))
                .hasMessage("input x must be FLOAT [2]; it was fed INT [2]");
    }

    @Test
    void outputsAndAssignmentsMustBeUnambiguous() {
        Stage stage = Stage.named("s").output("x", x).assign(a, x);
        assertThatThrownBy(() -> stage.output("x", x)).hasMessage("stage s has two outputs named x");
        assertThatThrownBy(() -> stage.assign(a, x)).hasMessage("stage s assigns a twice");
        assertThatThrownBy(() -> Graph.of(stage, Stage.named("t").output("x", x)))
                .hasMessage("two stages have an output named x");
        assertThatThrownBy(() -> stage.assign(b, Tensor.ones(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("variable b is FLOAT [2]; it cannot be assigned FLOAT [3]");
    }

    @Test
    void deepGraphsDoNotOverflowTheStack() {
        Tensor y = x;
        for (int i = 0; i < 50_000; i++) {
            y = y.mul(x);
        }
        assertThat(new Schedule(new Graph(List.of(Stage.named("deep").output("y", y)))).values())
                .hasSize(50_001);
    }
}
