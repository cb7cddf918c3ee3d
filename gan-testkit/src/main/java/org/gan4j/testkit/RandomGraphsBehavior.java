package org.gan4j.testkit;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests of combined ops: fusion and the reuse of memory must not change results. */
abstract class RandomGraphsBehavior {
    private static final int GRAPHS = 100;

    abstract Engine engine();

    @TestFactory
    Stream<DynamicTest> agreeWithTheReferenceEngine() {
        return IntStream.range(0, GRAPHS)
                .mapToObj(RandomGraph::of)
                .map(example -> DynamicTest.dynamicTest(example.label(), () -> {
                    compare(example, DType.FLOAT);
                    compare(example, DType.DOUBLE);
                }));
    }

    private void compare(OpExample example, DType floating) {
        try (Session session = engine().open()) {
            Optional<String> difference = Comparison.difference(session, example, floating, View.PLAIN);
            difference.ifPresent(message -> {
                throw new AssertionError(message);
            });
        }
    }
}
