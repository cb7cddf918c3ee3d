package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of every op on generated shapes: value, first and second gradient. */
abstract class GeneratedShapesBehavior {
    private static final int SHAPES = 40;

    abstract Engine engine();

    @TestFactory
    Stream<DynamicTest> agreeWithTheReferenceEngine() {
        return GeneratedExamples.ops().stream().map(op -> DynamicTest.dynamicTest(op, () -> compare(op)));
    }

    private void compare(String op) {
        try (Session session = engine().open()) {
            GeneratedExamples.of(op, SHAPES)
                    .flatMap(example -> Comparison.difference(session, example, DType.FLOAT, View.PLAIN).stream())
                    .forEach(difference -> {
                        throw new AssertionError(difference);
                    });
        }
    }

    @Test
    void everyOpIsTriedButLeaves() {
        assertThat(GeneratedExamples.ops())
                .containsExactlyInAnyOrderElementsOf(OpTable.names().stream()
                        .filter(op -> !op.equals("Constant") && !op.endsWith("Leaf"))
                        .toList());
    }
}
