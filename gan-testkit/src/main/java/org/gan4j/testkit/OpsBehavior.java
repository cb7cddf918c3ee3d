package org.gan4j.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests of every example of every op: value, first and second gradient. */
abstract class OpsBehavior {
    abstract Engine engine();

    @TestFactory
    Stream<DynamicTest> agreeWithTheReferenceEngineInFloat() {
        return tests(DType.FLOAT, List.of(View.PLAIN));
    }

    @TestFactory
    Stream<DynamicTest> agreeWithTheReferenceEngineInDouble() {
        return tests(DType.DOUBLE, List.of(View.PLAIN));
    }

    @TestFactory
    Stream<DynamicTest> takeInputsThatAreViewsInFloat() {
        return tests(DType.FLOAT, List.of(View.PERMUTED, View.SLICED, View.BROADCAST));
    }

    @TestFactory
    Stream<DynamicTest> takeInputsThatAreViewsInDouble() {
        return tests(DType.DOUBLE, List.of(View.PERMUTED, View.SLICED, View.BROADCAST));
    }

    private Stream<DynamicTest> tests(DType floating, List<View> views) {
        return OpExamples.all().stream()
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> compare(example, floating, views)));
    }

    private void compare(OpExample example, DType floating, List<View> views) {
        try (Session session = engine().open()) {
            for (View view : views) {
                Optional<String> difference = Comparison.difference(session, example, floating, view);
                difference.ifPresent(message -> {
                    throw new AssertionError(message);
                });
            }
        }
    }
}
